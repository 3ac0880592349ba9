package clinic.planner;

import clinic.protocol.Protocol;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
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
public record NoPlan(Map<LocalDate, Blocker> blocked, List<Relaxation> relaxations) {
    /** Why a visit cannot be on an open day. */
    public enum Blocker {
        NOT_WISHED,
        AVOIDED,
        /** A holiday, or closed for once. */
        CLOSED,
        /** There are times, but none in the part of the day wished for. */
        NOT_AT_THAT_TIME,
        FULL
    }

    public NoPlan {
        blocked = Collections.unmodifiableMap(new TreeMap<>(blocked));
        relaxations = List.copyOf(relaxations);
    }

    /**
     * @param days every open day that can be planned on, from before the earliest wished for to after the latest
     */
    static NoPlan explain(Protocol protocol, Price price, Wishes wishes, CourseDays days, Offers offers) {
        Map<LocalDate, Blocker> blocked = new TreeMap<>();
        for (int index = 0; index < days.count(); index++) {
            LocalDate day = days.at(index);
            if (!day.isBefore(wishes.earliest()) && !day.isAfter(wishes.latest())) {
                blockerOn(day, protocol, wishes, offers).ifPresent(blocker -> blocked.put(day, blocker));
            }
        }
        return new NoPlan(blocked, new Relaxations(protocol, price, wishes, days, offers).thatHelp());
    }

    /** The same with days that count as none, because the house is closed. */
    NoPlan closedOn(Collection<LocalDate> closed) {
        Map<LocalDate, Blocker> more = new TreeMap<>(blocked);
        closed.forEach(day -> more.put(day, Blocker.CLOSED));
        return new NoPlan(more, relaxations);
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
