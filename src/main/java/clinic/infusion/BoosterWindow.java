package clinic.infusion;

import clinic.protocol.Gap;
import java.time.LocalDate;

/**
 * When a treatment may be refreshed, counted from the last one had, in calendar days: the clinic's page of rules, 3.2.
 *
 * @param opens first day, inclusive
 * @param due the day aimed at
 * @param closes last day, inclusive
 */
public record BoosterWindow(LocalDate opens, LocalDate due, LocalDate closes) {
    static BoosterWindow after(LocalDate last, Gap gap) {
        return new BoosterWindow(last.plusDays(gap.least()), last.plusDays(gap.target()), last.plusDays(gap.most()));
    }

    public boolean isAhead(LocalDate today) {
        return today.isBefore(opens);
    }

    public boolean isOver(LocalDate today) {
        return today.isAfter(closes);
    }
}
