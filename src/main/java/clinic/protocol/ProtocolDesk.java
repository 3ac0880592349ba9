package clinic.protocol;

import clinic.booking.BookingRefused;
import clinic.booking.Reason;
import clinic.booking.Refusal;
import clinic.calendar.ClinicProfile;
import clinic.calendar.QuarterHours;
import clinic.capacity.CapacityDesk;
import clinic.platform.Retried;
import clinic.staff.Actor;
import clinic.staff.Deed;
import clinic.staff.Task;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * The protocols of the house: an admin proposes a version, a prescriber approves it, and then it is the one planned with.
 * No version that was ever planned with is changed; a draft that nobody approved may go.
 */
@Retried
@ApplicationScoped
public class ProtocolDesk {
    private static final String PROTOCOL = "PROTOCOL";
    private static final String CODE = "[A-Z][A-Z0-9_]{1,39}";

    @Inject
    private Protocols protocols;

    @Inject
    private LimitsVersions limits;

    @Inject
    private CapacityDesk house;

    @Inject
    private ClinicProfile profile;

    @Inject
    private Clock clock;

    @Inject
    private Event<Deed> deeds;

    /** By code; of a code the one planned with first, then the draft, then those of before, the newest first. */
    @Transactional
    public List<ProtocolVersion> all(Actor actor) {
        actor.must(Task.READ);
        return protocols.all();
    }

    /**
     * Proposes the next version of a protocol, or the first of a new one; a draft of the same code that nobody approved
     * gives way to it.
     *
     * @return its id
     */
    @Transactional
    public long propose(Actor actor, String code, ProtocolNumbers numbers) {
        actor.must(Task.ADMINISTER);
        refuse(code, numbers);
        house.takeTurn();
        protocols.of(code).stream()
                .filter(version -> version.is(ProtocolVersion.State.DRAFT))
                .forEach(protocols::remove);
        int last = protocols.of(code).stream()
                .mapToInt(ProtocolVersion::version)
                .max()
                .orElse(0);
        ProtocolVersion draft = new ProtocolVersion(code, last + 1, numbers, actor.name(), clock.instant());
        protocols.add(draft);
        tell(actor, "PROPOSE_PROTOCOL", draft);
        return draft.id();
    }

    /** New series are planned with it from now on; those that run keep theirs. */
    @Transactional
    public void approve(Actor actor, long id) {
        actor.must(Task.DECIDE);
        ProtocolVersion draft = draft(id);
        protocols.inUse(draft.code()).ifPresent(ProtocolVersion::retire);
        draft.approve(limits.inUse(), actor.name(), clock.instant());
        tell(actor, "APPROVE_PROTOCOL", draft);
    }

    /** Takes a draft back, or turns it down. */
    @Transactional
    public void discard(Actor actor, long id) {
        if (!actor.may(Task.DECIDE)) {
            actor.must(Task.ADMINISTER);
        }
        ProtocolVersion draft = draft(id);
        protocols.remove(draft);
        tell(actor, "DISCARD_PROTOCOL", draft);
    }

    /** Read after the turn is ours: somebody may have decided about it meanwhile. */
    private ProtocolVersion draft(long id) {
        house.takeTurn();
        return protocols
                .find(id)
                .filter(version -> version.is(ProtocolVersion.State.DRAFT))
                .orElseThrow(UnknownProtocol::new);
    }

    private void refuse(String code, ProtocolNumbers numbers) {
        List<Refusal> refusals = new ArrayList<>();
        if (!code.matches(CODE)) {
            refusals.add(Refusal.of(code.isEmpty() ? Reason.REQUIRED : Reason.UNKNOWN_CODE, "protocolCode"));
        }
        int longestDay = profile.calendar().week().values().stream()
                .mapToInt(hours -> hours.length() * QuarterHours.MINUTES)
                .max()
                .orElse(QuarterHours.PER_DAY * QuarterHours.MINUTES);
        refusals.addAll(numbers.refusals(longestDay, limits.inUse()));
        if (!refusals.isEmpty()) {
            throw new BookingRefused(refusals, List.of());
        }
    }

    private void tell(Actor actor, String action, ProtocolVersion version) {
        deeds.fire(Deed.done(actor, action, PROTOCOL, version.code() + "/" + version.version()));
    }
}
