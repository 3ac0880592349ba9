package clinic.infusion;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.booking.CourseStanding;
import clinic.booking.Status;
import clinic.calendar.QuarterHours;
import clinic.calendar.Slot;
import clinic.planner.Courses;
import clinic.planner.Offer;
import clinic.planner.Offers;
import clinic.protocol.Protocol;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Monday, Wednesday, Friday at ten, twice, from the second of March, in a house that is free at ten every weekday. */
class CourseRepairTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final QuarterHours TEN = new QuarterHours(40, 46);
    private static final LocalDate LATEST = MONDAY.plusDays(60);
    private static final CourseRepair.Ground FREE = new CourseRepair.Ground(
            Courses.weekdays(MONDAY, 61),
            (no, day) ->
                    Stream.of(36, 40, 52).map(start -> new Offer(start, 1, 0)).toList(),
            Set.of(),
            Optional.empty());
    private static final LocalDateTime THE_WEEK_BEFORE = MONDAY.minusDays(4).atTime(9, 0);

    private final List<CourseStanding> course = new ArrayList<>();

    CourseRepairTest() {
        isOnDays(0, 2, 4, 7, 9, 11);
    }

    private void stands(int no, Status status) {
        CourseStanding before = course.get(no - 1);
        course.set(
                no - 1,
                new CourseStanding(no, before.appointment(), 0, status, before.slot(), before.room(), List.of()));
    }

    private static RepairAsked missed(int... numbers) {
        return new RepairAsked(
                Optional.empty(),
                Set.copyOf(java.util.Arrays.stream(numbers).boxed().toList()),
                Set.of(),
                false);
    }

    private static RepairAsked agreed(RepairAsked asked) {
        return new RepairAsked(asked.move(), asked.missed(), asked.stranded(), true);
    }

    /** Number and day of each visit that has another place, or {@code -} and the number of one left out. */
    private List<String> changes(RepairAsked asked, LocalDateTime now) {
        return changes(Courses.MOOD_6, asked, now, Set.of());
    }

    private List<String> changes(Protocol protocol, RepairAsked asked, LocalDateTime now, Set<Integer> accepted) {
        CourseRepair repair = new CourseRepair(protocol, course, asked, now);
        Offers toCome =
                (no, day) -> day.isAfter(now.toLocalDate()) ? FREE.offers().on(no, day) : List.of();
        return repair.find(LATEST, new CourseRepair.Ground(FREE.open(), toCome, accepted, Optional.empty()))
                .map(found -> RepairPlan.of(repair.visits(), found).steps().stream()
                        .map(step -> step.deed() == RepairPlan.Deed.DROP
                                ? "-" + step.no()
                                : step.no() + "@" + (step.start().toLocalDate().toEpochDay() - MONDAY.toEpochDay()))
                        .toList())
                .orElse(List.of("none"));
    }

    @Test
    void leavesWhatIsWithinTwoDaysUnlessSheAgrees() {
        RepairAsked late = new RepairAsked(
                Optional.of(new RepairAsked.Move(1, MONDAY.plusDays(1).atTime(10, 0))), Set.of(), Set.of(), false);
        LocalDateTime inTime = MONDAY.atTime(9, 45);
        LocalDateTime twoDaysBeforeTheSecond = MONDAY.atTime(10, 15);

        assertThat(changes(late, inTime)).containsExactly("1@1", "2@3", "3@7", "4@9", "5@11", "6@14");
        assertThat(changes(late, twoDaysBeforeTheSecond)).containsExactly("none");
        assertThat(changes(agreed(late), twoDaysBeforeTheSecond)).startsWith("1@1", "2@3");
    }

    @Test
    void shiftsTheRestAfterAVisitThatWasMissed() {
        stands(1, Status.DONE);
        stands(2, Status.DONE);
        stands(3, Status.NO_SHOW);

        assertThat(changes(missed(3), MONDAY.plusDays(4).atTime(14, 0))).containsExactly("3@7", "4@9", "5@11", "6@14");
    }

    @Test
    void leavesAMissedVisitOutWhenTheNextOneIsConfirmed() {
        stands(4, Status.CONFIRMED);

        assertThat(changes(missed(3), THE_WEEK_BEFORE)).containsExactly("-3");
        assertThat(changes(agreed(missed(3)), THE_WEEK_BEFORE)).containsExactly("3@7", "4@9", "5@11", "6@14");
    }

    @Test
    void makesAVisitAnewOnAnotherDayThanTheOneItWasCancelledOn() {
        isOnDays(0, 3, 7, 11, 14, 17);
        stands(4, Status.CANCELLED);

        assertThat(changes(missed(4), THE_WEEK_BEFORE)).containsExactly("4@10");
    }

    private void isOnDays(int... days) {
        course.clear();
        for (int day : days) {
            int no = course.size() + 1;
            course.add(new CourseStanding(
                    no, 100 + no, 0, Status.BOOKED, new Slot(MONDAY.plusDays(day), TEN), 1, List.of()));
        }
    }

    @Test
    void putsNoOtherVisitOnADaySheCannotCome() {
        isOnDays(0, 3, 7, 11, 16, 21);

        for (int had : new int[] {1, 2, 3}) {
            stands(had, Status.DONE);
        }

        assertThat(changes(missed(4), MONDAY.plusDays(8).atTime(9, 0))).containsExactly("-4", "5@10", "6@15");
    }

    @Test
    void putsNobodyOnTheDayItAlreadyIsButByAWord() {
        isOnDays(1, 4, 7, 10, 14, 17);
        Offers laterToday =
                (no, day) -> no > 1 || day.equals(MONDAY) ? FREE.offers().on(no, day) : List.of();
        CourseRepair.Ground ground = new CourseRepair.Ground(FREE.open(), laterToday, Set.of(), Optional.empty());
        RepairAsked stranded = new RepairAsked(Optional.empty(), Set.of(), Set.of(1), true);
        RepairAsked toToday =
                new RepairAsked(Optional.of(new RepairAsked.Move(1, MONDAY.atTime(13, 0))), Set.of(), Set.of(), true);

        assertThat(new CourseRepair(Courses.MOOD_6, course, stranded, MONDAY.atTime(9, 0)).find(LATEST, ground))
                .isEmpty();
        assertThat(new CourseRepair(Courses.MOOD_6, course, toToday, MONDAY.atTime(9, 0)).find(LATEST, ground))
                .hasValueSatisfying(
                        found -> assertThat(found.places().get(1).slot().day()).isEqualTo(MONDAY));
    }

    @Test
    void goesRoundAVisitThatIsMovedByHand() {
        RepairAsked move = new RepairAsked(
                Optional.of(new RepairAsked.Move(3, MONDAY.plusDays(7).atTime(9, 0))), Set.of(), Set.of(), false);

        assertThat(changes(move, THE_WEEK_BEFORE)).containsExactly("3@7", "4@9", "5@11", "6@14");
    }

    @Test
    void neverHasMoreThanTheGapsAllowEvenIfSomebodyWaitedTooLong() {
        stands(1, Status.DONE);
        stands(2, Status.DONE);
        stands(3, Status.NO_SHOW);
        stands(4, Status.NO_SHOW);
        stands(5, Status.NO_SHOW);

        assertThat(changes(missed(3, 4, 5), MONDAY.plusDays(10).atTime(12, 0))).containsExactly("none");
    }

    /** Days of the visits, counted from the Monday. */
    private void isOn(int... days) {
        course.clear();
        for (int day : days) {
            int no = course.size() + 1;
            course.add(new CourseStanding(
                    no, 100 + no, 0, Status.BOOKED, new Slot(MONDAY.plusDays(day), TEN), 1, List.of()));
        }
    }

    private static RepairAsked moved(int visit, int day) {
        return new RepairAsked(
                Optional.of(new RepairAsked.Move(visit, MONDAY.plusDays(day).atTime(9, 0))), Set.of(), Set.of(), false);
    }

    @Test
    void keepsAGapThatWasAccepted() {
        isOn(0, 2, 4, 11, 14, 16);

        assertThat(changes(Courses.MOOD_6, missed(6), THE_WEEK_BEFORE, Set.of(4)))
                .containsExactly("6@17");
        assertThat(changes(Courses.MOOD_6, missed(6), THE_WEEK_BEFORE, Set.of()))
                .as("nobody accepted it, so it is made good as well")
                .hasSizeGreaterThan(1);
    }

    @Test
    void canBeRepairedThoughAGapThatWasAcceptedCannot() {
        isOn(0, 2, 4, 11, 14, 16);
        stands(3, Status.CONFIRMED);
        stands(4, Status.CONFIRMED);

        assertThat(changes(Courses.MOOD_6, missed(6), THE_WEEK_BEFORE, Set.of()))
                .containsExactly("none");
        assertThat(changes(Courses.MOOD_6, missed(6), THE_WEEK_BEFORE, Set.of(4)))
                .containsExactly("6@17");
    }

    @Test
    void letsNoGapGrowBeyondWhatWasAccepted() {
        isOn(0, 2, 4, 10, 15, 17);
        stands(3, Status.CONFIRMED);

        assertThat(changes(Courses.MOOD_6, moved(4, 10), THE_WEEK_BEFORE, Set.of(4)))
                .containsExactly("4@10");
        assertThat(changes(Courses.MOOD_6, moved(4, 11), THE_WEEK_BEFORE, Set.of(4)))
                .containsExactly("none");
    }

    @Test
    void leavesNoVisitOutBesideAGapThatWasAccepted() {
        isOn(0, 2, 4, 9, 14, 16);
        stands(3, Status.CONFIRMED);
        stands(5, Status.CONFIRMED);

        assertThat(changes(Courses.MOOD_6, missed(4), THE_WEEK_BEFORE, Set.of(4, 5)))
                .as("ten days from the third to the fifth nobody accepted")
                .containsExactly("none");
    }

    @Test
    void crossesAWeekendThatWasAccepted() {
        isOn(1, 2, 3, 4, 7);
        stands(1, Status.DONE);
        LocalDateTime wednesday = MONDAY.plusDays(2).atTime(19, 0);

        assertThat(changes(Courses.PAIN_5DAY, moved(5, 7), wednesday, Set.of())).containsExactly("none");
        assertThat(changes(Courses.PAIN_5DAY, moved(5, 7), wednesday, Set.of(5)))
                .containsExactly("5@7");
    }

    @Test
    void keepsAPlanAsText() {
        CourseRepair repair = new CourseRepair(Courses.MOOD_6, course, missed(3), THE_WEEK_BEFORE);
        RepairPlan plan =
                RepairPlan.of(repair.visits(), repair.find(LATEST, FREE).orElseThrow());

        assertThat(RepairPlan.read(plan.written())).isEqualTo(plan);
        assertThat(RepairPlan.read("")).isEqualTo(new RepairPlan(List.of()));
        assertThat(plan.moved()).containsExactly(3, 4, 5, 6);
    }

    @Test
    void looksNoFurtherBackThanTheLastVisitThatStays() {
        stands(1, Status.DONE);
        stands(2, Status.DONE);

        CourseRepair repair = new CourseRepair(
                Courses.MOOD_6, course, missed(3), MONDAY.plusDays(3).atTime(12, 0));

        assertThat(repair.from()).isEqualTo(MONDAY.plusDays(2));
        assertThat(new TreeMap<>(repair.find(LATEST, FREE).orElseThrow().places()).firstKey())
                .isEqualTo(2);
    }
}
