package clinic.infusion;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** How long the search itself takes once capacity is loaded: the house half full, five rooms, eight and twelve weeks. */
public final class PlannerBench {
    private static final int RUNS = 2_000;
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    private PlannerBench() {}

    public static void main(String[] none) {
        print("six visits in eight weeks", Courses.MOOD_6, 56);
        print("ten visits in twelve weeks", Courses.CRPS_10DAY, 84);
    }

    private static void print(String what, Protocol protocol, int daysAhead) {
        CourseDays days = Courses.weekdays(MONDAY, daysAhead);
        Wishes wishes = Wishes.any(MONDAY, MONDAY.plusDays(daysAhead));
        Random chance = new Random(20260302);
        List<Map<LocalDate, List<Offer>>> houses = new ArrayList<>();
        for (int house = 0; house < 50; house++) {
            houses.add(halfFull(days, chance, protocol.phases().chairQuarters()));
        }
        SeriesPlanner planner = new SeriesPlanner(protocol, Price.USUAL);
        long[] nanos = new long[RUNS];
        int found = 0;
        for (int run = -RUNS; run < RUNS; run++) {
            Map<LocalDate, List<Offer>> house = houses.get(Math.floorMod(run, houses.size()));
            long began = System.nanoTime();
            found += planner.best(5, wishes, days, (no, day) -> house.getOrDefault(day, List.of()))
                    .size();
            nanos[Math.max(0, run)] = System.nanoTime() - began;
        }
        Arrays.sort(nanos);
        System.out.printf(
                "%s: p50 %.2f ms, p99 %.2f ms (%.1f plans)%n",
                what, nanos[RUNS / 2] / 1e6, nanos[RUNS * 99 / 100] / 1e6, found / (2.0 * RUNS));
    }

    /** Five rooms, each half-full at random; a start is offered if it fits in any of them. */
    private static Map<LocalDate, List<Offer>> halfFull(CourseDays days, Random chance, int length) {
        Map<LocalDate, List<Offer>> house = new HashMap<>();
        for (int day = 0; day < days.count(); day++) {
            boolean[][] taken = new boolean[5][44];
            for (boolean[] room : taken) {
                for (int at = chance.nextInt(8); at < room.length; at += 6 + chance.nextInt(12)) {
                    Arrays.fill(room, at, Math.min(room.length, at + 6), true);
                }
            }
            List<Offer> offers = new ArrayList<>();
            for (int start = 0; start + length <= 44; start++) {
                for (int room = 0; room < 5; room++) {
                    int from = start;
                    boolean[] busy = taken[room];
                    if (java.util.stream.IntStream.range(from, from + length).noneMatch(quarter -> busy[quarter])) {
                        offers.add(new Offer(32 + start, room, chance.nextInt(20)));
                        break;
                    }
                }
            }
            house.put(days.at(day), offers);
        }
        return house;
    }
}
