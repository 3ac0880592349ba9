package clinic.booking;

import java.time.Instant;
import java.util.Optional;

/**
 * Somebody who waits for a call of the clinic.
 *
 * @param visit which it is about, if it is about one
 * @param occasion kind of the email it takes the place of, if it does
 */
public record CallTask(
        long id,
        CallRequest.Cause cause,
        String name,
        String phone,
        String language,
        Optional<String> note,
        Instant createdAt,
        Instant dueAt,
        boolean overdue,
        Optional<Long> visit,
        Optional<String> occasion) {}
