package clinic.capacity;

import clinic.calendar.QuarterHours;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** Nurses and visits made by hand, or by chance; times are hours, quarter-hours their fractions. */
public final class Ward {
    public static final Nurse KIM = nurse(1, "Kim", span(8, 16.5), span(12, 12.5));
    public static final Nurse LOU = nurse(2, "Lou", span(8, 19));

    private Ward() {}

    public static QuarterHours span(double from, double to) {
        return new QuarterHours((int) (from * 4), (int) (to * 4));
    }

    public static Nurse nurse(long id, String name, QuarterHours shift, QuarterHours... breaks) {
        DayVector working = DayVector.EMPTY.with(shift, 1);
        for (QuarterHours each : breaks) {
            working = working.with(each, 0);
        }
        return new Nurse(id, name, working);
    }

    /** As a booking would claim it: one unit of care in the last half hour. */
    public static Stay stay(long visit, double from, double to, int care) {
        QuarterHours span = span(from, to);
        int end = span.end();
        return new Stay(
                visit,
                span,
                DayVector.EMPTY
                        .with(new QuarterHours(span.start(), end - 2), care)
                        .with(new QuarterHours(end - 2, end), 1));
    }

    public static Stay mood(long visit, double from) {
        return stay(visit, from, from + 1.5, 2);
    }

    /** The visits no nurse can take. */
    public static Set<Long> affected(Collection<Nurse> nurses, Collection<Stay> stays) {
        return new NursingLoad(nurses, stays).affected();
    }

    /** One to so many nurses, each with a shift of three hours or more and a break in it; some come at the same hours. */
    public static List<Nurse> nurses(Random chance, int most) {
        return IntStream.rangeClosed(1, 1 + chance.nextInt(most))
                .mapToObj(id -> {
                    Random hours = chance.nextInt(3) == 0 ? new Random(id / 2) : chance;
                    int from = 32 + hours.nextInt(16);
                    int to = from + 12 + hours.nextInt(Math.max(1, 76 - from - 12));
                    int pause = from + 2 + hours.nextInt(to - from - 6);
                    return nurse(
                            id,
                            "Nurse " + id,
                            new QuarterHours(from, to),
                            new QuarterHours(pause, pause + 1 + hours.nextInt(2)));
                })
                .toList();
    }

    /** One to so many infusions that begin from one quarter-hour on and end before another. */
    public static List<Stay> stays(Random chance, int most, int from, int to) {
        return IntStream.rangeClosed(1, 1 + chance.nextInt(most))
                .mapToObj(visit -> {
                    int length = chance.nextInt(4) == 0 ? 14 : 6;
                    double start = (from + chance.nextInt(Math.max(1, to - from - length))) / 4.0;
                    return stay(visit, start, start + length / 4.0, 1 + chance.nextInt(3));
                })
                .toList();
    }
}
