package clinic.protocol;

import clinic.booking.Reason;
import clinic.booking.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** Some clinical limits, or all of them. A value: it may be nonsense, and then {@link #refusals} names each at fault. */
public record ClinicalLimits(Map<Limit, Integer> values) {
    public static final ClinicalLimits NONE = new ClinicalLimits(Map.of());
    /** What every clinic begins with. */
    public static final ClinicalLimits USUAL = new ClinicalLimits(Arrays.stream(Limit.values())
            .filter(limit -> limit.usual().isPresent())
            .collect(Collectors.toMap(limit -> limit, limit -> limit.usual().getAsInt())));

    public ClinicalLimits {
        Map<Limit, Integer> copy = new EnumMap<>(Limit.class);
        copy.putAll(values);
        values = Collections.unmodifiableMap(copy);
    }

    /** Reads what {@link #text} wrote. */
    static ClinicalLimits parse(String text) {
        return new ClinicalLimits(Arrays.stream(text.split(","))
                .filter(each -> !each.isEmpty())
                .map(each -> each.split("="))
                .collect(Collectors.toMap(each -> Limit.valueOf(each[0]), each -> Integer.valueOf(each[1]))));
    }

    /** {@code SYSTOLIC_LOW=90,SYSTOLIC_HIGH=160}, in the order of the limits; empty for none. */
    String text() {
        return values.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining(","));
    }

    /** These, and the others where these say nothing. */
    public ClinicalLimits over(ClinicalLimits others) {
        Map<Limit, Integer> both = new EnumMap<>(Limit.class);
        both.putAll(others.values);
        both.putAll(values);
        return new ClinicalLimits(both);
    }

    /** The same, with a value for one of them if it has none. */
    ClinicalLimits otherwise(Limit limit, int value) {
        return values.containsKey(limit) ? this : over(new ClinicalLimits(Map.of(limit, value)));
    }

    public OptionalInt find(Limit limit) {
        return values.containsKey(limit) ? OptionalInt.of(values.get(limit)) : OptionalInt.empty();
    }

    /** @throws IllegalStateException if there is no value */
    public int of(Limit limit) {
        return find(limit).orElseThrow(() -> new IllegalStateException("no " + limit));
    }

    /**
     * Everything wrong with these, field by field: out of bounds, or a high limit not above the low one.
     *
     * @param others what holds where these say nothing
     */
    public List<Refusal> refusals(ClinicalLimits others) {
        List<Refusal> refusals = new ArrayList<>();
        ClinicalLimits all = over(others);
        values.forEach((limit, value) -> {
            if (value < limit.least() || value > limit.most()) {
                refusals.add(outside(limit, limit.least(), limit.most()));
            }
        });
        if (refusals.isEmpty()) {
            all.values.forEach((limit, value) -> limit.low()
                    .filter(low -> all.find(low).orElse(0) >= value)
                    .ifPresent(low -> refusals.add(
                            values.containsKey(limit)
                                    ? outside(limit, all.of(low) + 1, limit.most())
                                    : outside(low, low.least(), value - 1))));
        }
        return refusals;
    }

    static Refusal outside(Limit limit, int least, int most) {
        return new Refusal(Reason.OUT_OF_RANGE, limit.word(), Map.of("least", least, "most", most));
    }
}
