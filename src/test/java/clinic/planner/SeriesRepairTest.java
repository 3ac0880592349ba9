package clinic.planner;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.calendar.QuarterHours;
import clinic.calendar.Slot;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Mon-Wed-Fri twice, from the second of March, in a house that is free from nine to five every weekday. */
class SeriesRepairTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final QuarterHours TEN = new QuarterHours(40, 46);
    private static final CourseDays DAYS = Courses.weekdays(MONDAY, 60);
    private static final Offers FREE = (no, day) ->
            Stream.of(36, 40, 44, 52).map(start -> new Offer(start, 1, 0)).toList();
    private static final SeriesRepair DESK = new SeriesRepair(Courses.MOOD_6, Price.USUAL, Map.of());

    private static List<SeriesRepair.Standing> course(int fixed, int... days) {
        return java.util.stream.IntStream.range(0, days.length)
                .mapToObj(visit ->
                        new SeriesRepair.Standing(new Slot(MONDAY.plusDays(days[visit]), TEN), 1, visit < fixed))
                .toList();
    }

    private static List<Integer> daysOf(SeriesRepair.Repair repair) {
        return repair.after().visits().stream()
                .map(visit -> (int) (visit.slot().day().toEpochDay() - MONDAY.toEpochDay()))
                .toList();
    }

    @Test
    void movesOnlyTheMissedVisitWhereItsNeighboursLeaveRoom() {
        SeriesRepair.Repair repair = DESK.repair(
                        course(2, 0, 3, 7, 11, 14, 17), Set.of(3), MONDAY.plusDays(8), MONDAY.plusDays(50), DAYS, FREE)
                .orElseThrow();

        assertThat(repair.moved()).containsExactly(3);
        assertThat(daysOf(repair)).containsExactly(0, 3, 8, 11, 14, 17);
    }

    @Test
    void shiftsWhatComesAfterWhenThereIsNoRoomBetween() {
        SeriesRepair.Repair repair = DESK.repair(
                        course(3, 0, 2, 4, 7, 9, 11), Set.of(3), MONDAY.plusDays(7), MONDAY.plusDays(50), DAYS, FREE)
                .orElseThrow();

        assertThat(repair.moved()).containsExactly(3, 4, 5, 6);
        assertThat(daysOf(repair)).containsExactly(0, 2, 7, 9, 11, 14);
    }

    @Test
    void keepsWhatIsNailedDownOrSaysThatNothingIsLegal() {
        List<SeriesRepair.Standing> course = course(6, 0, 2, 4, 7, 9, 11);

        Optional<SeriesRepair.Repair> repair =
                DESK.repair(course, Set.of(3), MONDAY.plusDays(7), MONDAY.plusDays(50), DAYS, FREE);

        assertThat(repair).isEmpty();
    }

    @Test
    void staysOnTheDayAndNearTheHourWhenOnlyTheRoomIsLost() {
        Offers withoutTen = (no, day) ->
                FREE.on(no, day).stream().filter(offer -> offer.start() != 40).toList();

        SeriesRepair.Repair repair = DESK.repair(
                        course(0, 0, 2, 4, 7, 9, 11), Set.of(5), MONDAY, MONDAY.plusDays(50), DAYS, withoutTen)
                .orElseThrow();

        assertThat(repair.moved()).containsExactly(5);
        assertThat(repair.after().visits().get(4).slot())
                .isEqualTo(new Slot(MONDAY.plusDays(9), new QuarterHours(36, 42)));
    }
}
