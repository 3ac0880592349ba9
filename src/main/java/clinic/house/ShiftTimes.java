package clinic.house;

import clinic.booking.Reason;
import clinic.booking.Refusal;
import clinic.calendar.QuarterHours;
import clinic.capacity.Shift;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;

/** A stretch of work of one day, and the breaks within. */
public record ShiftTimes(QuarterHours span, List<QuarterHours> breaks) {

    static ShiftTimes of(Shift shift) {
        return new ShiftTimes(shift.span(), shift.breaks());
    }

    /**
     * Everything that speaks against working so on one day.
     *
     * @param field what the refusals speak of; a shift is {@code shifts[0]}, a break {@code shifts[0].breaks[0]}
     */
    static List<Refusal> refusals(List<ShiftTimes> shifts) {
        List<Refusal> refusals = new ArrayList<>();
        for (int index = 0; index < shifts.size(); index++) {
            ShiftTimes shift = shifts.get(index);
            String name = "shifts[" + index + "]";
            if (overlapsOneBefore(shifts.stream().map(ShiftTimes::span).toList(), index)) {
                refusals.add(Refusal.of(Reason.OVERLAP, name));
            }
            for (int pause = 0; pause < shift.breaks().size(); pause++) {
                if (!shift.span().contains(shift.breaks().get(pause))) {
                    refusals.add(Refusal.of(Reason.BREAK_OUTSIDE_SHIFT, name + ".breaks[" + pause + "]"));
                }
                if (overlapsOneBefore(shift.breaks(), pause)) {
                    refusals.add(Refusal.of(Reason.OVERLAP, name + ".breaks[" + pause + "]"));
                }
            }
        }
        return refusals;
    }

    private static boolean overlapsOneBefore(List<QuarterHours> spans, int index) {
        return spans.subList(0, index).stream().anyMatch(spans.get(index)::overlaps);
    }

    Shift shift(long clinician, DayOfWeek weekday) {
        return new Shift(clinician, weekday, span, breaks.toArray(QuarterHours[]::new));
    }
}
