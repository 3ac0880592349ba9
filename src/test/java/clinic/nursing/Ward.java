package clinic.nursing;

import clinic.calendar.QuarterHours;
import clinic.capacity.DayVector;
import java.time.LocalDate;
import java.util.List;

/** Nurses and visits made by hand; times are hours, quarter-hours their fractions. */
final class Ward {
    static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    static final Nurse KIM = nurse(1, "Kim", span(8, 16.5), span(12, 12.5));
    static final Nurse LOU = nurse(2, "Lou", span(8, 19));

    private Ward() {}

    static QuarterHours span(double from, double to) {
        return new QuarterHours((int) (from * 4), (int) (to * 4));
    }

    static Nurse nurse(long id, String name, QuarterHours shift, QuarterHours... breaks) {
        DayVector working = DayVector.EMPTY.with(shift, 1);
        for (QuarterHours each : breaks) {
            working = working.with(each, 0);
        }
        return new Nurse(id, name, working);
    }

    /** As a booking would claim it: a quarter-hour of hands at both ends, one unit of care in the last half hour. */
    static Stay stay(long visit, double from, double to, int care) {
        QuarterHours span = span(from, to);
        int end = span.end();
        return new Stay(
                visit,
                span,
                DayVector.EMPTY
                        .with(new QuarterHours(span.start(), span.start() + 1), 1)
                        .with(new QuarterHours(end - 1, end), 1),
                DayVector.EMPTY
                        .with(new QuarterHours(span.start(), end - 2), care)
                        .with(new QuarterHours(end - 2, end), 1));
    }

    static Stay mood(long visit, double from) {
        return stay(visit, from, from + 1.5, 2);
    }

    static NursingDay day(List<Nurse> nurses, List<Stay> stays, NursingDay.Decided... decided) {
        return NursingDay.of(DAY, nurses, stays, List.of(decided));
    }
}
