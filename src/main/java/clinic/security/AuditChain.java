package clinic.security;

import clinic.booking.PrivateLinks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/**
 * How entries are chained: each seal is a keyed hash of the seal before it and of the wording of its entry. Who can only
 * write to the database cannot forge one, whoever takes an entry out breaks the next, and the head tells of a cut end.
 */
@ApplicationScoped
class AuditChain {
    private PrivateLinks links;

    protected AuditChain() {}

    @Inject
    AuditChain(PrivateLinks links) {
        this.links = links;
    }

    AuditSeal next(long no, String before, AuditEntry entry) {
        return new AuditSeal(no, entry.id(), seal(before, entry));
    }

    private String seal(String before, AuditEntry entry) {
        return links.key("audit", before + "\n" + entry.wording());
    }

    /** A seal with the entry it is for, if that is still there. */
    record Link(AuditSeal seal, Optional<AuditEntry> entry) {}

    /** Follows the chain on from a seal; the entry at which it breaks, if it does. */
    Optional<Long> firstBroken(long no, String before, List<Link> links) {
        long expected = no;
        String last = before;
        for (Link link : links) {
            expected++;
            boolean holds = link.seal().no() == expected
                    && link.entry().isPresent()
                    && Secrets.same(seal(last, link.entry().get()), link.seal().seal());
            if (!holds) {
                return Optional.of(link.seal().entry());
            }
            last = link.seal().seal();
        }
        return Optional.empty();
    }
}
