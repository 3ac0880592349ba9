package clinic.protocol;

import clinic.capacity.Purpose;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Numbers of protocols to try things with. */
public final class SomeNumbers {
    private SomeNumbers() {}

    /** Six visits as the house ships them, some numbers of which are others. */
    public static ProtocolNumbers mood(Map<String, Integer> others, Integer... checkpoints) {
        return new ProtocolNumbers(
                others.getOrDefault("visits", 6),
                Gap.Unit.CALENDAR_DAYS,
                others.getOrDefault("gapLeast", 2),
                others.getOrDefault("gapTarget", 3),
                others.getOrDefault("gapMost", 5),
                others.getOrDefault("windowDays", 21),
                ProtocolNumbers.ANY_SPLITS,
                Purpose.MOOD,
                15,
                others.getOrDefault("infusion", 45),
                40,
                others.getOrDefault("infusionMost", 60),
                30,
                20,
                60,
                15,
                others.getOrDefault("acuity", 2),
                Set.of(checkpoints),
                own(others));
    }

    private static ClinicalLimits own(Map<String, Integer> others) {
        return new ClinicalLimits(Stream.of(Limit.values())
                .filter(limit -> others.containsKey(limit.word()))
                .collect(Collectors.toMap(limit -> limit, limit -> others.get(limit.word()))));
    }
}
