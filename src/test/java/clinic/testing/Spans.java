package clinic.testing;

import clinic.calendar.QuarterHours;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Generated spans of a day. */
public final class Spans {
    private Spans() {}

    public static Arbitrary<QuarterHours> ofADay() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 95),
                        Arbitraries.integers().between(1, 24))
                .as((start, length) -> new QuarterHours(start, Math.min(QuarterHours.PER_DAY, start + length)));
    }
}
