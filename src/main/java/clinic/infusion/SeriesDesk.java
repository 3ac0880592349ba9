package clinic.infusion;

import clinic.booking.BookingRefused;
import clinic.booking.CourseBook;
import clinic.booking.CourseChange;
import clinic.booking.CourseRefused;
import clinic.booking.CourseVisit;
import clinic.booking.Diary;
import clinic.booking.Reason;
import clinic.booking.Refusal;
import clinic.booking.RememberedAnswers;
import clinic.booking.RequestKey;
import clinic.calendar.ClinicCalendar;
import clinic.calendar.ClinicProfile;
import clinic.patient.Patient;
import clinic.patient.Patients;
import clinic.planner.CourseCalendar;
import clinic.planner.CourseRules;
import clinic.platform.Retried;
import clinic.protocol.Protocol;
import clinic.protocol.ProtocolVersion;
import clinic.protocol.Protocols;
import clinic.staff.Actor;
import clinic.staff.Deed;
import clinic.staff.Task;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Where a series is booked, all of it or nothing, and read. */
@Retried
@ApplicationScoped
public class SeriesDesk {
    static final String SERIES = "SERIES";
    static final long NOT_BOOKED = 0;

    @Inject
    private SeriesShelf shelf;

    @Inject
    private SeriesLines lines;

    @Inject
    private Protocols protocols;

    @Inject
    private CourseCalendar calendar;

    @Inject
    private CourseBook book;

    @Inject
    private Diary diary;

    @Inject
    private Eligibilities eligibilities;

    @Inject
    private Patients patients;

    @Inject
    private RememberedAnswers answers;

    @Inject
    private ClinicProfile profile;

    @Inject
    private Event<Object> happened;

    /**
     * Books a series, once for one key, or throws {@link CourseRefused} with everything that speaks against each visit.
     *
     * @throws BookingRefused when the request as a whole cannot be
     */
    @Transactional
    public SeriesRecord book(Actor actor, SeriesBooking booking, Optional<RequestKey> key) {
        actor.must(Task.WRITE);
        return shelf.told(actor, shelf.get(answers.once(key, () -> booked(actor, booking))));
    }

    private long booked(Actor actor, SeriesBooking booking) {
        Patient patient = known(patients.lockLiving(booking.patient()));
        Protocol protocol = inUse(booking);
        hasNoOther(patient);
        List<SeriesBooking.Wanted> wanted = inOrder(booking, protocol);
        Map<Integer, List<Refusal>> broken = broken(patient, protocol, wanted);
        if (!broken.isEmpty()) {
            throw new CourseRefused(broken);
        }
        Instant now = profile.now().toInstant();
        Series series = shelf.add(new Series(patient, protocol, stateAtFirst(patient, wanted), now));
        List<CourseBook.Outcome> booked = book.carryOut(
                actor,
                CourseChange.making(
                        patient.id(), visits(series.id(), protocol, wanted, lastTreatment(patient, wanted))),
                Optional.empty());
        booked.forEach(each -> series.add(each.no(), each.notice().visit(), commitment(protocol, each.no())));
        shelf.record(new SeriesStep(series, SeriesStep.PLAN, Optional.empty(), actor, now, Optional.empty()));
        happened.fire(new InfusionEvents.SeriesPlanned(
                series.id(), booked.stream().map(CourseBook.Outcome::notice).toList()));
        happened.fire(Deed.done(actor, "PLAN_SERIES", SERIES, series.id()));
        return series.id();
    }

    /**
     * Everything that speaks against each visit as things stand, by its number in the order of time: what {@link #book}
     * would be refused for. Nothing is kept for anybody.
     *
     * @throws BookingRefused when the request as a whole cannot be
     */
    @Transactional
    public SeriesCheck check(Actor actor, SeriesBooking booking) {
        actor.must(Task.WRITE);
        Patient patient = known(patients.living(booking.patient()));
        Protocol protocol = inUse(booking);
        List<SeriesBooking.Wanted> wanted = inOrder(booking, protocol);
        Map<Integer, List<Refusal>> against = new TreeMap<>(broken(patient, protocol, wanted));
        book.against(CourseChange.making(
                        patient.id(), visits(NOT_BOOKED, protocol, wanted, lastTreatment(patient, wanted))))
                .forEach((no, refusals) -> against.merge(no, refusals, SeriesDesk::both));
        return new SeriesCheck(
                against,
                calendar.gaps(
                        protocol.gap().unit(),
                        wanted.stream().map(each -> each.start().toLocalDate()).toList()));
    }

    private static List<Refusal> both(List<Refusal> some, List<Refusal> more) {
        return Stream.concat(some.stream(), more.stream()).distinct().toList();
    }

    /** Series in one state, or that wait for something, the latest first. */
    @Transactional
    public SeriesList list(Actor actor, SeriesQuery query) {
        actor.must(Task.READ);
        happened.fire(Deed.listed(actor, SERIES, query.name()).fields(query.fields()));
        return lines.of(query);
    }

    /** One series, with its visits. */
    @Transactional
    public SeriesRecord series(Actor actor, long id) {
        actor.must(Task.READ);
        Series series = shelf.get(id);
        happened.fire(Deed.done(actor, "READ_SERIES", SERIES, id));
        return shelf.told(actor, series);
    }

    /** The series of a patient, the latest first. */
    @Transactional
    public List<SeriesRecord> of(Actor actor, long patient) {
        actor.must(Task.READ);
        return shelf.of(patient).stream()
                .map(series -> shelf.told(actor, series))
                .toList();
    }

    /** One at a time: the clinic's page of rules, 3.2. */
    private void hasNoOther(Patient patient) {
        shelf.running(patient.id()).ifPresent(other -> {
            throw refused(SeriesShelf.runsAlready(other));
        });
        if (eligibilities
                .of(patient.id())
                .filter(decided -> !decided.eligible())
                .isPresent()) {
            throw refused(Refusal.of(Reason.NOT_ELIGIBLE, "patientId"));
        }
    }

    private static List<SeriesBooking.Wanted> inOrder(SeriesBooking booking, Protocol protocol) {
        if (booking.visits().size() != protocol.visits()) {
            throw refused(new Refusal(
                    Reason.WRONG_NUMBER_OF_VISITS,
                    "visits",
                    Map.of("visits", booking.visits().size(), "needed", protocol.visits())));
        }
        return booking.visits().stream()
                .sorted(Comparator.comparing(SeriesBooking.Wanted::start))
                .toList();
    }

    private static Patient known(Optional<Patient> patient) {
        return patient.orElseThrow(() -> refused(Refusal.of(Reason.UNKNOWN_PATIENT, "patientId")));
    }

    private Protocol inUse(SeriesBooking booking) {
        return protocols
                .inUse(booking.protocol())
                .map(ProtocolVersion::protocol)
                .orElseThrow(() -> refused(Refusal.of(Reason.UNKNOWN_PROTOCOL, "protocol")));
    }

    private Map<Integer, List<Refusal>> broken(Patient patient, Protocol protocol, List<SeriesBooking.Wanted> wanted) {
        Map<Integer, LocalDate> days = new TreeMap<>();
        wanted.forEach(each -> days.put(days.size() + 1, each.start().toLocalDate()));
        if (protocol.visits() == 1) {
            lastTreatment(patient, wanted).ifPresent(last -> days.put(0, last));
        }
        Map<Integer, List<Refusal>> broken =
                new CourseRules(protocol, calendar.spanning(protocol.gap().unit(), days.values())).broken(days);
        broken.putAll(closed(days));
        return broken;
    }

    /** A day that is no day of the house has no gaps: that it is closed is all there is to say. */
    private Map<Integer, List<Refusal>> closed(Map<Integer, LocalDate> days) {
        Map<Integer, List<Refusal>> closed = new TreeMap<>();
        days.forEach((no, day) -> {
            if (no > 0 && profile.calendar().on(day) instanceof ClinicCalendar.Day.Closed why) {
                closed.put(no, List.of(new Refusal(Reason.CLOSED, Refusal.START, Map.of("day", day, "name", why))));
            }
        });
        return closed;
    }

    /** Her times are kept before anybody decided whether she may be treated; she is not checked in before that. */
    private SeriesState stateAtFirst(Patient patient, List<SeriesBooking.Wanted> wanted) {
        return eligibilities.holds(patient, wanted.get(0).start().toLocalDate())
                ? SeriesState.PLANNED
                : SeriesState.DRAFT;
    }

    private Optional<LocalDate> lastTreatment(Patient patient, List<SeriesBooking.Wanted> wanted) {
        return diary.lastTreatment(patient.id(), wanted.get(0).start().toLocalDate());
    }

    private static List<CourseChange.Made> visits(
            long series, Protocol protocol, List<SeriesBooking.Wanted> wanted, Optional<LocalDate> last) {
        List<CourseChange.Made> visits = new ArrayList<>();
        for (SeriesBooking.Wanted each : wanted) {
            int no = visits.size() + 1;
            visits.add(new CourseChange.Made(
                    new CourseVisit(series, no, wanted.size()),
                    protocol.treatment(no, last),
                    each.start(),
                    each.room()));
        }
        return visits;
    }

    private static Commitment commitment(Protocol protocol, int visit) {
        return protocol.isFirm(visit) ? Commitment.FIRM : Commitment.TENTATIVE;
    }

    static BookingRefused refused(Refusal refusal) {
        return new BookingRefused(List.of(refusal), List.of());
    }
}
