package clinic.web;

import clinic.booking.StaffVisit;
import clinic.booking.Status;
import clinic.calendar.QuarterHours;
import clinic.capacity.Resource;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** A day as a wall of rooms, or of clinicians: who stands in which column, from which quarter-hour, how long. Pure. */
public record DayBoard(QuarterHours window, List<Column> columns, List<Resource> quiet, List<Block> blocks) {
    private static final Comparator<StaffVisit> BY_TIME =
            Comparator.comparing(StaffVisit::slot).thenComparingLong(StaffVisit::id);

    /** A room or a clinician, and how many come to it. */
    public record Column(Resource resource, int visits) {}

    /**
     * A visit in its place.
     *
     * @param column from 1
     * @param row of its first quarter-hour, from 1
     * @param aside it shares its time with another, which stands in front: it did not take place
     */
    public record Block(StaffVisit visit, int column, int row, int length, boolean aside) {}

    /** An hour on the edge of the wall. */
    public record Hour(LocalTime time, int row) {}

    /**
     * @param hours of the clinic that day; nothing when it is closed
     * @param always shown, also without a visit
     */
    static DayBoard of(
            List<StaffVisit> visits,
            Optional<QuarterHours> hours,
            List<Resource> all,
            List<Resource> always,
            Function<StaffVisit, Resource> place) {
        List<StaffVisit> shown = visits.stream()
                .filter(visit -> visit.status() != Status.CANCELLED)
                .sorted(BY_TIME)
                .toList();
        List<Column> columns = withPlaces(all, shown, place).stream()
                .map(resource -> new Column(resource, (int) shown.stream()
                        .filter(visit -> place.apply(visit).id() == resource.id())
                        .count()))
                .filter(column -> column.visits() > 0 || holds(always, column.resource()))
                .toList();
        List<Resource> quiet = all.stream()
                .filter(resource ->
                        columns.stream().noneMatch(column -> column.resource().id() == resource.id()))
                .toList();
        QuarterHours window = window(shown, hours);
        List<Block> blocks = shown.stream()
                .map(visit -> new Block(
                        visit,
                        1 + indexOf(columns, place.apply(visit)),
                        1 + visit.slot().span().start() - window.start(),
                        visit.slot().span().length(),
                        isAside(visit, shown, place)))
                .toList();
        return new DayBoard(window, columns, quiet, blocks);
    }

    /** Also where a visit is that was added a moment ago, after the list of resources was read. */
    private static List<Resource> withPlaces(
            List<Resource> all, List<StaffVisit> shown, Function<StaffVisit, Resource> place) {
        List<Resource> places = new ArrayList<>(all);
        shown.stream().map(place).filter(resource -> !holds(places, resource)).forEach(places::add);
        return places;
    }

    private static boolean holds(List<Resource> some, Resource resource) {
        return some.stream().anyMatch(one -> one.id() == resource.id());
    }

    private static int indexOf(List<Column> columns, Resource resource) {
        return IntStream.range(0, columns.size())
                .filter(index -> columns.get(index).resource().id() == resource.id())
                .findFirst()
                .orElseThrow();
    }

    private static boolean isAside(StaffVisit visit, List<StaffVisit> shown, Function<StaffVisit, Resource> place) {
        return visit.status() == Status.NO_SHOW
                && shown.stream()
                        .anyMatch(other -> other.id() != visit.id()
                                && place.apply(other).id() == place.apply(visit).id()
                                && other.slot().span().overlaps(visit.slot().span()));
    }

    /** Whole hours that hold the opening hours and every visit. */
    private static QuarterHours window(List<StaffVisit> shown, Optional<QuarterHours> hours) {
        QuarterHours usual = hours.orElse(new QuarterHours(8 * 4, 18 * 4));
        int start =
                shown.stream().mapToInt(visit -> visit.slot().span().start()).reduce(usual.start(), Math::min);
        int end = shown.stream().mapToInt(visit -> visit.slot().span().end()).reduce(usual.end(), Math::max);
        return new QuarterHours(start / 4 * 4, (end + 3) / 4 * 4);
    }

    public List<Hour> hours() {
        return IntStream.range(window.start() / 4, window.end() / 4)
                .mapToObj(hour -> new Hour(LocalTime.of(hour, 0), 1 + hour * 4 - window.start()))
                .toList();
    }

    /** The row of the quarter-hour in which a time lies; nothing outside the window. */
    public Optional<Integer> rowOf(LocalTime time) {
        int quarter = time.toSecondOfDay() / (QuarterHours.MINUTES * 60);
        return window.contains(new QuarterHours(quarter, quarter + 1))
                ? Optional.of(1 + quarter - window.start())
                : Optional.empty();
    }
}
