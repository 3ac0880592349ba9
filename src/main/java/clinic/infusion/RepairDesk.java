package clinic.infusion;

import clinic.booking.BookingEvents;
import clinic.booking.CourseBook;
import clinic.booking.CourseChange;
import clinic.booking.CourseRefused;
import clinic.booking.CourseVisit;
import clinic.booking.Diary;
import clinic.booking.NurseRoster;
import clinic.booking.Reason;
import clinic.booking.Refusal;
import clinic.booking.VisitDesk;
import clinic.calendar.ClinicProfile;
import clinic.patient.Patient;
import clinic.planner.NoLegalPlan;
import clinic.platform.Retried;
import clinic.protocol.Protocol;
import clinic.staff.Actor;
import clinic.staff.Deed;
import clinic.staff.Task;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** Where the least change to a series is proposed, and applied once a person confirmed it. */
@Retried
@ApplicationScoped
public class RepairDesk {
    static final Duration KEPT = Duration.ofHours(1);

    @Inject
    private SeriesShelf shelf;

    @Inject
    private SeriesKeeper keeper;

    @Inject
    private Repairs repairs;

    @Inject
    private RepairShelf kept;

    @Inject
    private CourseBook book;

    @Inject
    private NurseRoster roster;

    @Inject
    private Diary diary;

    @Inject
    private SeriesLocks locks;

    @Inject
    private ClinicProfile profile;

    @Inject
    private Event<Object> happened;

    /**
     * What the series would be like, repaired; nothing of it is changed. {@link NoLegalPlan} if it cannot be.
     */
    @Transactional
    public RepairProposal propose(Actor actor, long id, RepairAsked asked) {
        actor.must(Task.WRITE);
        Series series = shelf.get(id);
        refuseIfOver(actor, series);
        RepairCase read = repairs.read(series, asked);
        RepairProposal proposal = read.alone()
                .map(repaired -> kept.keep(series, read, repaired))
                .orElseThrow(() -> {
                    roster.mustHaveANurse();
                    return read.none();
                });
        happened.fire(Deed.done(actor, "PROPOSE_REPAIR", SeriesDesk.SERIES, id));
        return proposal;
    }

    /** Keeps what was found for one series beside others, as if it had been proposed by itself. */
    @Transactional
    public RepairProposal keep(Actor actor, RepairCase read, CourseRepair.Repaired repaired) {
        actor.must(Task.WRITE);
        happened.fire(Deed.done(
                actor, "PROPOSE_REPAIR", SeriesDesk.SERIES, read.series().id()));
        return kept.keep(shelf.get(read.series().id()), read, repaired);
    }

    /**
     * Does what was proposed, all of it, or nothing when the world has changed: then {@link CourseRefused} names what no
     * longer fits.
     */
    @Transactional
    public SeriesRecord apply(Actor actor, long id, String proposal, Optional<String> reason) {
        actor.must(Task.WRITE);
        Optional<String> why = VisitDesk.checked(reason);
        Series series = locks.lock(id);
        Patient patient = series.patient();
        KeptRepair repair = kept.find(proposal).filter(each -> each.isOf(id)).orElseThrow(UnknownSeries::new);
        Instant now = profile.now().toInstant();
        if (!repair.holds(series, book.standing(id), now.minus(KEPT))) {
            throw SeriesDesk.refused(Refusal.of(Reason.REPAIR_STALE, "proposal"));
        }
        refuseIfOver(actor, series);
        carryOut(actor, patient, series, repair.plan(), why);
        SeriesState before = series.state();
        keeper.settle(series, actor, SeriesStep.REPAIR, why);
        if (series.state() == before && why.isEmpty()) {
            shelf.record(new SeriesStep(series, SeriesStep.REPAIR, Optional.of(before), actor, now, why));
        }
        happened.fire(Deed.done(actor, "REPAIR_SERIES", SeriesDesk.SERIES, id).reason(why));
        return shelf.told(actor, series);
    }

    /** Forgets what nobody can apply any more. */
    @Transactional
    public void sweep() {
        kept.sweep(profile.now().toInstant().minus(KEPT));
    }

    private static void refuseIfOver(Actor actor, Series series) {
        if (!series.state().isRunning()) {
            throw SeriesDesk.refused(Decision.illegalIn(series.state(), "series", actor));
        }
    }

    private void carryOut(Actor actor, Patient patient, Series series, RepairPlan plan, Optional<String> why) {
        List<CourseBook.Outcome> done = book.carryOut(actor, change(patient, series, plan), why);
        Set<Integer> made = plan.that(RepairPlan.Deed.MAKE).stream()
                .map(RepairPlan.Step::no)
                .collect(Collectors.toUnmodifiableSet());
        done.stream()
                .filter(each -> made.contains(each.no()))
                .forEach(each -> series.remake(each.no(), each.notice().visit()));
        series.replanned();
        happened.fire(new InfusionEvents.SeriesChanged(
                series.id(), series.revision(), book.toCome(series.id()), notices(done, false), notices(done, true)));
    }

    private static List<BookingEvents.Notice> notices(List<CourseBook.Outcome> done, boolean cancelled) {
        return done.stream()
                .filter(each -> each.cancelled() == cancelled)
                .map(CourseBook.Outcome::notice)
                .toList();
    }

    private CourseChange change(Patient patient, Series series, RepairPlan plan) {
        Protocol protocol = shelf.protocol(series);
        int of = series.visits().stream().mapToInt(SeriesVisit::no).max().orElseThrow();
        return new CourseChange(
                patient.id(),
                plan.that(RepairPlan.Deed.MAKE).stream()
                        .map(step -> new CourseChange.Made(
                                new CourseVisit(series.id(), step.no(), of),
                                protocol.treatment(step.no(), lastTreatment(patient, step)),
                                step.start(),
                                OptionalLong.of(step.room())))
                        .toList(),
                plan.that(RepairPlan.Deed.MOVE).stream()
                        .map(step -> new CourseChange.Moved(
                                step.no(), step.appointment(), step.start(), OptionalLong.of(step.room())))
                        .toList(),
                plan.that(RepairPlan.Deed.DROP).stream()
                        .map(step -> CourseChange.Dropped.byTheClinic(step.no(), step.appointment()))
                        .toList());
    }

    private Optional<LocalDate> lastTreatment(Patient patient, RepairPlan.Step step) {
        return diary.lastTreatment(patient.id(), step.start().toLocalDate());
    }
}
