package clinic.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** The weeks of a plan as a calendar: the days of the house in columns, and on each the visits, or why there is none. Pure. */
public record PlanGrid(List<DayOfWeek> columns, List<Week> weeks) {
    private static final int MOST_WEEKS = 14;

    /** A row, named by its first day. */
    public record Week(LocalDate monday, List<Day> days) {}

    /**
     * @param visits numbers of the visits on it
     * @param why why nothing can be on it, in a word; empty where something can
     */
    public record Day(LocalDate date, List<Integer> visits, String why) {
        public boolean isHatched() {
            return !why.isEmpty();
        }
    }

    /**
     * @param visits days of the visits, in order; one at least
     * @param weekdays those of the house
     * @param why a word for a day on which nothing can be, else nothing
     */
    static PlanGrid of(List<LocalDate> visits, Set<DayOfWeek> weekdays, Function<LocalDate, String> why) {
        SortedSet<DayOfWeek> columns = new TreeSet<>(weekdays);
        visits.forEach(day -> columns.add(day.getDayOfWeek()));
        LocalDate monday = visits.get(0).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate last = visits.get(visits.size() - 1);
        List<Week> weeks = Stream.iterate(monday, day -> !day.isAfter(last), day -> day.plusWeeks(1))
                .limit(MOST_WEEKS)
                .map(first -> new Week(
                        first,
                        columns.stream()
                                .map(column -> first.with(TemporalAdjusters.nextOrSame(column)))
                                .map(day -> day(day, visits, why))
                                .toList()))
                .toList();
        return new PlanGrid(List.copyOf(columns), weeks);
    }

    private static Day day(LocalDate date, List<LocalDate> visits, Function<LocalDate, String> why) {
        List<Integer> there = new ArrayList<>();
        for (int index = 0; index < visits.size(); index++) {
            if (visits.get(index).equals(date)) {
                there.add(index + 1);
            }
        }
        return new Day(date, List.copyOf(there), why.apply(date));
    }
}
