package clinic.house;

import clinic.booking.BookingRefused;
import clinic.booking.Reason;
import clinic.booking.Refusal;
import clinic.booking.VisitRules;
import clinic.calendar.DayException;
import clinic.calendar.OpeningHours;
import clinic.capacity.CapacityDesk;
import clinic.capacity.Resource;
import clinic.capacity.Rollforward;
import clinic.capacity.Shift;
import clinic.platform.Retried;
import clinic.staff.Actor;
import clinic.staff.Deed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes a change of the roster down, and its first days with it. Each method is one short transaction. */
@Retried
@ApplicationScoped
class RosterRegister {
    private static final String RESOURCE = "RESOURCE";

    @PersistenceContext
    private EntityManager em;

    @Inject
    private CapacityDesk capacity;

    @Inject
    private VisitRules rules;

    @Inject
    private Event<Deed> deeds;

    /** Saves the change and rewrites those days; the visits it stranded there. */
    @Transactional
    Set<Long> save(Actor actor, RosterChange change, Rollforward.Days days) {
        capacity.takeTurn();
        deeds.fire(write(actor, change));
        em.flush();
        return rewritten(days);
    }

    /** Rewrites more days after a change that is saved. */
    @Transactional
    Set<Long> goOn(Rollforward.Days days) {
        return rewritten(days);
    }

    /** Adds a room or clinician and its first days. */
    @Transactional
    long add(Actor actor, Resource resource, Rollforward.Days days) {
        capacity.takeTurn();
        if (!em.createQuery("select r from Resource r where r.name = :name", Resource.class)
                .setParameter("name", resource.name())
                .getResultList()
                .isEmpty()) {
            throw new BookingRefused(List.of(Refusal.of(Reason.NAME_TAKEN, "name")), List.of());
        }
        em.persist(resource);
        em.flush();
        deeds.fire(Deed.done(actor, "ADD_RESOURCE", RESOURCE, resource.id()));
        rewritten(days);
        return resource.id();
    }

    @Transactional
    List<Shift> shifts() {
        return em.createQuery("select s from Shift s order by s.resource, s.weekday, s.start", Shift.class)
                .getResultList();
    }

    private Set<Long> rewritten(Rollforward.Days days) {
        return capacity.roll(days.from(), days.to(), rules.longestTurnover()).stranded();
    }

    private Deed write(Actor actor, RosterChange change) {
        if (change instanceof RosterChange.Hours hours) {
            hours.span()
                    .ifPresentOrElse(
                            span -> em.merge(new OpeningHours(hours.weekday(), span)),
                            () -> remove(OpeningHours.class, hours.weekday().getValue()));
            return Deed.done(actor, "CHANGE_HOURS", "HOURS", hours.weekday());
        }
        if (change instanceof RosterChange.DayByHand byHand) {
            em.merge(byHand.day());
            return Deed.done(
                            actor,
                            byHand.day().isOpen() ? "OPEN_DAY" : "CLOSE_DAY",
                            "DAY",
                            byHand.day().day())
                    .reason(Optional.of(byHand.day().note()));
        }
        if (change instanceof RosterChange.DayAsUsual asUsual) {
            remove(DayException.class, asUsual.day());
            return Deed.done(actor, "FORGET_DAY", "DAY", asUsual.day());
        }
        if (change instanceof RosterChange.WorkingTime work) {
            return work(actor, work);
        }
        if (change instanceof RosterChange.Retirement retirement) {
            resource(retirement.resource()).retire();
            return Deed.done(actor, "RETIRE_RESOURCE", RESOURCE, retirement.resource());
        }
        RosterChange.Return back = (RosterChange.Return) change;
        resource(back.resource()).comeBack();
        return Deed.done(actor, "RETURN_RESOURCE", RESOURCE, back.resource());
    }

    private Deed work(Actor actor, RosterChange.WorkingTime work) {
        if (!resource(work.clinician()).kind().isPerson()) {
            throw unknown();
        }
        shifts().stream()
                .filter(shift -> shift.resource() == work.clinician() && shift.weekday() == work.weekday())
                .forEach(em::remove);
        work.shifts().forEach(times -> em.persist(times.shift(work.clinician(), work.weekday())));
        return Deed.done(actor, "CHANGE_SHIFTS", RESOURCE, work.clinician())
                .fields(Set.of(work.weekday().name()));
    }

    private Resource resource(long id) {
        return Optional.ofNullable(em.find(Resource.class, id)).orElseThrow(RosterRegister::unknown);
    }

    private static BookingRefused unknown() {
        return new BookingRefused(List.of(Refusal.of(Reason.UNKNOWN_RESOURCE, "resource")), List.of());
    }

    private void remove(Class<?> type, Object id) {
        Optional.ofNullable(em.find(type, id)).ifPresent(em::remove);
    }
}
