package clinic.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.calendar.QuarterHours;
import clinic.testing.House;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A change of the roster names the visits no nurse can take any more. */
class NurseClosureTest {
    private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);
    private static final QuarterHours NINE_TO_NOON = new QuarterHours(36, 48);
    private static final long CARE = 4;
    private static final List<Resource> ALL = List.of(
            LoadsFixture.withId(Resource.nurse("Kim"), 1),
            LoadsFixture.withId(Resource.nurse("Lou"), 2),
            LoadsFixture.withId(Resource.clinician("Dr. Lee", Purpose.MOOD), 3),
            LoadsFixture.withId(Resource.pool("Care", ResourceKind.CARE), CARE));
    private static final CapacityPlan PLAN = new CapacityPlan(
            House.calendar(),
            ALL,
            List.of(
                    new Shift(1, DayOfWeek.TUESDAY, new QuarterHours(32, 66), new QuarterHours(48, 50)),
                    new Shift(2, DayOfWeek.TUESDAY, new QuarterHours(32, 76)),
                    new Shift(3, DayOfWeek.TUESDAY, new QuarterHours(32, 76))),
            List.of(),
            0);

    private static Map<ResourceDay.Key, DayVector> capacities(CapacityPlan plan) {
        Map<ResourceDay.Key, DayVector> capacities = new HashMap<>();
        ALL.forEach(each -> capacities.put(new ResourceDay.Key(TUESDAY, each.id()), plan.of(each, TUESDAY)));
        return capacities;
    }

    /** Visits that claim two units of care, numbered as they were booked. */
    private static LedgerCopy booked(QuarterHours... visits) {
        DayVector used = DayVector.EMPTY;
        List<LedgerAudit.Held> held = new ArrayList<>();
        for (QuarterHours visit : visits) {
            held.add(new LedgerAudit.Held(held.size() + 1L, new Claim(TUESDAY, CARE, visit, 2)));
            used = used.plus(visit, 2);
        }
        DayVector care = used;
        return new LedgerCopy(
                ALL.stream()
                        .map(each -> new ResourceDay(
                                TUESDAY, each.id(), PLAN.of(each, TUESDAY), each.id() == CARE ? care : DayVector.EMPTY))
                        .toList(),
                held,
                NursingRows.of(ALL),
                List.of());
    }

    /** Both begin at nine, and Lou can begin with one of them; for the sums alone three patients fit. */
    @Test
    void affectsTheLatestBookedWhereANurseIsAway() {
        LedgerCopy booked = booked(NINE_TO_NOON, NINE_TO_NOON);
        assertThat(booked.audited().stranded()).isEmpty();
        assertThat(booked.strandedBy(capacities(
                        PLAN.closing(Closure.of(1, TUESDAY.atTime(8, 0), TUESDAY.atTime(10, 0), "dentist")))))
                .containsExactly(2L);
        assertThat(booked.strandedBy(capacities(
                        PLAN.closing(Closure.of(1, TUESDAY.atTime(13, 0), TUESDAY.atTime(15, 0), "dentist")))))
                .isEmpty();
    }

    /** Lou has to take the second one, who ends while Kim is on a break from noon on. */
    @Test
    void affectsNobodyWhoCanGoToAnother() {
        LedgerCopy booked = booked(NINE_TO_NOON, new QuarterHours(38, 50));
        assertThat(booked.audited().stranded()).isEmpty();
        assertThat(booked.strandedBy(
                        capacities(PLAN.closing(Closure.of(1, TUESDAY.atTime(8, 0), TUESDAY.atTime(16, 30), "ill")))))
                .isEmpty();
    }

    /** Both begin at nine; whoever is away from eleven on cannot have the longer one, though the other was booked first. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void affectsNobodyWhereTwoCanChangeNurses(long away) {
        LedgerCopy booked = booked(new QuarterHours(36, 42), NINE_TO_NOON);
        assertThat(booked.strandedBy(capacities(
                        PLAN.closing(Closure.of(away, TUESDAY.atTime(11, 0), TUESDAY.atTime(14, 0), "ill")))))
                .isEmpty();
    }

    @Test
    void findsWhatAnOlderReleaseBookedWithoutANurse() {
        LedgerCopy booked = booked(NINE_TO_NOON, NINE_TO_NOON, NINE_TO_NOON);
        assertThat(booked.audited().consistent()).isTrue();
        assertThat(booked.audited().stranded()).containsExactly(3L);
        assertThat(booked.strandedBy(capacities(
                        PLAN.closing(Closure.of(1, TUESDAY.atTime(13, 0), TUESDAY.atTime(15, 0), "dentist")))))
                .as("affected before, and not by this")
                .isEmpty();
    }
}
