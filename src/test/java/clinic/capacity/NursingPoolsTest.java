package clinic.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.calendar.QuarterHours;
import clinic.testing.House;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What nurses and prescribers give together, made of their shifts. */
class NursingPoolsTest {
    private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);
    private static final Resource DOCTOR =
            LoadsFixture.withId(Resource.clinician("Dr. Lee", Purpose.CONSULT, Purpose.MOOD), 1);
    private static final Resource TALKER = LoadsFixture.withId(Resource.clinician("Kim", Purpose.CONSULT), 2);
    private static final Resource EARLY = LoadsFixture.withId(Resource.nurse("Early"), 3);
    private static final Resource LATE = LoadsFixture.withId(Resource.nurse("Late"), 4);
    private static final Resource HANDS = pool(ResourceKind.HANDS);
    private static final Resource HEADS = pool(ResourceKind.HEADS);
    private static final Resource CARE = pool(ResourceKind.CARE);
    private static final Resource PRESCRIBER = pool(ResourceKind.PRESCRIBER);

    private final CapacityPlan plan = plan();

    private static Resource pool(ResourceKind kind) {
        return LoadsFixture.withId(Resource.pool(kind.name(), kind), 10 + kind.ordinal());
    }

    private static CapacityPlan plan(Closure... closures) {
        return new CapacityPlan(
                House.calendar(),
                List.of(DOCTOR, TALKER, EARLY, LATE, HANDS, HEADS, CARE, PRESCRIBER),
                List.of(
                        new Shift(1, DayOfWeek.TUESDAY, between(9, 17), between(12, 13)),
                        new Shift(2, DayOfWeek.TUESDAY, between(8, 10)),
                        new Shift(3, DayOfWeek.TUESDAY, between(8, 14), between(11, 12)),
                        new Shift(4, DayOfWeek.TUESDAY, between(10, 19))),
                List.of(closures),
                15);
    }

    private static int at(CapacityPlan plan, Resource pool, int hour) {
        return plan.of(pool, TUESDAY).at(hour * 4);
    }

    @Test
    void hasAHandForEveryNurseOnShiftLessBreaks() {
        assertThat(plan.of(HANDS, TUESDAY))
                .isEqualTo(DayVector.EMPTY
                        .with(between(8, 10), 1)
                        .with(between(10, 14), 2)
                        .with(between(11, 12), 1)
                        .with(between(14, 19), 1));
    }

    @Test
    void givesEachNurseThreePatientsAndSixUnits() {
        assertThat(at(plan, HEADS, 10)).isEqualTo(6);
        assertThat(at(plan, CARE, 10)).isEqualTo(12);
        assertThat(at(plan, HEADS, 15)).isEqualTo(3);
        assertThat(at(plan, CARE, 15)).isEqualTo(6);
    }

    @Test
    void watchesNobodyWithFewerThanTwoStaffOnSite() {
        assertThat(at(plan, CARE, 16)).isEqualTo(6);
        assertThat(at(plan, CARE, 17)).isZero();
        assertThat(at(plan, HEADS, 17)).isEqualTo(3);
    }

    @Test
    void countsSomebodyAtLunchAsOnSite() {
        assertThat(at(plan, PRESCRIBER, 12)).isEqualTo(99);
        assertThat(plan.of(DOCTOR, TUESDAY).at(48)).isZero();
    }

    @Test
    void hasAPrescriberOnlyWhileOneIsThere() {
        assertThat(plan.of(PRESCRIBER, TUESDAY)).isEqualTo(DayVector.EMPTY.with(between(9, 17), 99));
    }

    @Test
    void losesWhatASickNurseWouldHaveGiven() {
        CapacityPlan sick = plan(Closure.of(4, TUESDAY.atTime(8, 0), TUESDAY.atTime(19, 0), "ill"));
        assertThat(at(sick, HANDS, 10)).isEqualTo(1);
        assertThat(at(sick, CARE, 15)).isZero();
    }

    @Test
    void hasNothingWhenTheClinicCloses() {
        CapacityPlan closed = plan(Closure.ofTheClinic(TUESDAY.atTime(12, 0), TUESDAY.atTime(19, 0), "no power"));
        assertThat(List.of(HANDS, HEADS, CARE, PRESCRIBER))
                .allSatisfy(pool -> assertThat(at(closed, pool, 12)).isZero());
    }

    private static QuarterHours between(int from, int to) {
        return QuarterHours.between(LocalTime.of(from, 0), LocalTime.of(to, 0));
    }
}
