package clinic.web;

import clinic.calendar.QuarterHours;
import clinic.house.ShiftTimes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The working day of a clinician as it is typed: two shifts and four breaks, each from and to. A break belongs to the
 * shift it touches; one that touches none is the first one's, and is refused there.
 */
final class ShiftForm {
    static final List<String> SHIFTS = List.of("shift1", "shift2");
    static final List<String> BREAKS = List.of("break1", "break2", "break3", "break4");

    private final Map<String, String> typed;
    private final Map<String, String> fields = new HashMap<>();

    /** @param typed by the name of the field: {@code shift1From} */
    ShiftForm(Map<String, String> typed) {
        this.typed = typed;
    }

    /** The form filled in with how somebody works now. */
    static Map<String, String> of(List<ShiftTimes> shifts) {
        Map<String, String> filled = new HashMap<>();
        for (int index = 0; index < Math.min(shifts.size(), SHIFTS.size()); index++) {
            fill(filled, SHIFTS.get(index), shifts.get(index).span());
        }
        List<QuarterHours> breaks =
                shifts.stream().flatMap(shift -> shift.breaks().stream()).toList();
        for (int index = 0; index < Math.min(breaks.size(), BREAKS.size()); index++) {
            fill(filled, BREAKS.get(index), breaks.get(index));
        }
        return filled;
    }

    private static void fill(Map<String, String> filled, String name, QuarterHours span) {
        filled.put(name + "From", span.startsAt().toString());
        filled.put(name + "To", span.endsAt().toString());
    }

    /** What was typed; refuses what cannot be read. */
    List<ShiftTimes> read() {
        TypedTimes times = new TypedTimes();
        List<QuarterHours> spans = new ArrayList<>();
        List<List<QuarterHours>> breaks = new ArrayList<>();
        for (String name : SHIFTS) {
            span(times, name).ifPresent(span -> {
                fields.put("shifts[" + spans.size() + "]", name + "From");
                spans.add(span);
                breaks.add(new ArrayList<>());
            });
        }
        for (String name : BREAKS) {
            span(times, name).filter(any -> !spans.isEmpty()).ifPresent(pause -> {
                int shift = shiftOf(pause, spans);
                fields.put("shifts[" + shift + "].breaks[" + breaks.get(shift).size() + "]", name + "From");
                breaks.get(shift).add(pause);
            });
        }
        times.check();
        List<ShiftTimes> shifts = new ArrayList<>();
        for (int index = 0; index < spans.size(); index++) {
            shifts.add(new ShiftTimes(spans.get(index), breaks.get(index)));
        }
        return shifts;
    }

    private static int shiftOf(QuarterHours pause, List<QuarterHours> spans) {
        for (int index = 0; index < spans.size(); index++) {
            if (spans.get(index).overlaps(pause)) {
                return index;
            }
        }
        return 0;
    }

    private Optional<QuarterHours> span(TypedTimes times, String name) {
        return times.span(
                name + "From", typed.getOrDefault(name + "From", ""), name + "To", typed.getOrDefault(name + "To", ""));
    }

    /** The field a refusal of the roster speaks of. */
    String field(String refused) {
        return fields.getOrDefault(refused, refused);
    }
}
