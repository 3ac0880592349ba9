package clinic.planner;

import clinic.capacity.Claim;
import clinic.capacity.Loads;
import clinic.capacity.LoadsFixture;
import clinic.protocol.Gap;
import clinic.protocol.Protocol;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How long planning takes with the house half full: all of a proposal, from the rows of the ledger to the words, and the
 * search alone, once it is known what the house can offer.
 */
public final class PlannerBench {
    private static final int RUNS = 2_000;
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    /** Many more courses are legal than of any protocol the clinic has. */
    private static final Protocol TEN_WIDE_APART =
            Courses.mood(10, 84, Set.of(5, 10)).within(new Gap(Gap.Unit.CALENDAR_DAYS, 4, 8, 12), 84);

    private PlannerBench() {}

    public static void main(String[] none) {
        print("six visits in eight weeks", Courses.MOOD_6, 56);
        print("five long ones, day after day, in eight weeks", Courses.PAIN_5DAY, 56);
        print("ten long ones, day after day, in twelve weeks", Courses.CRPS_10DAY, 84);
        print("ten visits, four to twelve days apart, in twelve weeks", TEN_WIDE_APART, 84);
    }

    private static void print(String what, Protocol protocol, int daysAhead) {
        List<LocalDate> open = DemoHouse.weekdays(MONDAY, daysAhead);
        CourseDays days = new CourseDays(open);
        Wishes wishes = Wishes.any(MONDAY, MONDAY.plusDays(daysAhead));
        Random chance = new Random(20260302);
        List<Loads> houses =
                Stream.generate(() -> halfFull(open, chance)).limit(20).toList();
        FirstDay firstDay = new FirstDay(protocol, Price.USUAL, MONDAY, Optional.empty());
        long[] whole = new long[RUNS];
        long[] search = new long[RUNS];
        int found = 0;
        for (int run = -RUNS; run < RUNS; run++) {
            Loads loads = LoadsFixture.justRead(houses.get(Math.floorMod(run, houses.size())), open);
            long began = System.nanoTime();
            HouseOffers offers = DemoHouse.offers(protocol, loads, true);
            found += new ProposalSearch(protocol, Price.USUAL, wishes, days, offers, DemoHouse.BY_ID, firstDay)
                    .find()
                    .size();
            long searched = System.nanoTime();
            new SeriesPlanner(protocol, Price.USUAL).best(5, wishes, days, firstDay.on(offers));
            search[Math.max(0, run)] = System.nanoTime() - searched;
            whole[Math.max(0, run)] = searched - began;
        }
        System.out.printf(
                "%s: %.1f plans; all of it %s; the search %s%n",
                what, found / (2.0 * RUNS), times(whole), times(search));
    }

    private static String times(long[] nanos) {
        Arrays.sort(nanos);
        return "p50 %.2f ms, p99 %.2f ms"
                .formatted(nanos[nanos.length / 2] / 1e6, nanos[nanos.length * 99 / 100] / 1e6);
    }

    /** Half of the room time of every day is taken by visits of all sorts; one room is spared, now this, now that one. */
    private static Loads halfFull(List<LocalDate> open, Random chance) {
        Loads loads = DemoHouse.empty(open);
        int half = DemoHouse.ROOMS.size() * DemoHouse.HOURS.length() / 2;
        for (LocalDate day : open) {
            int spared = 1 + chance.nextInt(3);
            for (int taken = 0, tries = 0; taken < half && tries < 100; tries++) {
                Protocol other = chance.nextInt(4) == 0 ? Courses.PAIN_MID_3 : Courses.MOOD_6;
                int room = 1 + (spared + chance.nextInt(3)) % 4;
                List<Claim> claims =
                        DemoHouse.claims(other, false, day, DemoHouse.HOURS.start() + chance.nextInt(38), room);
                if (loads.fit(claims)) {
                    LoadsFixture.take(loads, claims);
                    taken += other.phases().chairQuarters() + other.phases().turnoverQuarters();
                }
            }
        }
        return loads;
    }
}
