package clinic.booking;

import java.time.Instant;
import java.util.Optional;

/**
 * One attempt to reach a person, or another entry in the record of a call.
 *
 * @param by name of the account
 */
public record CallEntry(CallOutcome outcome, Optional<String> note, Instant at, String by) {}
