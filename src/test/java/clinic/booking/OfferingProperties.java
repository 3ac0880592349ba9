package clinic.booking;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.calendar.QuarterHours;
import clinic.calendar.Slot;
import clinic.capacity.Claim;
import clinic.capacity.Loads;
import clinic.capacity.LoadsFixture;
import clinic.capacity.Purpose;
import clinic.capacity.Resource;
import clinic.testing.House;
import clinic.testing.Spans;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/**
 * The promises of offering, over random days: any shifts, any visits already there, any holds, any turnover, any grid,
 * both weekends on which the clock changes among the days.
 */
class OfferingProperties {
    private static final ZonedDateTime LONG_BEFORE = ZonedDateTime.of(2026, 2, 20, 7, 0, 0, 0, House.ZONE);

    /** A generated day: who is there when, what is taken, and for which rule somebody searches. */
    record Day(
            LocalDate date, List<Clinician> clinicians, int rooms, List<QuarterHours> taken, int grid, int turnover) {
        VisitRule rule() {
            return new VisitRule(VisitKind.CONSULTATION, 30, grid, 120, 400, turnover);
        }

        VisitNeeds needs() {
            return new VisitNeeds(
                    rule(),
                    IntStream.range(0, clinicians.size())
                            .mapToObj(index ->
                                    LoadsFixture.withId(Resource.clinician("c" + index, Purpose.CONSULT), 1 + index))
                            .toList(),
                    IntStream.range(0, rooms)
                            .mapToObj(index ->
                                    LoadsFixture.withId(Resource.room("r" + index, Purpose.CONSULT), 100 + index))
                            .toList());
        }

        Loads loads() {
            LoadsFixture loads = new LoadsFixture(date);
            House.calendar().hours(date).ifPresent(hours -> {
                for (int index = 0; index < clinicians.size(); index++) {
                    Clinician clinician = clinicians.get(index);
                    loads.there(1 + index, hours, clinician.shift(), clinician.pause());
                }
                for (int room = 0; room < rooms; room++) {
                    QuarterHours open = hours.extendedBy(QuarterHours.quarters(turnover));
                    loads.there(100 + room, open, open, List.of());
                }
            });
            for (int index = 0; index < taken.size(); index++) {
                loads.take(1 + index % clinicians.size(), taken.get(index));
                loads.take(100 + index % rooms, taken.get(index));
            }
            return loads.loads();
        }

        List<Slot> offered() {
            BookingRules rules = new BookingRules(rule(), House.calendar(), LONG_BEFORE);
            return FreeTimes.times(date, needs(), rules, loads()).slots();
        }
    }

    record Clinician(QuarterHours shift, List<QuarterHours> pause) {}

    @Property
    void whatIsOfferedCanBeBooked(@ForAll("days") Day day, @ForAll @IntRange(max = 50) int turn) {
        Loads loads = day.loads();
        for (Slot slot : day.offered()) {
            Placement placement = day.needs().choose(slot, loads, turn).orElseThrow();
            assertThat(loads.fit(placement.claims())).isTrue();
        }
    }

    @Property
    void whatIsNotOfferedCannotBeBooked(@ForAll("days") Day day) {
        Loads loads = day.loads();
        List<Slot> offered = day.offered();
        for (int minute = 0; minute + 30 <= 24 * 60; minute += day.grid()) {
            Slot slot = new Slot(day.date(), QuarterHours.lasting(LocalTime.ofSecondOfDay(minute * 60L), 30));
            if (!offered.contains(slot)) {
                assertThat(day.needs().choose(slot, loads, 0)).isEmpty();
            }
        }
    }

    @Property
    void nothingIsOfferedOutsideCapacity(@ForAll("days") Day day) {
        for (Slot slot : day.offered()) {
            assertThat(House.calendar().hours(day.date()))
                    .hasValueSatisfying(
                            hours -> assertThat(hours.contains(slot.span())).isTrue());
            assertThat(day.clinicians())
                    .anyMatch(clinician -> clinician.shift().contains(slot.span())
                            && clinician.pause().stream().noneMatch(slot.span()::overlaps));
            assertThat(slot.span().start() * 15 % day.grid()).isZero();
        }
    }

    /** Staff are told what is in the way exactly when something is. */
    @Property
    void obstaclesStandExactlyWhereNothingIsFree(@ForAll("days") Day day) {
        Loads loads = day.loads();
        Obstacles obstacles = new Obstacles(day.needs(), loads, List.of());
        for (int quarter = 0; quarter + 2 <= QuarterHours.PER_DAY; quarter++) {
            Slot slot = new Slot(day.date(), new QuarterHours(quarter, quarter + 2));
            assertThat(obstacles.to(slot).isEmpty()).isEqualTo(day.needs().isFree(slot, loads));
        }
    }

    @Property
    void bookingOneOfferAfterTheOtherNeverOverfills(@ForAll("days") Day day) {
        Loads loads = day.loads();
        int booked = 0;
        for (Slot slot : day.offered()) {
            var placement = day.needs().choose(slot, loads, booked);
            if (placement.isPresent()) {
                assertThat(loads.fit(placement.get().claims())).isTrue();
                LoadsFixture.take(loads, placement.get().claims());
                booked++;
            }
        }
        for (Claim claim : LoadsFixture.everything(loads, day.date())) {
            assertThat(claim.amount()).isLessThanOrEqualTo(1);
        }
    }

    @Property
    void anEmptyOpenDayOffersEveryHalfHourToTheLast(@ForAll("dates") LocalDate date) {
        QuarterHours allDay = new QuarterHours(0, 96);
        Day day = new Day(date, List.of(new Clinician(allDay, List.of())), 1, List.of(), 30, 0);
        List<Slot> offered = day.offered();
        if (House.calendar().isOpen(date)) {
            assertThat(offered).hasSize(22);
            assertThat(offered.get(0).span().startsAt()).isEqualTo(LocalTime.of(8, 0));
            assertThat(offered.get(21).span().endsAt()).isEqualTo(LocalTime.of(19, 0));
        } else {
            assertThat(offered).isEmpty();
        }
    }

    @Provide
    Arbitrary<LocalDate> dates() {
        return Arbitraries.of(
                LocalDate.of(2026, 3, 6),
                LocalDate.of(2026, 3, 7),
                LocalDate.of(2026, 3, 8),
                LocalDate.of(2026, 3, 9),
                LocalDate.of(2026, 10, 30),
                LocalDate.of(2026, 10, 31),
                LocalDate.of(2026, 11, 1),
                LocalDate.of(2026, 11, 2),
                LocalDate.of(2026, 5, 25),
                LocalDate.of(2026, 7, 3),
                LocalDate.of(2026, 11, 26),
                LocalDate.of(2026, 11, 27),
                LocalDate.of(2026, 12, 25));
    }

    @Provide
    Arbitrary<Day> days() {
        Arbitrary<QuarterHours> shifts = Combinators.combine(
                        Arbitraries.integers().between(28, 50),
                        Arbitraries.integers().between(4, 44))
                .as((start, length) -> new QuarterHours(start, Math.min(96, start + length)));
        Arbitrary<Clinician> clinicians =
                Combinators.combine(shifts, Spans.ofADay().list().ofMaxSize(2)).as(Clinician::new);
        return Combinators.combine(
                        dates(),
                        clinicians.list().ofMinSize(1).ofMaxSize(3),
                        Arbitraries.integers().between(1, 3),
                        Spans.ofADay().list().ofMaxSize(8),
                        Arbitraries.of(15, 30, 60),
                        Arbitraries.of(0, 5, 15))
                .as(Day::new);
    }
}
