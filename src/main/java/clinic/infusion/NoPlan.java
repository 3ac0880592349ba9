package clinic.infusion;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Why there is no plan.
 *
 * @param blocked for each open day asked about on which no visit can be, why; days that could have one are not named
 * @param relaxations each of which alone would give a plan, the easiest first
 */
record NoPlan(Map<LocalDate, Blocker> blocked, List<Relaxation> relaxations) {
    /** Why a visit cannot be on an open day. */
    enum Blocker {
        NOT_WISHED,
        AVOIDED,
        /** There are times, but none in the part of the day wished for. */
        NOT_AT_THAT_TIME,
        FULL
    }

    NoPlan {
        blocked = Map.copyOf(blocked);
        relaxations = List.copyOf(relaxations);
    }

    /**
     * @param days every open day from the earliest wished for to four weeks after the latest
     */
    static NoPlan explain(Protocol protocol, Price price, Wishes wishes, CourseDays days, Offers offers) {
        Map<LocalDate, Blocker> blocked = new TreeMap<>();
        for (int index = 0; index < days.count(); index++) {
            LocalDate day = days.at(index);
            if (!day.isBefore(wishes.earliest()) && !day.isAfter(wishes.latest())) {
                blockerOn(day, protocol, wishes, offers).ifPresent(blocker -> blocked.put(day, blocker));
            }
        }
        return new NoPlan(
                blocked,
                Arrays.stream(Relaxation.values())
                        .filter(each -> !new SeriesPlanner(each.relaxed(protocol), price)
                                .best(1, each.relaxed(wishes), days, offers)
                                .isEmpty())
                        .toList());
    }

    private static Optional<Blocker> blockerOn(LocalDate day, Protocol protocol, Wishes wishes, Offers offers) {
        if (!wishes.weekdays().contains(day.getDayOfWeek())) {
            return Optional.of(Blocker.NOT_WISHED);
        }
        if (wishes.avoid().contains(day)) {
            return Optional.of(Blocker.AVOIDED);
        }
        List<Offer> there = offers.on(protocol.visits(), day);
        if (there.isEmpty()) {
            return Optional.of(Blocker.FULL);
        }
        return there.stream()
                        .anyMatch(offer ->
                                wishes.allow(offer.start(), protocol.phases().chairQuarters()))
                ? Optional.empty()
                : Optional.of(Blocker.NOT_AT_THAT_TIME);
    }
}
