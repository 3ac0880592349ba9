package clinic.planner;

import clinic.protocol.Protocol;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What the day of the first visit costs. A series may begin within a fortnight for nothing; from then on every day is paid
 * for, so that nobody waits for weeks for gaps a little better. A single visit is counted from the treatment before it.
 *
 * @param earliest from when on she waits
 * @param before day of the treatment before it, had or booked
 */
record FirstDay(Protocol protocol, Price price, LocalDate earliest, Optional<LocalDate> before) {
    private static final int A_FORTNIGHT = 14;

    /** The offers with that price on them. */
    Offers on(Offers offers) {
        return (visit, day) -> {
            int more = visit == 1 ? gap(day) + waiting(day) : 0;
            return more == 0
                    ? offers.on(visit, day)
                    : offers.on(visit, day).stream()
                            .map(offer -> new Offer(offer.start(), offer.room(), offer.crowd() + more))
                            .toList();
        };
    }

    /** That a single visit is not on the best day after the one before. */
    int gap(LocalDate day) {
        return isCounted()
                ? price.dayOffTarget()
                        * Math.abs(days(before.get(), day) - protocol.gap().target())
                : 0;
    }

    int waiting(LocalDate day) {
        return isCounted() ? 0 : price.dayWaited() * Math.max(0, days(earliest, day) - A_FORTNIGHT);
    }

    private boolean isCounted() {
        return protocol.visits() == 1 && before.isPresent();
    }

    private static int days(LocalDate from, LocalDate to) {
        return (int) (to.toEpochDay() - from.toEpochDay());
    }
}
