package clinic.planner;

import clinic.calendar.QuarterHours;
import clinic.planner.Relaxation.Kind;
import clinic.protocol.Protocol;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/** Tries what could be given up, one thing at a time, and no more of it than it takes. */
final class Relaxations {
    private static final int AN_HOUR = 60 / QuarterHours.MINUTES;
    private static final int MOST_OF_A_KIND = 3;
    private static final int FOUR_WEEKS = 28;

    private final Protocol protocol;
    private final Price price;
    private final Wishes wishes;
    private final CourseDays days;
    private final Offers offers;

    Relaxations(Protocol protocol, Price price, Wishes wishes, CourseDays days, Offers offers) {
        this.protocol = protocol;
        this.price = price;
        this.wishes = wishes;
        this.days = days;
        this.offers = offers;
    }

    private record Found(Relaxation relaxation, int cost) {}

    /** Each of which alone gives a plan, the easiest first. */
    List<Relaxation> thatHelp() {
        List<Relaxation> all = new ArrayList<>();
        all.addAll(oneElse(
                Arrays.stream(DayOfWeek.values())
                        .filter(day -> !wishes.weekdays().contains(day))
                        .flatMap(day -> found(Relaxation.of(Kind.WEEKDAY, day), wishes.on(with(day))).stream())
                        .toList(),
                found(Relaxation.of(Kind.ANY_WEEKDAY), wishes.on(Wishes.ANY_DAY))));
        all.addAll(hours());
        all.addAll(oneElse(
                wishes.avoid().stream()
                        .sorted()
                        .flatMap(date -> found(Relaxation.of(Kind.DATE, date), wishes.avoiding(without(date))).stream())
                        .toList(),
                found(Relaxation.of(Kind.NO_DATE_AVOIDED), wishes.avoiding(Set.of()))));
        if (days.count() > 0 && days.at(0).isBefore(wishes.earliest())) {
            found(Relaxation.of(Kind.BEGIN, days.at(0)), wishes.within(days.at(0), wishes.latest()))
                    .map(Found::relaxation)
                    .ifPresent(all::add);
        }
        LocalDate later = wishes.latest().plusDays(FOUR_WEEKS);
        found(Relaxation.of(Kind.END, later), wishes.within(wishes.earliest(), later))
                .map(Found::relaxation)
                .ifPresent(all::add);
        Relaxation.byPrescriber(protocol)
                .forEach((relaxation, recipe) -> best(recipe, wishes).ifPresent(plan -> all.add(relaxation)));
        return all;
    }

    /** The cheapest of those that need little; what needs much only where nothing less will do. */
    private static List<Relaxation> oneElse(List<Found> little, Optional<Found> much) {
        return (little.isEmpty() ? much.stream() : little.stream())
                .sorted(Comparator.comparingInt(Found::cost))
                .limit(MOST_OF_A_KIND)
                .map(Found::relaxation)
                .toList();
    }

    private List<Relaxation> hours() {
        QuarterHours between = wishes.between();
        OptionalInt from = IntStream.iterate(
                        between.start() - AN_HOUR, start -> start > -AN_HOUR, start -> start - AN_HOUR)
                .map(start -> Math.max(0, start))
                .filter(start -> gives(wishes.between(new QuarterHours(start, between.end()))))
                .findFirst();
        OptionalInt until = IntStream.iterate(
                        between.end() + AN_HOUR, end -> end < QuarterHours.PER_DAY + AN_HOUR, end -> end + AN_HOUR)
                .map(end -> Math.min(QuarterHours.PER_DAY, end))
                .filter(end -> gives(wishes.between(new QuarterHours(between.start(), end))))
                .findFirst();
        List<Relaxation> found = new ArrayList<>();
        from.ifPresent(start -> found.add(Relaxation.of(Kind.FROM, new QuarterHours(start, between.end()).startsAt())));
        until.ifPresent(end -> found.add(Relaxation.of(Kind.UNTIL, new QuarterHours(between.start(), end).endsAt())));
        if (found.isEmpty() && !between.equals(Wishes.ANY_TIME) && gives(wishes.between(Wishes.ANY_TIME))) {
            found.add(Relaxation.of(Kind.ANY_TIME_OF_DAY));
        }
        return found;
    }

    private Set<DayOfWeek> with(DayOfWeek day) {
        Set<DayOfWeek> more = EnumSet.of(day);
        more.addAll(wishes.weekdays());
        return more;
    }

    private Set<LocalDate> without(LocalDate date) {
        Set<LocalDate> fewer = new HashSet<>(wishes.avoid());
        fewer.remove(date);
        return fewer;
    }

    private Optional<Found> found(Relaxation relaxation, Wishes relaxed) {
        return best(protocol, relaxed).map(plan -> new Found(relaxation, plan.cost()));
    }

    private boolean gives(Wishes relaxed) {
        return best(protocol, relaxed).isPresent();
    }

    private Optional<SeriesPlan> best(Protocol recipe, Wishes when) {
        return new SeriesPlanner(recipe, price)
                .best(1, when, days, offers).stream().findFirst();
    }
}
