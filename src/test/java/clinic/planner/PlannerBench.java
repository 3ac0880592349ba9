package clinic.planner;

import clinic.capacity.Claim;
import clinic.capacity.Loads;
import clinic.capacity.LoadsFixture;
import clinic.protocol.Protocol;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/**
 * How long planning takes once capacity is loaded, the house half full: the search itself among five rooms, and all of a
 * proposal, from the rows of the ledger to the words.
 */
public final class PlannerBench {
    private static final int RUNS = 2_000;
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    private PlannerBench() {}

    public static void main(String[] none) {
        print("six visits in eight weeks", Courses.MOOD_6, 56);
        print("ten visits in twelve weeks", Courses.CRPS_10DAY, 84);
        printWhole("six visits in eight weeks, all of it", Courses.MOOD_6, 56);
        printWhole("ten visits in twelve weeks, all of it", Courses.CRPS_10DAY, 84);
    }

    private static void printWhole(String what, Protocol protocol, int daysAhead) {
        List<LocalDate> open = DemoHouse.weekdays(MONDAY, daysAhead);
        CourseDays days = new CourseDays(open);
        Wishes wishes = Wishes.any(MONDAY, MONDAY.plusDays(daysAhead));
        Random chance = new Random(20260302);
        List<Loads> houses =
                Stream.generate(() -> halfFull(open, chance)).limit(20).toList();
        long[] nanos = new long[RUNS / 2];
        int found = 0;
        for (int run = -nanos.length; run < nanos.length; run++) {
            Loads loads = houses.get(Math.floorMod(run, houses.size()));
            long began = System.nanoTime();
            found += new ProposalSearch(
                            protocol,
                            Price.USUAL,
                            wishes,
                            days,
                            DemoHouse.offers(protocol, loads, true),
                            DemoHouse.BY_ID,
                            new FirstDay(protocol, Price.USUAL, MONDAY, Optional.empty()))
                    .find()
                    .size();
            nanos[Math.max(0, run)] = System.nanoTime() - began;
        }
        print(what, nanos, found / (2.0 * nanos.length));
    }

    /** Half of the room time of every day is taken by visits of all sorts that fit. */
    private static Loads halfFull(List<LocalDate> open, Random chance) {
        Loads loads = DemoHouse.empty(open);
        int half = DemoHouse.ROOMS.size() * DemoHouse.HOURS.length() / 2;
        for (LocalDate day : open) {
            for (int taken = 0, tries = 0; taken < half && tries < 100; tries++) {
                Protocol other = chance.nextInt(4) == 0 ? Courses.PAIN_MID_3 : Courses.MOOD_6;
                List<Claim> claims =
                        DemoHouse.claims(other, false, day, 32 + chance.nextInt(38), 1 + chance.nextInt(4));
                if (loads.fit(claims)) {
                    LoadsFixture.take(loads, claims);
                    taken += other.phases().chairQuarters() + other.phases().turnoverQuarters();
                }
            }
        }
        return loads;
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
        print(what, nanos, found / (2.0 * RUNS));
    }

    private static void print(String what, long[] nanos, double plans) {
        Arrays.sort(nanos);
        System.out.printf(
                "%s: p50 %.2f ms, p99 %.2f ms (%.1f plans)%n",
                what, nanos[nanos.length / 2] / 1e6, nanos[nanos.length * 99 / 100] / 1e6, plans);
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
