package clinic.infusion;

import java.util.Optional;
import java.util.Set;

/** One thing that could be given up so that a plan becomes possible. The last two are a prescriber's to give. */
enum Relaxation {
    ANY_WEEKDAY,
    ANY_TIME_OF_DAY,
    NO_DATE_AVOIDED,
    END_FOUR_WEEKS_LATER,
    GAP_ONE_DAY_LONGER,
    WINDOW_ONE_WEEK_LONGER;

    private static final int FOUR_WEEKS = 28;

    /** The wishes with this one given up. */
    Wishes relaxed(Wishes wishes) {
        return switch (this) {
            case ANY_WEEKDAY ->
                new Wishes(
                        wishes.earliest(),
                        wishes.latest(),
                        Wishes.ANY_DAY,
                        wishes.between(),
                        wishes.avoid(),
                        wishes.preferredTime());
            case ANY_TIME_OF_DAY ->
                new Wishes(
                        wishes.earliest(),
                        wishes.latest(),
                        wishes.weekdays(),
                        Wishes.ANY_TIME,
                        wishes.avoid(),
                        Optional.empty());
            case NO_DATE_AVOIDED ->
                new Wishes(
                        wishes.earliest(),
                        wishes.latest(),
                        wishes.weekdays(),
                        wishes.between(),
                        Set.of(),
                        wishes.preferredTime());
            case END_FOUR_WEEKS_LATER ->
                new Wishes(
                        wishes.earliest(),
                        wishes.latest().plusDays(FOUR_WEEKS),
                        wishes.weekdays(),
                        wishes.between(),
                        wishes.avoid(),
                        wishes.preferredTime());
            case GAP_ONE_DAY_LONGER, WINDOW_ONE_WEEK_LONGER -> wishes;
        };
    }

    /** The protocol with this one given up. */
    Protocol relaxed(Protocol protocol) {
        return switch (this) {
            case GAP_ONE_DAY_LONGER ->
                protocol.within(
                        new Gap(
                                protocol.gap().unit(),
                                protocol.gap().least(),
                                protocol.gap().target(),
                                protocol.gap().most() + 1),
                        protocol.windowDays());
            case WINDOW_ONE_WEEK_LONGER -> protocol.within(protocol.gap(), protocol.windowDays() + 7);
            case ANY_WEEKDAY, ANY_TIME_OF_DAY, NO_DATE_AVOIDED, END_FOUR_WEEKS_LATER -> protocol;
        };
    }
}
