package clinic.booking;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.calendar.QuarterHours;
import clinic.calendar.Slot;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DayTimesTest {
    private static final LocalDate DAY = LocalDate.of(2027, 1, 26);

    private static Slot at(int hour) {
        return new Slot(DAY, QuarterHours.lasting(LocalTime.of(hour, 0), 30));
    }

    @Test
    void leavesOutTimesAcrossAnotherVisitOfThePatient() {
        OtherVisits others =
                new OtherVisits(List.of(new OtherVisits.Hers(1, 7, at(10)), new OtherVisits.Hers(1, 8, at(11))));
        DayTimes day = new DayTimes(DAY, DayTimes.State.FREE, List.of(at(9), at(10), at(11)), Optional.empty());
        assertThat(day.suiting(slot -> others.leave(1, 8, slot)).slots()).containsExactly(at(9), at(11));
        assertThat(day.suiting(slot -> others.leave(2, 9, slot))).isEqualTo(day);
    }

    @Test
    void isFullWhenNoTimeIsLeft() {
        DayTimes free = new DayTimes(DAY, DayTimes.State.FREE, List.of(at(9)), Optional.empty());
        DayTimes closed = new DayTimes(DAY, DayTimes.State.CLOSED, List.of(), Optional.empty());
        assertThat(free.suiting(any -> false).state()).isEqualTo(DayTimes.State.FULL);
        assertThat(closed.suiting(any -> false)).isEqualTo(closed);
    }
}
