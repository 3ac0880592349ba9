package clinic.planner;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.protocol.Gap;
import clinic.protocol.Protocol;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The planner against somebody with all the time in the world. */
class SeriesPlannerProperties {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final int[] STARTS = {36, 40, 44, 52, 60};
    private static final List<Protocol> PROTOCOLS = List.of(
            Courses.MOOD_6,
            Courses.MOOD_4,
            Courses.PAIN_MID_3,
            Courses.PAIN_5DAY,
            Courses.TIGHT_4,
            Courses.FEW_WEEKENDS_5);

    @Property(tries = 300)
    void findsTheOptimumAndNothingIllegal(
            @ForAll long seed, @ForAll @IntRange(max = 5) int which, @ForAll boolean prefers) {
        Random chance = new Random(seed);
        Protocol protocol = PROTOCOLS.get(which);
        List<LocalDate> open = IntStream.range(0, 33)
                .mapToObj(MONDAY::plusDays)
                .filter(day -> day.getDayOfWeek().getValue() <= 5 && chance.nextInt(8) > 0)
                .toList();
        Map<LocalDate, List<Offer>> house = new HashMap<>();
        open.forEach(day -> house.put(day, offers(chance)));
        Optional<LocalTime> preferred = prefers ? Optional.of(LocalTime.of(10, 0)) : Optional.empty();
        Wishes wishes =
                new Wishes(MONDAY, MONDAY.plusDays(40), Wishes.ANY_DAY, Wishes.ANY_TIME, java.util.Set.of(), preferred);

        List<SeriesPlan> plans = new SeriesPlanner(protocol, Price.USUAL)
                .best(5, wishes, new CourseDays(open), (visit, day) -> house.getOrDefault(day, List.of()));

        assertThat(plans.stream().map(Choice::of).toList()).isEqualTo(slowly(protocol, open, house, preferred));
        assertThat(plans).allSatisfy(plan -> assertThat(allFrom(protocol, open))
                .contains(
                        plan.visits().stream().map(visit -> visit.slot().day()).toList()));
    }

    private static List<Offer> offers(Random chance) {
        return IntStream.of(STARTS)
                .filter(start -> chance.nextInt(3) > 0)
                .mapToObj(start -> new Offer(start, 1 + chance.nextInt(4), chance.nextInt(30)))
                .toList();
    }

    private static List<List<LocalDate>> allFrom(Protocol protocol, List<LocalDate> open) {
        List<List<LocalDate>> all = new ArrayList<>();
        for (int first = 0; first < open.size(); first++) {
            all.addAll(Courses.all(protocol, open.subList(first, open.size())));
        }
        return all;
    }

    /** What makes a plan another one to choose from, and what it costs. */
    private record Choice(int cost, LocalDate first, int usual) {
        static Choice of(SeriesPlan plan) {
            return new Choice(plan.cost(), plan.visits().get(0).slot().day(), plan.usualStart());
        }

        boolean isLike(Choice other) {
            return first.getDayOfWeek() == other.first.getDayOfWeek() && Math.abs(usual - other.usual) < 16;
        }
    }

    /** The cheapest, and again and again the cheapest that is not like one of those before. */
    private static List<Choice> slowly(
            Protocol protocol, List<LocalDate> open, Map<LocalDate, List<Offer>> house, Optional<LocalTime> preferred) {
        int[] usualStarts = preferred
                .map(time -> new int[] {time.toSecondOfDay() / 900})
                .orElse(house.values().stream()
                        .flatMapToInt(offers -> offers.stream().mapToInt(Offer::start))
                        .distinct()
                        .toArray());
        List<Choice> all = new ArrayList<>();
        for (List<LocalDate> course : allFrom(protocol, open)) {
            for (int usual : usualStarts) {
                cost(protocol, open, course, house, usual)
                        .ifPresent(cost -> all.add(new Choice(cost, course.get(0), usual)));
            }
        }
        all.sort(Comparator.comparingInt(Choice::cost)
                .thenComparing(Choice::first)
                .thenComparingInt(Choice::usual));
        List<Choice> chosen = new ArrayList<>();
        for (Choice next : all) {
            if (chosen.size() < 5 && chosen.stream().noneMatch(next::isLike)) {
                chosen.add(next);
            }
        }
        return chosen;
    }

    /** What a course costs, term by term as {@link Price} names them. */
    private static OptionalInt cost(
            Protocol protocol,
            List<LocalDate> open,
            List<LocalDate> course,
            Map<LocalDate, List<Offer>> house,
            int usual) {
        int cost = 2
                * (int) (course.get(course.size() - 1).toEpochDay()
                        - open.get(0).toEpochDay());
        cost += 180
                * (int) (course.stream().map(LocalDate::getDayOfWeek).distinct().count() - 1);
        for (int visit = 0; visit < course.size(); visit++) {
            OptionalInt cheapest = house.get(course.get(visit)).stream()
                    .mapToInt(offer -> 75 * Math.abs(offer.start() - usual) + offer.crowd())
                    .min();
            if (cheapest.isEmpty()) {
                return OptionalInt.empty();
            }
            cost += cheapest.getAsInt();
            if (visit > 0) {
                long gap = protocol.gap().unit() == Gap.Unit.CLINIC_DAYS
                        ? open.indexOf(course.get(visit)) - open.indexOf(course.get(visit - 1))
                        : course.get(visit).toEpochDay() - course.get(visit - 1).toEpochDay();
                cost += 1_000 * (int) Math.abs(gap - protocol.gap().target());
            }
        }
        return OptionalInt.of(cost);
    }
}
