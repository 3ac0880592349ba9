package clinic.web;

import clinic.capacity.Purpose;
import clinic.protocol.Gap;
import clinic.protocol.ProtocolNumbers;
import clinic.protocol.ProtocolVersion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A protocol as it stands in a form: what was typed, field by field. */
final class ProtocolForm {
    static final String CODE = "protocolCode";

    private ProtocolForm() {}

    static Map<String, String> empty() {
        return new HashMap<>(Map.of("gapUnit", Gap.Unit.CALENDAR_DAYS.name(), "roomFor", Purpose.MOOD.name()));
    }

    static Map<String, String> of(ProtocolVersion version) {
        ProtocolNumbers numbers = version.numbers();
        Map<String, String> typed = new HashMap<>();
        typed.put(CODE, version.code());
        typed.put("gapUnit", numbers.gapUnit().name());
        typed.put("roomFor", numbers.room().name());
        put(typed, "visits", numbers.visits());
        put(typed, "gapLeast", numbers.gapLeast());
        put(typed, "gapTarget", numbers.gapTarget());
        put(typed, "gapMost", numbers.gapMost());
        if (numbers.isSeries()) {
            put(typed, "windowDays", numbers.windowDays());
        }
        if (numbers.weekendSplits() < ProtocolNumbers.ANY_SPLITS) {
            put(typed, "weekendSplits", numbers.weekendSplits());
        }
        put(typed, "prep", numbers.prep());
        put(typed, "infusion", numbers.infusion());
        put(typed, "infusionLeast", numbers.infusionLeast());
        put(typed, "infusionMost", numbers.infusionMost());
        put(typed, "recovery", numbers.recovery());
        put(typed, "recoveryLeast", numbers.recoveryLeast());
        put(typed, "recoveryMost", numbers.recoveryMost());
        put(typed, "turnover", numbers.turnover());
        put(typed, "acuity", numbers.acuity());
        typed.put(
                "checkpoints",
                numbers.checkpointsInOrder().stream().map(String::valueOf).collect(Collectors.joining(", ")));
        typed.putAll(LimitsForm.of(numbers.own()));
        return typed;
    }

    private static void put(Map<String, String> typed, String field, int number) {
        typed.put(field, Integer.toString(number));
    }

    /** Refuses what is no number; whether the numbers make sense the desk says. */
    static ProtocolNumbers read(Map<String, String> form) {
        TypedNumbers typed = new TypedNumbers(form);
        int visits = typed.whole("visits");
        int infusion = typed.whole("infusion");
        int recovery = typed.whole("recovery");
        ProtocolNumbers numbers = new ProtocolNumbers(
                visits,
                chosen(List.of(Gap.Unit.values()), typed.text("gapUnit")),
                typed.whole("gapLeast"),
                typed.whole("gapTarget"),
                typed.whole("gapMost"),
                visits > 1 ? typed.whole("windowDays") : 0,
                typed.whole("weekendSplits", ProtocolNumbers.ANY_SPLITS),
                chosen(List.of(Purpose.MOOD, Purpose.PAIN), typed.text("roomFor")),
                typed.whole("prep"),
                infusion,
                typed.whole("infusionLeast", infusion),
                typed.whole("infusionMost", infusion),
                recovery,
                typed.whole("recoveryLeast", recovery),
                typed.whole("recoveryMost", recovery),
                typed.whole("turnover"),
                typed.whole("acuity"),
                typed.several("checkpoints"),
                LimitsForm.read(typed));
        typed.check();
        return numbers;
    }

    private static <E extends Enum<E>> E chosen(List<E> among, String name) {
        return among.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElse(among.get(0));
    }
}
