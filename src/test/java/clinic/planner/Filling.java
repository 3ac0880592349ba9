package clinic.planner;

import clinic.calendar.QuarterHours;
import clinic.calendar.Slot;
import clinic.capacity.Claim;
import clinic.capacity.Loads;
import clinic.capacity.LoadsFixture;
import clinic.capacity.Purpose;
import clinic.protocol.Gap;
import clinic.protocol.Phases;
import clinic.protocol.Protocol;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A house that fills: patients come one after the other, some days apart, each is planned as whoever plans does it, and
 * some cancel or miss visits. The same seed sends the same patients with the same wishes and the same luck.
 */
final class Filling {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final int HORIZON = 90;
    private static final int A_DAY = 7;
    private static final Protocol BOOST_MOOD = booster("BOOST_MOOD", 42, new Phases(15, 45, 30, 15), Purpose.MOOD, 2);
    private static final Protocol BOOST_PAIN = booster("BOOST_PAIN", 90, new Phases(30, 180, 60, 15), Purpose.PAIN, 3);

    private final List<LocalDate> open = DemoHouse.weekdays(MONDAY, 2 * HORIZON);
    private final CourseDays days = new CourseDays(open);
    private final Loads loads = DemoHouse.empty(open);
    private final List<Series> booked = new ArrayList<>();
    private final Planner planner;
    private int placed;
    private int waited;
    private int cancelled;
    private int missed;

    /** Who plans: the visits of a series, or nothing. */
    interface Planner {
        Optional<List<SeriesPlan.Planned>> plan(Protocol protocol, Wishes wishes, CourseDays days, House house);
    }

    /**
     * What somebody who plans may know.
     *
     * @param offers each start with the room that suits it best and its price
     * @param plain each start with the first room there is
     */
    record House(Offers offers, Offers plain) {}

    private record Series(Protocol protocol, boolean first, List<SeriesPlan.Planned> visits) {}

    /**
     * How it went.
     *
     * @param placed patients who got a plan
     * @param daysToFirst from asking to the first visit, on average
     * @param onTarget share of the gaps that are the best one
     * @param peakToMean rooms in use at the busiest hour of a day to rooms in use at any, all days together
     */
    record Report(
            int asked,
            int placed,
            int cancelled,
            int missed,
            double daysToFirst,
            double onTarget,
            double daysOff,
            double peakToMean) {}

    private Filling(Planner planner) {
        this.planner = planner;
    }

    static Report of(int patients, long seed, Planner planner) {
        Filling filling = new Filling(planner);
        Random chance = new Random(seed);
        for (int patient = 0; patient < patients; patient++) {
            filling.comes(new Random(chance.nextLong()), filling.open.get(patient / A_DAY));
        }
        return filling.report(patients);
    }

    private static Protocol booster(String code, int most, Phases phases, Purpose room, int acuity) {
        return new Protocol(
                code,
                1,
                1,
                new Gap(Gap.Unit.CALENDAR_DAYS, 14, 28, most),
                0,
                Protocol.ANY_SPLITS,
                phases,
                room,
                acuity,
                Set.of(1));
    }

    private void comes(Random chance, LocalDate today) {
        int kind = chance.nextInt(100);
        Protocol protocol = kind < 60
                ? kind % 3 == 0 ? Courses.MOOD_4 : Courses.MOOD_6
                : kind < 85 ? Courses.PAIN_5DAY : kind % 2 == 0 ? BOOST_MOOD : BOOST_PAIN;
        Wishes wishes = wishes(protocol, chance, today.plusDays(1));
        boolean cancels = chance.nextInt(100) < 10;
        double noShow = 0.08 + 0.12 * chance.nextDouble();
        boolean first = protocol.visits() > 1;
        House house = new House(
                DemoHouse.offers(protocol, loads, first), (no, day) -> plainly(protocol, first && no == 1, day));
        planner.plan(protocol, wishes, days, house).ifPresent(visits -> {
            Series series = new Series(protocol, first, visits);
            visits.forEach(visit -> LoadsFixture.take(loads, claims(series, visit)));
            placed++;
            waited += (int) (visits.get(0).slot().day().toEpochDay() - today.toEpochDay());
            booked.add(series);
            missed += (int) visits.stream()
                    .filter(visit -> chance.nextDouble() < noShow)
                    .count();
        });
        if (cancels && !booked.isEmpty()) {
            Series gone = booked.remove(chance.nextInt(booked.size()));
            gone.visits().forEach(visit -> LoadsFixture.giveBack(loads, claims(gone, visit)));
            cancelled++;
        }
    }

    private List<Offer> plainly(Protocol protocol, boolean first, LocalDate day) {
        int latest = DemoHouse.HOURS.end() - protocol.phases().chairQuarters();
        return IntStream.rangeClosed(DemoHouse.HOURS.start(), latest)
                .boxed()
                .flatMap(start -> DemoHouse.rooms(protocol).stream()
                        .filter(room -> loads.fit(DemoHouse.claims(protocol, first, day, start, room.id())))
                        .limit(1)
                        .map(room -> new Offer(start, room.id(), 0)))
                .toList();
    }

    private static Wishes wishes(Protocol protocol, Random chance, LocalDate from) {
        Set<DayOfWeek> weekdays = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
        boolean needsAll = protocol.gap().unit() == Gap.Unit.CLINIC_DAYS;
        if (chance.nextInt(100) < 40 && !needsAll) {
            weekdays.remove(DayOfWeek.of(1 + chance.nextInt(5)));
        }
        int half = chance.nextInt(100);
        QuarterHours between = needsAll || half < 70
                ? Wishes.ANY_TIME
                : half < 85 ? new QuarterHours(32, 54) : new QuarterHours(48, 76);
        LocalDate earliest = protocol.visits() == 1 ? from.plusDays(chance.nextInt(14)) : from;
        LocalDate latest = protocol.visits() == 1 ? earliest.plusDays(28) : from.plusDays(HORIZON);
        return new Wishes(earliest, latest, weekdays, between, new HashSet<>(), Optional.empty());
    }

    private static List<Claim> claims(Series series, SeriesPlan.Planned visit) {
        return DemoHouse.claims(
                series.protocol(),
                series.first() && visit.no() == 1,
                visit.slot().day(),
                visit.slot().span().start(),
                visit.room());
    }

    private Report report(int patients) {
        int gaps = 0;
        int onTarget = 0;
        int off = 0;
        for (Series series : booked) {
            List<Integer> between = new SeriesPlan(series.visits(), 0, 0)
                    .gaps(series.protocol().gap().unit(), days);
            for (int gap : between) {
                gaps++;
                off += Math.abs(gap - series.protocol().gap().target());
                onTarget += gap == series.protocol().gap().target() ? 1 : 0;
            }
        }
        double peakToMean = open.stream().mapToInt(this::peak).sum()
                / open.stream().mapToDouble(this::mean).sum();
        return new Report(
                patients,
                placed,
                cancelled,
                missed,
                (double) waited / placed,
                (double) onTarget / gaps,
                (double) off / gaps,
                peakToMean);
    }

    private int roomsAt(LocalDate day, int quarter) {
        return (int) DemoHouse.ROOMS.stream()
                .filter(room -> loads.of(day, room.id()).used().at(quarter) > 0)
                .count();
    }

    private int peak(LocalDate day) {
        return IntStream.range(DemoHouse.HOURS.start(), DemoHouse.HOURS.end())
                .map(quarter -> roomsAt(day, quarter))
                .max()
                .orElse(0);
    }

    private double mean(LocalDate day) {
        return IntStream.range(DemoHouse.HOURS.start(), DemoHouse.HOURS.end())
                .map(quarter -> roomsAt(day, quarter))
                .average()
                .orElse(0);
    }

    /** As the house plans. */
    static Optional<List<SeriesPlan.Planned>> best(Protocol protocol, Wishes wishes, CourseDays days, House house) {
        FirstDay firstDay = new FirstDay(protocol, Price.USUAL, wishes.earliest(), Optional.empty());
        return new SeriesPlanner(protocol, Price.USUAL)
                .best(1, wishes, days, firstDay.on(house.offers())).stream()
                        .findFirst()
                        .map(SeriesPlan::visits);
    }

    /** As somebody plans who takes the first time there is, visit after visit, and begins a day later if she gets stuck. */
    static Optional<List<SeriesPlan.Planned>> firstFit(Protocol protocol, Wishes wishes, CourseDays days, House house) {
        Offers offers = house.plain();
        for (int first = 0; first < days.count(); first++) {
            List<SeriesPlan.Planned> visits = new ArrayList<>();
            take(protocol, wishes, days, offers, 1, first).ifPresent(visits::add);
            for (int at = first, splits = 0; !visits.isEmpty() && visits.size() < protocol.visits(); ) {
                int no = visits.size() + 1;
                int before = at;
                int crossed = splits;
                int from = first;
                Optional<SeriesPlan.Planned> next = IntStream.range(at + 1, days.count())
                        .filter(day -> protocol.gap()
                                        .allows(days.gap(protocol.gap().unit(), before, day))
                                && days.span(from, day) <= protocol.windowDays()
                                && crossed + (days.splitsAWeekend(before, day) ? 1 : 0) <= protocol.mostWeekendSplits())
                        .boxed()
                        .flatMap(day -> take(protocol, wishes, days, offers, no, day).stream())
                        .findFirst();
                if (next.isEmpty()) {
                    visits.clear();
                } else {
                    int there = days.indexOf(next.get().slot().day());
                    splits += days.splitsAWeekend(at, there) ? 1 : 0;
                    at = there;
                    visits.add(next.get());
                }
            }
            if (visits.size() == protocol.visits()) {
                return Optional.of(visits);
            }
        }
        return Optional.empty();
    }

    private static Optional<SeriesPlan.Planned> take(
            Protocol protocol, Wishes wishes, CourseDays days, Offers offers, int no, int day) {
        LocalDate date = days.at(day);
        int length = protocol.phases().chairQuarters();
        return wishes.allow(date)
                ? offers.on(no, date).stream()
                        .filter(offer -> wishes.allow(offer.start(), length))
                        .findFirst()
                        .map(offer -> new SeriesPlan.Planned(
                                no,
                                new Slot(date, new QuarterHours(offer.start(), offer.start() + length)),
                                offer.room(),
                                true))
                : Optional.empty();
    }
}
