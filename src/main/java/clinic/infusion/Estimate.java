package clinic.infusion;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What the visits of a series will cost who pays herself: that she is owed a good-faith estimate, or had it. The clinic
 * writes the paper; here stands by when, and that it was given.
 *
 * @param visits how many it is for
 * @param due the last day for it; empty where none is owed
 * @param fellAway whether another took its place, or the series ended, before it was given
 */
public record Estimate(
        int visits,
        Instant openedAt,
        Optional<LocalDate> due,
        Optional<Instant> givenAt,
        Optional<String> givenBy,
        Optional<String> note,
        boolean fellAway) {
    public boolean isOpen() {
        return givenAt.isEmpty() && !fellAway;
    }
}
