package clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.calendar.QuarterHours;
import clinic.house.ShiftTimes;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShiftFormTest {
    @Test
    void savedAsItIsShownItLosesNoBreak() {
        List<ShiftTimes> shifts = List.of(new ShiftTimes(
                span("08:00", "19:00"),
                List.of(span("12:30", "12:45"), span("14:30", "15:00"), span("17:00", "17:15"))));
        assertThat(new ShiftForm(ShiftForm.of(shifts)).read()).isEqualTo(shifts);
    }

    private static QuarterHours span(String from, String to) {
        return QuarterHours.between(LocalTime.parse(from), LocalTime.parse(to));
    }
}
