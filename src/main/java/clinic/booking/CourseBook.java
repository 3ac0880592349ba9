package clinic.booking;

import clinic.calendar.ClinicProfile;
import clinic.capacity.Claim;
import clinic.capacity.Ledger;
import clinic.patient.Patient;
import clinic.patient.Patients;
import clinic.staff.Actor;
import clinic.staff.Deed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Books, moves and gives up the visits of a series together, inside the transaction of whoever knows the series: all rows
 * of the ledger are locked at once, every visit is asked the question every booking is asked, and either all are had or
 * the refusal names each that is not. It writes no letter: one tells of all of them.
 */
@ApplicationScoped
public class CourseBook {
    @Inject
    private TimeGate gate;

    @Inject
    private StaffTimes times;

    @Inject
    private Appointments appointments;

    @Inject
    private Patients patients;

    @Inject
    private Ledger ledger;

    @Inject
    private ClinicProfile profile;

    @Inject
    private Event<Object> happened;

    /** One visit as it stands after the act. */
    public record Outcome(int no, BookingEvents.Notice notice, boolean cancelled) {}

    private record Asked(int no, TimeAsked time, Optional<CourseChange.Made> made, Optional<Appointment> visit) {}

    /**
     * Does what the change says, or throws {@link CourseRefused} and nothing is done. The caller holds the lock of the
     * patient's row.
     */
    public List<Outcome> carryOut(Actor actor, CourseChange change, Optional<String> reason) {
        List<Appointment> leaving = Stream.concat(
                        change.moved().stream().map(CourseChange.Moved::appointment),
                        change.dropped().stream().map(CourseChange.Dropped::appointment))
                .map(id -> open(actor, id))
                .toList();
        List<Claim> given =
                leaving.stream().flatMap(visit -> visit.claims().stream()).toList();
        List<Asked> asked = asked(change, leaving);
        Map<Integer, TimeGate.Grant> granted = gate.takeAll(times(asked), given);
        Instant now = profile.now().toInstant();
        List<Outcome> outcomes = new ArrayList<>();
        for (CourseChange.Dropped dropped : change.dropped()) {
            Appointment visit = open(actor, dropped.appointment());
            Status before = visit.status();
            visit.cancel(dropped.by(), now.atZone(profile.zone()));
            appointments.record(new VisitEdge(visit, Edge.CANCEL.name(), actor, now, before, reason));
            tell(actor, Edge.CANCEL.name(), visit, reason);
            outcomes.add(new Outcome(dropped.no(), visit.notice(), true));
        }
        for (Asked each : asked) {
            TimeGate.Grant grant = granted.get(each.no());
            Appointment visit = each.visit().orElseGet(() -> made(change.patient(), each, grant, now));
            String edge = each.made().isPresent() ? VisitEdge.BOOK : VisitEdge.MOVE;
            each.visit().ifPresent(moving -> moving.move(grant));
            appointments.record(VisitEdge.inPlace(visit, edge, actor, now, reason));
            tell(actor, edge, visit, reason);
            outcomes.add(new Outcome(each.no(), visit.notice(), false));
        }
        appointments.flush();
        outcomes.sort(Comparator.comparingInt(Outcome::no));
        return outcomes;
    }

    /** A visit that was given up with others, and where it stood before. */
    public record Returning(int no, long appointment, Status before) {}

    /**
     * Gives visits of one series that were cancelled together their times again, all of them, or throws
     * {@link CourseRefused} and nothing is done. The caller holds the lock of the patient's row.
     */
    public List<Outcome> bringBack(Actor actor, List<Returning> returning) {
        Map<Integer, Appointment> visits = new HashMap<>();
        returning.forEach(each -> visits.put(
                each.no(),
                Optional.ofNullable(appointments.get(each.appointment())).orElseThrow(UnknownVisit::new)));
        Map<Integer, LocalDate> days = visits.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, visit -> visit.getValue().slot().day()));
        Map<Integer, TimeAsked> asked = new LinkedHashMap<>();
        visits.entrySet().stream()
                .sorted(Comparator.comparing(visit -> visit.getValue().slot()))
                .forEach(visit -> asked.put(visit.getKey(), asked(visit.getValue(), days)));
        Map<Integer, TimeGate.Grant> granted = gate.takeAll(asked, List.of());
        Instant now = profile.now().toInstant();
        List<Outcome> outcomes = new ArrayList<>();
        for (Returning each : returning) {
            Appointment visit = visits.get(each.no());
            Status from = visit.status();
            visit.comeBack(each.before(), granted.get(each.no()), now);
            appointments.record(new VisitEdge(visit, VisitEdge.UNDO, actor, now, from, Optional.empty()));
            tell(actor, VisitEdge.UNDO, visit, Optional.empty());
            outcomes.add(new Outcome(each.no(), visit.notice(), false));
        }
        appointments.flush();
        return outcomes;
    }

    private static TimeAsked asked(Appointment visit, Map<Integer, LocalDate> days) {
        return TimeAsked.of(visit, visit.slot().startsAt(), Terms.ANY_TIME)
                .exactly(visit.placement())
                .amid(visit.course().orElseThrow(), visit.treatment().orElseThrow(), days, Set.of());
    }

    /** Where the visits of a series stand, one for each number, in order. */
    public List<CourseStanding> standing(long series) {
        Map<Integer, CourseStanding> standing = new TreeMap<>();
        for (Appointment visit : appointments.ofSeries(series)) {
            int no = visit.course().orElseThrow().no();
            standing.merge(no, CourseStanding.of(no, visit), CourseStanding::orInstead);
        }
        return List.copyOf(standing.values());
    }

    /** The visits of a series that are still to come, in order, as a letter tells of them. */
    public List<BookingEvents.Notice> toCome(long series) {
        return appointments.ofSeries(series).stream()
                .filter(visit -> visit.status().isOpen())
                .map(Appointment::notice)
                .toList();
    }

    /** The last visit of a series that was had. */
    public Optional<BookingEvents.Notice> lastHad(long series) {
        return appointments.ofSeries(series).stream()
                .filter(visit -> visit.status() == Status.DONE)
                .max(Comparator.comparing(Appointment::slot))
                .map(Appointment::notice);
    }

    /** The time of day in the middle of those its visits have. */
    public LocalTime usualStart(long series) {
        List<LocalTime> starts = appointments.ofSeries(series).stream()
                .map(visit -> visit.slot().span().startsAt())
                .sorted()
                .toList();
        return starts.get(starts.size() / 2);
    }

    /** A series has so many visits from now on. */
    public void lengthen(long series, int visits) {
        appointments.ofSeries(series).forEach(visit -> visit.becomeOneOf(visits));
    }

    /**
     * What speaks against each of the visits made, by its number, as the house stands: what {@link #carryOut} would be
     * refused for. Nothing is locked and nothing done; it may be otherwise in the next moment.
     */
    public Map<Integer, List<Refusal>> against(CourseChange making) {
        List<Asked> asked = asked(making, List.of());
        LocalDate first = asked.get(0).time().start().toLocalDate();
        LocalDate last = asked.get(asked.size() - 1).time().start().toLocalDate();
        return times.together(times(asked), ledger.read(first, last, Ledger.NO_HOLD))
                .conflicts();
    }

    private Appointment open(Actor actor, long id) {
        Appointment visit = Optional.ofNullable(appointments.get(id)).orElseThrow(UnknownVisit::new);
        if (!visit.status().isOpen()) {
            throw new BookingRefused(
                    new VisitSteps(visit.kind(), visit.status(), visit.slot(), profile.now()).illegal(actor));
        }
        return visit;
    }

    private List<Asked> asked(CourseChange change, List<Appointment> leaving) {
        Set<Long> gone = leaving.stream().map(Appointment::id).collect(Collectors.toUnmodifiableSet());
        Map<Integer, LocalDate> days = new HashMap<>();
        change.made().forEach(made -> days.put(made.visit().no(), made.start().toLocalDate()));
        change.moved().forEach(moved -> days.put(moved.no(), moved.start().toLocalDate()));
        List<Asked> asked = new ArrayList<>();
        change.made()
                .forEach(made -> asked.add(new Asked(
                        made.visit().no(),
                        TimeAsked.of(VisitKind.INFUSION, change.patient(), made.start(), Terms.STAFF)
                                .at(made.room())
                                .amid(made.visit(), made.treatment(), days, gone),
                        Optional.of(made),
                        Optional.empty())));
        change.moved().forEach(moved -> {
            Appointment visit = leaving.stream()
                    .filter(each -> each.id() == moved.appointment())
                    .findFirst()
                    .orElseThrow();
            asked.add(new Asked(
                    moved.no(),
                    TimeAsked.of(VisitKind.INFUSION, change.patient(), moved.start(), Terms.STAFF)
                            .at(moved.room())
                            .amid(
                                    visit.course().orElseThrow(),
                                    visit.treatment().orElseThrow(),
                                    days,
                                    gone),
                    Optional.empty(),
                    Optional.of(visit)));
        });
        asked.sort(Comparator.comparing(each -> each.time().start()));
        return asked;
    }

    private static Map<Integer, TimeAsked> times(List<Asked> asked) {
        Map<Integer, TimeAsked> times = new LinkedHashMap<>();
        asked.forEach(each -> times.put(each.no(), each.time()));
        return times;
    }

    private Appointment made(long patientId, Asked asked, TimeGate.Grant granted, Instant now) {
        Patient patient = patients.lock(patientId);
        CourseChange.Made made = asked.made().orElseThrow();
        appointments.ofSeries(made.visit().series()).stream()
                .filter(other ->
                        other.course().orElseThrow().no() == made.visit().no())
                .forEach(Appointment::standsNoMore);
        return appointments.add(Appointment.of(made.visit(), made.treatment(), patient, granted, now));
    }

    private void tell(Actor actor, String action, Appointment visit, Optional<String> reason) {
        happened.fire(
                Deed.done(actor, action, VisitDesk.APPOINTMENT, visit.id()).reason(reason));
    }
}
