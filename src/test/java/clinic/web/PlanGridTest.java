package clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanGridTest {
    private static final EnumSet<DayOfWeek> WEEKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    private static LocalDate january(int day) {
        return LocalDate.of(2027, 1, day);
    }

    @Test
    void showsWholeWeeksFromTheFirstVisitToTheLast() {
        PlanGrid grid = PlanGrid.of(List.of(january(6), january(8), january(18)), WEEKDAYS, day -> "");
        assertThat(grid.columns()).hasSize(5);
        assertThat(grid.weeks())
                .extracting(PlanGrid.Week::monday)
                .containsExactly(january(4), january(11), january(18));
        assertThat(grid.weeks().get(0).days())
                .extracting(PlanGrid.Day::visits)
                .containsExactly(List.of(), List.of(), List.of(1), List.of(), List.of(2));
    }

    @Test
    void saysWhyNothingCanBeOnADay() {
        PlanGrid grid = PlanGrid.of(List.of(january(18)), WEEKDAYS, day -> day.equals(january(18)) ? "King" : "");
        assertThat(grid.weeks().get(0).days())
                .extracting(PlanGrid.Day::isHatched)
                .containsExactly(true, false, false, false, false);
    }

    @Test
    void hasAColumnForAVisitOnADayTheHouseIsClosed() {
        PlanGrid grid = PlanGrid.of(List.of(january(9)), WEEKDAYS, day -> "");
        assertThat(grid.columns()).hasSize(6).endsWith(DayOfWeek.SATURDAY);
    }

    @Test
    void neverDrawsMoreWeeksThanSomebodyCanRead() {
        PlanGrid grid = PlanGrid.of(List.of(january(4), LocalDate.of(2099, 1, 5)), WEEKDAYS, day -> "");
        assertThat(grid.weeks()).hasSize(14);
    }
}
