package clinic.protocol;

import clinic.booking.BookingRefused;
import clinic.booking.Reason;
import clinic.booking.Refusal;
import clinic.capacity.CapacityDesk;
import clinic.platform.Retried;
import clinic.protocol.ProtocolVersion.State;
import clinic.staff.Actor;
import clinic.staff.Deed;
import clinic.staff.Task;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The clinic's own limits: an admin proposes them, a prescriber approves them. With the approval every protocol in use
 * that follows the clinic in a limit that changed gets a next version; a running series keeps the one it has.
 */
@Retried
@ApplicationScoped
public class LimitsDesk {
    private static final String LIMITS = "CLINICAL_LIMITS";

    @Inject
    private LimitsVersions versions;

    @Inject
    private Protocols protocols;

    @Inject
    private CapacityDesk house;

    @Inject
    private Clock clock;

    @Inject
    private Event<Deed> deeds;

    /** The version in use first, then the draft, then those of before, the newest first. */
    @Transactional
    public List<LimitsVersion> all(Actor actor) {
        actor.must(Task.READ);
        return versions.all();
    }

    /** What holds where a protocol has no limit of its own. */
    @Transactional
    public ClinicalLimits inUse(Actor actor) {
        actor.must(Task.READ);
        return versions.inUse();
    }

    /**
     * Proposes the next version; a draft before it gives way.
     *
     * @param limits every limit, but for those each protocol has its own usual value of
     * @return its id
     */
    @Transactional
    public long propose(Actor actor, ClinicalLimits limits) {
        actor.must(Task.ADMINISTER);
        refuse(limits);
        house.takeTurn();
        versions.all().stream().filter(each -> each.state() == State.DRAFT).forEach(versions::remove);
        int last =
                versions.all().stream().mapToInt(LimitsVersion::version).max().orElse(0);
        LimitsVersion draft = new LimitsVersion(last + 1, limits, actor.name(), clock.instant());
        versions.add(draft);
        tell(actor, "PROPOSE_LIMITS", draft);
        return draft.id();
    }

    private static void refuse(ClinicalLimits limits) {
        List<Refusal> refusals = new ArrayList<>();
        Arrays.stream(Limit.values())
                .filter(limit -> limit.usual().isPresent() && limits.find(limit).isEmpty())
                .forEach(limit -> refusals.add(Refusal.of(Reason.REQUIRED, limit.word())));
        refusals.addAll(limits.refusals(ClinicalLimits.NONE));
        if (!refusals.isEmpty()) {
            throw new BookingRefused(refusals, List.of());
        }
    }

    /** They hold for series planned from now on. */
    @Transactional
    public void approve(Actor actor, long id) {
        actor.must(Task.DECIDE);
        LimitsVersion draft = draft(id);
        versions.approved().ifPresent(LimitsVersion::retire);
        draft.approve(actor.name(), clock.instant());
        tell(actor, "APPROVE_LIMITS", draft);
        protocols.all().stream()
                .filter(each -> each.is(State.APPROVED) && each.changesWith(draft.limits()))
                .toList()
                .forEach(each -> follow(actor, each, draft));
    }

    private void follow(Actor actor, ProtocolVersion protocol, LimitsVersion limits) {
        int last = protocols.of(protocol.code()).stream()
                .mapToInt(ProtocolVersion::version)
                .max()
                .orElseThrow();
        ProtocolVersion next = new ProtocolVersion(
                protocol.code(), last + 1, protocol.numbers(), limits.proposedBy(), limits.proposedAt());
        protocol.retire();
        next.approve(limits.limits(), actor.name(), clock.instant());
        protocols.add(next);
        deeds.fire(Deed.done(actor, "APPROVE_PROTOCOL", "PROTOCOL", next.code() + "/" + next.version()));
    }

    /** Takes a draft back, or turns it down. */
    @Transactional
    public void discard(Actor actor, long id) {
        if (!actor.may(Task.DECIDE)) {
            actor.must(Task.ADMINISTER);
        }
        LimitsVersion draft = draft(id);
        versions.remove(draft);
        tell(actor, "DISCARD_LIMITS", draft);
    }

    private LimitsVersion draft(long id) {
        house.takeTurn();
        return versions.draft(id).orElseThrow(UnknownProtocol::new);
    }

    private void tell(Actor actor, String action, LimitsVersion version) {
        deeds.fire(Deed.done(actor, action, LIMITS, version.version()));
    }
}
