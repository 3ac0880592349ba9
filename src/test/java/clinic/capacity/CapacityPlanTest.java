package clinic.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import clinic.calendar.DayException;
import clinic.calendar.QuarterHours;
import clinic.testing.House;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class CapacityPlanTest {
    private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);
    private static final LocalDate THANKSGIVING = LocalDate.of(2026, 11, 26);
    private static final QuarterHours LUNCH = between(12, 13);

    private final Resource room = Resource.room("C1", Purpose.CONSULT);
    private final Resource clinician = Resource.clinician("Dr. Lee", Purpose.CONSULT);
    private final Shift shift = new Shift(0, DayOfWeek.TUESDAY, between(9, 17), LUNCH);

    @Test
    void letsCleaningRunPastClose() {
        assertThat(plan().of(room, TUESDAY)).isEqualTo(DayVector.EMPTY.with(new QuarterHours(32, 77), 1));
    }

    @Test
    void hasAClinicianOnShiftLessHerBreak() {
        assertThat(plan().of(clinician, TUESDAY))
                .isEqualTo(DayVector.EMPTY.with(between(9, 12), 1).with(between(13, 17), 1));
    }

    @Test
    void hasNobodyOnADayWithoutAShift() {
        assertThat(plan().of(clinician, TUESDAY.plusDays(1))).isEqualTo(DayVector.EMPTY);
    }

    @Test
    void cutsAShiftAtTheClinicsHours() {
        CapacityPlan early = new CapacityPlan(
                House.calendar(), List.of(), List.of(new Shift(0, DayOfWeek.TUESDAY, between(6, 22))), List.of(), 0);
        assertThat(early.of(clinician, TUESDAY)).isEqualTo(DayVector.EMPTY.with(House.HOURS, 1));
    }

    @Test
    void hasNothingOnAHoliday() {
        CapacityPlan plan = plan();
        assertThat(plan.of(room, THANKSGIVING)).isEqualTo(DayVector.EMPTY);
    }

    @Test
    void hasRoomsOnAHolidayOpenedByHand() {
        CapacityPlan plan = new CapacityPlan(
                House.calendar(DayException.open(THANKSGIVING, between(9, 12), "")),
                List.of(),
                List.of(),
                List.of(),
                0);
        assertThat(plan.of(room, THANKSGIVING)).isEqualTo(DayVector.EMPTY.with(between(9, 12), 1));
    }

    @Test
    void takesAClosureOfTheClinicFromEverything() {
        Closure closure =
                Closure.ofTheClinic(TUESDAY.atTime(12, 0), TUESDAY.plusDays(1).atStartOfDay(), "no power");
        CapacityPlan plan = new CapacityPlan(House.calendar(), List.of(), List.of(shift), List.of(closure), 15);
        assertThat(plan.of(room, TUESDAY)).isEqualTo(DayVector.EMPTY.with(between(8, 12), 1));
        assertThat(plan.of(clinician, TUESDAY)).isEqualTo(DayVector.EMPTY.with(between(9, 12), 1));
    }

    @Test
    void takesAClosureOfOneResourceFromThatOneOnly() {
        Closure closure = Closure.of(99, TUESDAY.atTime(8, 0), TUESDAY.atTime(12, 0), "out of service");
        CapacityPlan plan = new CapacityPlan(House.calendar(), List.of(), List.of(shift), List.of(closure), 15);
        assertThat(plan.of(room, TUESDAY).at(36)).isEqualTo(1);
    }

    @Test
    void losesAQuarterHourThatAClosureOnlyTouches() {
        Closure closure = Closure.ofTheClinic(TUESDAY.atTime(9, 10), TUESDAY.atTime(9, 16), "fire drill");
        CapacityPlan plan = new CapacityPlan(House.calendar(), List.of(), List.of(), List.of(closure), 0);
        assertThat(plan.of(room, TUESDAY))
                .isEqualTo(DayVector.EMPTY.with(House.HOURS, 1).with(new QuarterHours(36, 38), 0));
    }

    @Test
    void refusesABreakOutsideItsShift() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Shift(0, DayOfWeek.MONDAY, between(9, 12), between(12, 13)));
    }

    @Test
    void refusesAClosureThatTakesNoTime() {
        LocalDateTime noon = TUESDAY.atTime(12, 0);
        assertThatIllegalArgumentException().isThrownBy(() -> Closure.ofTheClinic(noon, noon, ""));
    }

    private CapacityPlan plan() {
        return new CapacityPlan(House.calendar(), List.of(), List.of(shift), List.of(), 15);
    }

    private static QuarterHours between(int from, int to) {
        return QuarterHours.between(LocalTime.of(from, 0), LocalTime.of(to, 0));
    }
}
