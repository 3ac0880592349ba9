package clinic.booking;

import clinic.calendar.ClinicProfile;
import clinic.capacity.Claim;
import clinic.capacity.Ledger;
import clinic.capacity.Loads;
import clinic.capacity.LockedDays;
import clinic.patient.Patient;
import clinic.patient.Patients;
import clinic.staff.Actor;
import clinic.staff.Deed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
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

    private record Found(Map<Integer, Placement> placements, Map<Integer, List<Refusal>> conflicts) {}

    /**
     * Does what the change says, or throws {@link CourseRefused} and nothing is done. The caller holds the lock of the
     * patient's row.
     */
    public List<Outcome> carryOut(Actor actor, CourseChange change, Optional<String> reason) {
        List<Appointment> leaving = Stream.concat(
                        change.moved().stream().map(CourseChange.Moved::appointment),
                        change.dropped().stream().map(CourseChange.Dropped::appointment))
                .map(this::open)
                .toList();
        List<Claim> given =
                leaving.stream().flatMap(visit -> visit.claims().stream()).toList();
        List<Asked> asked = asked(change, leaving);
        LockedDays days = ledger.lock(
                Stream.concat(given.stream(), asked.stream().flatMap(each -> times.touched(each.time()).stream()))
                        .toList(),
                Ledger.NO_HOLD);
        Found found = found(asked, days.loads().without(given));
        if (!found.conflicts().isEmpty()) {
            throw new CourseRefused(found.conflicts());
        }
        Map<Integer, Placement> placements = found.placements();
        days.release(given);
        placements.values().forEach(placement -> days.take(placement.claims()));
        Instant now = profile.now().toInstant();
        List<Outcome> outcomes = new ArrayList<>();
        for (CourseChange.Dropped dropped : change.dropped()) {
            Appointment visit = open(dropped.appointment());
            Status before = visit.status();
            visit.cancel(Canceller.CLINIC, now.atZone(profile.zone()));
            appointments.record(new VisitEdge(visit, Edge.CANCEL.name(), actor, now, before, reason));
            tell(actor, Edge.CANCEL.name(), visit, reason);
            outcomes.add(new Outcome(dropped.no(), visit.notice(), true));
        }
        for (Asked each : asked) {
            Placement placement = placements.get(each.no());
            Appointment visit = each.visit().orElseGet(() -> made(change.patient(), each, placement, now));
            String edge = each.made().isPresent() ? VisitEdge.BOOK : VisitEdge.MOVE;
            each.visit().ifPresent(moving -> moving.move(placement));
            appointments.record(VisitEdge.inPlace(visit, edge, actor, now, reason));
            tell(actor, edge, visit, reason);
            outcomes.add(new Outcome(each.no(), visit.notice(), false));
        }
        appointments.flush();
        outcomes.sort(Comparator.comparingInt(Outcome::no));
        return outcomes;
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
        return found(asked, ledger.read(first, last, Ledger.NO_HOLD)).conflicts();
    }

    private Appointment open(long id) {
        Appointment visit = Optional.ofNullable(appointments.get(id)).orElseThrow(UnknownVisit::new);
        if (!visit.status().isOpen()) {
            throw new BookingRefused(
                    new VisitSteps(visit.kind(), visit.status(), visit.slot(), profile.now()).illegal());
        }
        return visit;
    }

    private List<Asked> asked(CourseChange change, List<Appointment> leaving) {
        Set<Long> gone = leaving.stream().map(Appointment::id).collect(Collectors.toUnmodifiableSet());
        List<Asked> asked = new ArrayList<>();
        change.made()
                .forEach(made -> asked.add(new Asked(
                        made.visit().no(),
                        time(change.patient(), made.treatment(), made.start(), made.room(), gone),
                        Optional.of(made),
                        Optional.empty())));
        change.moved().forEach(moved -> {
            Appointment visit = open(moved.appointment());
            asked.add(new Asked(
                    moved.no(),
                    time(change.patient(), visit.treatment().orElseThrow(), moved.start(), moved.room(), gone),
                    Optional.empty(),
                    Optional.of(visit)));
        });
        asked.sort(Comparator.comparing(each -> each.time().start()));
        return asked;
    }

    private static TimeAsked time(
            long patient, Treatment treatment, LocalDateTime start, OptionalLong room, Set<Long> gone) {
        return new TimeAsked(
                VisitKind.INFUSION, Optional.of(treatment), start, room, false, false, patient, Optional.empty(), gone);
    }

    /** Each is asked beside the ones before it. */
    private Found found(List<Asked> asked, Loads before) {
        Map<Integer, Placement> placements = new TreeMap<>();
        Map<Integer, List<Refusal>> conflicts = new TreeMap<>();
        Loads loads = before;
        for (Asked each : asked) {
            StaffTimes.Finding finding = times.place(each.time(), loads);
            if (finding.placement().isPresent()) {
                placements.put(each.no(), finding.placement().get());
                loads = loads.promising(finding.placement().get().claims());
            } else {
                conflicts.put(each.no(), finding.refusals().stream().distinct().toList());
            }
        }
        return new Found(placements, conflicts);
    }

    private Appointment made(long patientId, Asked asked, Placement placement, Instant now) {
        Patient patient = patients.lock(patientId);
        CourseChange.Made made = asked.made().orElseThrow();
        appointments.ofSeries(made.visit().series()).stream()
                .filter(other ->
                        other.course().orElseThrow().no() == made.visit().no())
                .forEach(Appointment::standsNoMore);
        return appointments.add(Appointment.of(made.visit(), made.treatment(), patient, placement, now));
    }

    private void tell(Actor actor, String action, Appointment visit, Optional<String> reason) {
        happened.fire(
                Deed.done(actor, action, VisitDesk.APPOINTMENT, visit.id()).reason(reason));
    }
}
