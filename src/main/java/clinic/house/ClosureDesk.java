package clinic.house;

import clinic.booking.BookingRefused;
import clinic.booking.Reason;
import clinic.booking.Refusal;
import clinic.booking.RememberedAnswers;
import clinic.booking.RequestKey;
import clinic.booking.VisitRules;
import clinic.calendar.ClinicProfile;
import clinic.capacity.CapacityDesk;
import clinic.capacity.Closure;
import clinic.capacity.Resources;
import clinic.capacity.Rollforward;
import clinic.platform.Retried;
import clinic.staff.Actor;
import clinic.staff.Deed;
import clinic.staff.Task;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Closes the clinic, a room or a clinician for a time, and opens them again. The closure and the days it takes away are
 * one transaction: whoever books meanwhile is either among the stranded, or refused.
 */
@Retried
@ApplicationScoped
public class ClosureDesk {
    private static final String CLOSURE = "CLOSURE";

    @PersistenceContext
    private EntityManager em;

    @Inject
    private CapacityDesk capacity;

    @Inject
    private Rollforward rollforward;

    @Inject
    private Resources resources;

    @Inject
    private VisitRules rules;

    @Inject
    private RememberedAnswers answers;

    @Inject
    private ClinicProfile profile;

    @Inject
    private Event<Deed> deeds;

    /**
     * @param stranded ids of the visits whose time was taken away
     */
    public record Closed(long id, Set<Long> stranded) {}

    /** The visits a closure would strand as things stand; nothing is changed. */
    @Transactional
    public Set<Long> preview(Actor actor, ClosureRequest request) {
        actor.must(Task.CLOSE);
        refuse(request);
        Closure closure = request.closure();
        refuseTwice(closure);
        Rollforward.Days days = days(closure);
        return capacity.preview(days.from(), days.to(), rules.longestTurnover(), plan -> plan.closing(closure));
    }

    @Transactional
    public Closed close(Actor actor, ClosureRequest request, Optional<RequestKey> key) {
        actor.must(Task.CLOSE);
        refuse(request);
        long id = answers.once(key, () -> close(actor, request.closure()));
        return new Closed(id, stranded(id));
    }

    private long close(Actor actor, Closure closure) {
        capacity.takeTurn();
        refuseTwice(closure);
        em.persist(closure);
        em.flush();
        note(closure.id(), roll(closure));
        deeds.fire(Deed.done(actor, "CLOSE", CLOSURE, closure.id())
                .fields(Set.of("from", "to", "resource"))
                .reason(Optional.of(closure.reason())));
        return closure.id();
    }

    /** By one statement: a house closed for weeks has hundreds, and its row is locked meanwhile. */
    private void note(long closure, Set<Long> stranded) {
        if (!stranded.isEmpty()) {
            String visits = stranded.stream().map(String::valueOf).collect(Collectors.joining(", "));
            em.createNativeQuery("insert into closure_stranded (closure_id, appointment_id)"
                            + " select ?, id from appointment where id in (" + visits + ")")
                    .setParameter(1, closure)
                    .executeUpdate();
        }
    }

    /** Takes a closure back: what it took away is there again, unless something else takes it away too. */
    @Transactional
    public void reopen(Actor actor, long id) {
        actor.must(Task.CLOSE);
        capacity.takeTurn();
        Closure closure = Optional.ofNullable(em.find(Closure.class, id)).orElseThrow(UnknownClosure::new);
        em.remove(closure);
        em.flush();
        roll(closure);
        deeds.fire(Deed.done(actor, "REOPEN", CLOSURE, id).reason(Optional.of(closure.reason())));
    }

    /** Closures that are not over yet, in order of their start. */
    @Transactional
    public List<Closure> closures(Actor actor) {
        actor.must(Task.READ);
        return em.createQuery("select c from Closure c where c.to > :now order by c.from, c.id", Closure.class)
                .setParameter("now", profile.now().toLocalDateTime())
                .getResultList();
    }

    private Set<Long> stranded(long closure) {
        Set<Long> visits = new TreeSet<>();
        for (Object visit : em.createNativeQuery("select appointment_id from closure_stranded where closure_id = ?")
                .setParameter(1, closure)
                .getResultList()) {
            visits.add(((Number) visit).longValue());
        }
        return visits;
    }

    private Set<Long> roll(Closure closure) {
        Rollforward.Days days = days(closure);
        return capacity.roll(days.from(), days.to(), rules.longestTurnover()).stranded();
    }

    private Rollforward.Days days(Closure closure) {
        return new Rollforward.Days(
                        closure.from().toLocalDate(), closure.to().toLocalDate().plusDays(1))
                .within(rollforward.ahead());
    }

    /** The same time of the same one once: else who opens it again finds it closed. */
    private void refuseTwice(Closure closure) {
        em
                .createQuery("select c from Closure c where c.from = :from and c.to = :to order by c.id", Closure.class)
                .setParameter("from", closure.from())
                .setParameter("to", closure.to())
                .getResultList()
                .stream()
                .filter(other -> other.resource().equals(closure.resource()))
                .findFirst()
                .ifPresent(first -> {
                    throw new BookingRefused(
                            List.of(new Refusal(Reason.CLOSED_ALREADY, "from", Map.of("reason", first.reason()))),
                            List.of());
                });
    }

    private void refuse(ClosureRequest request) {
        List<Refusal> refusals = request.refusals(
                profile.now().toLocalDateTime(),
                id -> resources.find(id).filter(any -> any.isThere()).isPresent());
        if (!refusals.isEmpty()) {
            throw new BookingRefused(refusals, List.of());
        }
    }
}
