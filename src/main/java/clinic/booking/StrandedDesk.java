package clinic.booking;

import clinic.calendar.ClinicProfile;
import clinic.calendar.Slot;
import clinic.capacity.Ledger;
import clinic.capacity.LedgerAudit;
import clinic.capacity.Loads;
import clinic.platform.Retried;
import clinic.staff.Actor;
import clinic.staff.Deed;
import clinic.staff.Task;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The worklist of visits whose time was taken away after they were booked. The audit of the ledger names them, so nobody
 * keeps a list that could be wrong: a visit that is moved or cancelled is stranded no more, and so is one whose time was
 * given back.
 */
@Retried
@ApplicationScoped
public class StrandedDesk {
    private static final int PROPOSALS = 3;

    @Inject
    private LedgerAudit audit;

    @Inject
    private StaffVisits visits;

    @Inject
    private Appointments appointments;

    @Inject
    private VisitLocks locks;

    @Inject
    private CallLog log;

    @Inject
    private FreeTimes freeTimes;

    @Inject
    private ClinicProfile profile;

    @Inject
    private Objections objections;

    @Inject
    private Event<Deed> deeds;

    /**
     * @param phone of the patient; empty if she gave none
     * @param proposals other times, the best first; no two visits of one list are proposed the same first one
     * @param calls what came of every call about it so far, the latest first
     */
    public record Stranded(StaffVisit visit, String phone, List<NewTime> proposals, List<CallEntry> calls) {}

    /**
     * @param sameClinician whether she keeps her clinician
     */
    public record NewTime(Slot slot, long clinician, boolean sameClinician) {}

    /** How many wait. */
    @Transactional
    public int waiting(Actor actor) {
        actor.must(Task.READ);
        return stranded(actor).size();
    }

    /** The first of those that wait, in order of their time. */
    @Transactional
    public List<Stranded> worklist(Actor actor, int most) {
        actor.must(Task.READ);
        List<StaffVisit> first = stranded(actor).stream().limit(most).toList();
        if (first.isEmpty()) {
            return List.of();
        }
        deeds.fire(Deed.listed(actor, VisitDesk.VISITS, "stranded").fields(Set.of("phone")));
        Map<Long, List<CallEntry>> calls = log.ofVisits(first);
        Map<Long, Appointment> rows =
                appointments.byId(first.stream().map(StaffVisit::id).toList());
        Search search = search(first);
        List<Stranded> list = new ArrayList<>();
        for (StaffVisit visit : first) {
            Appointment appointment = rows.get(visit.id());
            list.add(new Stranded(
                    visit,
                    appointment.patient().dialed(),
                    search.proposals(appointment),
                    calls.getOrDefault(visit.id(), List.of())));
        }
        return list;
    }

    /** Visits by their ids, in order of time. */
    @Transactional
    public List<StaffVisit> visits(Actor actor, Collection<Long> ids) {
        actor.must(Task.READ);
        deeds.fire(Deed.listed(actor, VisitDesk.VISITS, "stranded by a change"));
        return visits.among(actor, ids);
    }

    /**
     * Writes down an attempt to reach the patient about the lost time; the appointment stays on the list until it has
     * another time.
     *
     * @param outcome one of {@link CallOutcome#choices()}
     * @param note may be blank
     */
    @Transactional
    public void called(Actor actor, long id, String outcome, String note) {
        actor.must(Task.WRITE);
        log.addToVisit(locks.lock(id), CallReport.read(outcome, note, false), actor);
        deeds.fire(Deed.done(actor, "REPORT_CALL", VisitDesk.APPOINTMENT, id));
    }

    private List<StaffVisit> stranded(Actor actor) {
        return visits.among(actor, audit.audit(profile.today()).stranded()).stream()
                .filter(visit -> Edge.CANCEL.leadsFrom(visit.status()))
                .toList();
    }

    private Search search(List<StaffVisit> about) {
        LocalDate from = profile.today();
        LocalDate to = from;
        Set<Long> patients = new HashSet<>();
        for (StaffVisit visit : about) {
            NewTimes times = times(visit.kind(), visit.treatment());
            LocalDate last = times.last(visit.slot().day());
            to = last.isAfter(to) ? last : to;
            patients.add(visit.patient());
        }
        return new Search(patients, from, to);
    }

    private NewTimes times(VisitKind kind, Optional<Treatment> treatment) {
        return new NewTimes(freeTimes.needs(kind, treatment), freeTimes.rules(kind, treatment));
    }

    /**
     * One read of the ledger for the whole list, and another one only where somebody has to look further ahead; what is
     * proposed to one is not proposed to the next, nor to a patient twice.
     */
    private final class Search {
        private final Set<Long> patients;
        private final LocalDate from;
        private final List<Promise> promised = new ArrayList<>();
        private LocalDate to;
        private Loads loads;
        private OtherVisits others;

        private record Promise(long patient, long visit, Placement placement) {}

        Search(Set<Long> patients, LocalDate from, LocalDate to) {
            this.patients = patients;
            this.from = from;
            read(to);
        }

        private void read(LocalDate last) {
            to = last;
            loads = freeTimes.read(from, to, Ledger.NO_HOLD);
            others = appointments.of(patients, from, to);
            promised.forEach(this::keep);
        }

        private Loads upTo(LocalDate last) {
            if (last.isAfter(to)) {
                read(last);
            }
            return loads;
        }

        private void keep(Promise one) {
            loads = loads.promising(one.placement().claims());
            others = others.with(one.patient(), one.visit(), one.placement().slot());
        }

        List<NewTime> proposals(Appointment visit) {
            Placement was = new Placement(visit.slot(), visit.clinician(), visit.room(), visit.claims());
            long patient = visit.patient().id();
            Function<LocalDate, List<Refusal>> against = objections.to(
                    TimeAsked.of(visit, was.slot().startsAt(), Terms.STAFF).coming());
            List<NewTimes.Proposal> found = times(visit.kind(), visit.treatment())
                    .near(
                            was,
                            last -> upTo(last).without(was.claims()),
                            slot -> !slot.equals(was.slot())
                                    && others.leave(patient, visit.id(), slot)
                                    && against.apply(slot.day()).isEmpty(),
                            PROPOSALS);
            found.stream().findFirst().ifPresent(best -> {
                Promise one = new Promise(patient, visit.id(), best.placement());
                promised.add(one);
                keep(one);
            });
            return found.stream()
                    .map(each -> new NewTime(each.slot(), each.placement().clinician(), each.sameClinician()))
                    .toList();
        }
    }
}
