package clinic.infusion;

import clinic.booking.Reason;
import clinic.booking.Refusal;
import clinic.planner.CourseRules;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What it breaks of a protocol that one visit of a series has a day: only what lies between it and its neighbors, or is
 * about the whole and was not so before. What a prescriber accepted stays accepted as long as it gets no worse, and so is
 * a visit more that was accepted before it was made. Pure.
 *
 * @param standing the day of each visit that counts, by number, with this one where it stands or last stood, if it did
 * @param accepted numbers of the visits before which a prescriber accepted what the protocol does not allow
 */
record VisitGaps(CourseRules rules, Map<Integer, LocalDate> standing, Set<Integer> accepted) {

    /**
     * @param no the visit, by its number
     * @param then the day of each visit that counts afterwards, by number
     */
    List<Refusal> against(int no, Map<Integer, LocalDate> then) {
        TreeMap<Integer, LocalDate> after = new TreeMap<>(then);
        Integer next = after.higherKey(no);
        Map<Integer, List<Refusal>> before = rules.broken(standing);
        return rules.broken(then).entrySet().stream()
                .flatMap(broken -> broken.getValue().stream()
                        .filter(refusal -> isNews(
                                refusal,
                                broken.getKey() == no || broken.getKey().equals(next),
                                broken.getKey(),
                                before.getOrDefault(broken.getKey(), List.of()))))
                .toList();
    }

    private boolean isNews(Refusal refusal, boolean beside, int key, List<Refusal> before) {
        boolean noWorse = before.stream().anyMatch(earlier -> isNoWorse(refusal, earlier));
        boolean isAccepted = accepted.contains(key) && (noWorse || !standing.containsKey(key));
        return switch (refusal.reason()) {
            case WINDOW_EXCEEDED -> !isAccepted && !noWorse;
            case WEEKEND_BETWEEN -> !isAccepted && (beside || !noWorse);
            default -> !isAccepted && beside;
        };
    }

    private static boolean isNoWorse(Refusal now, Refusal before) {
        if (now.reason() != before.reason()) {
            return false;
        }
        return switch (now.reason()) {
            case GAP_TOO_SHORT -> number(now, "gap") >= number(before, "gap");
            case GAP_TOO_LONG -> number(now, "gap") <= number(before, "gap");
            case WINDOW_EXCEEDED -> number(now, "span") <= number(before, "span");
            default -> now.reason() != Reason.OUT_OF_ORDER;
        };
    }

    private static long number(Refusal refusal, String fact) {
        return ((Number) refusal.facts().get(fact)).longValue();
    }
}
