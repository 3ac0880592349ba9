package clinic.planner;

import clinic.booking.Reason;
import clinic.booking.Refusal;
import clinic.protocol.Protocol;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a protocol asks of the days of a series: that its visits keep their order, gaps between visits that follow each other, weekends between them, and the
 * time from the first to the last. The one place, for plans, for bookings and for moves by hand. Pure.
 */
public final class CourseRules {
    private final Protocol protocol;
    private final CourseDays days;

    /**
     * @param days every open day from the first visit to the last
     */
    public CourseRules(Protocol protocol, CourseDays days) {
        this.protocol = protocol;
        this.days = days;
    }

    /**
     * Everything that is not as it should be, by the number of the later visit.
     *
     * @param visits the day of each visit that counts, by its number, from 1; 0 is the last one before the series
     */
    public Map<Integer, List<Refusal>> broken(Map<Integer, LocalDate> visits) {
        Map<Integer, List<Refusal>> broken = new TreeMap<>();
        int splits = 0;
        Map.Entry<Integer, LocalDate> before = null;
        for (Map.Entry<Integer, LocalDate> visit : new TreeMap<>(visits).entrySet()) {
            if (before != null) {
                List<Refusal> refusals = new ArrayList<>(gap(before, visit));
                if (CourseDays.splitsAWeekend(before.getValue(), visit.getValue())) {
                    splits++;
                    if (splits > protocol.mostWeekendSplits()) {
                        refusals.add(refusal(
                                Reason.WEEKEND_BETWEEN, Map.of("before", before.getKey(), "after", visit.getKey())));
                    }
                }
                if (!refusals.isEmpty()) {
                    broken.put(visit.getKey(), refusals);
                }
            }
            before = visit;
        }
        window(visits)
                .ifPresent(refusal -> broken.computeIfAbsent(new TreeMap<>(visits).lastKey(), any -> new ArrayList<>())
                        .add(refusal));
        return broken;
    }

    private List<Refusal> gap(Map.Entry<Integer, LocalDate> before, Map.Entry<Integer, LocalDate> after) {
        if (!after.getValue().isAfter(before.getValue())) {
            return List.of(refusal(Reason.OUT_OF_ORDER, Map.of("before", before.getKey(), "after", after.getKey())));
        }
        int gap = days.gap(protocol.gap().unit(), before.getValue(), after.getValue());
        Map<String, Object> facts = Map.of(
                "before",
                before.getKey(),
                "after",
                after.getKey(),
                "gap",
                gap,
                "least",
                protocol.gap().least(),
                "most",
                protocol.gap().most());
        if (gap < protocol.gap().least()) {
            return List.of(refusal(Reason.GAP_TOO_SHORT, facts));
        }
        return gap > protocol.gap().most() ? List.of(refusal(Reason.GAP_TOO_LONG, facts)) : List.of();
    }

    private Optional<Refusal> window(Map<Integer, LocalDate> visits) {
        SortedMap<Integer, LocalDate> inOrder = new TreeMap<>(visits).tailMap(1);
        if (inOrder.size() < 2) {
            return Optional.empty();
        }
        long span = Collections.max(inOrder.values()).toEpochDay()
                - Collections.min(inOrder.values()).toEpochDay();
        return span <= protocol.windowDays()
                ? Optional.empty()
                : Optional.of(refusal(Reason.WINDOW_EXCEEDED, Map.of("span", span, "most", protocol.windowDays())));
    }

    private static Refusal refusal(Reason reason, Map<String, Object> facts) {
        return new Refusal(reason, Refusal.START, facts);
    }
}
