package clinic.security;

import java.time.Instant;
import java.util.Optional;

/**
 * Which entries somebody wants to see; what is empty does not matter.
 *
 * @param from inclusive
 * @param to exclusive
 * @param before only entries with a smaller number: the next page
 */
public record AuditQuestion(
        Optional<Instant> from,
        Optional<Instant> to,
        String who,
        String action,
        String record,
        String recordId,
        Optional<Long> before) {
    /** The same for what is older than an entry. */
    public AuditQuestion before(long entry) {
        return new AuditQuestion(from, to, who, action, record, recordId, Optional.of(entry));
    }
}
