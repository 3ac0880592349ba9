package clinic.planner;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.calendar.QuarterHours;
import clinic.planner.Relaxation.Kind;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NoPlanTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final CourseDays DAYS = Courses.weekdays(MONDAY, 70);
    private static final Offers MORNINGS = (no, day) -> List.of(new Offer(36, 1, 0), new Offer(40, 1, 0));

    private static NoPlan explain(Wishes wishes, Offers offers) {
        assertThat(new SeriesPlanner(Courses.MOOD_6, Price.USUAL).best(1, wishes, DAYS, offers))
                .isEmpty();
        return NoPlan.explain(Courses.MOOD_6, Price.USUAL, wishes, DAYS, offers);
    }

    @Test
    void namesTheWeekdaysAsWhatBlocksOnceAWeek() {
        Wishes mondays = new Wishes(
                MONDAY, MONDAY.plusDays(28), Set.of(DayOfWeek.MONDAY), Wishes.ANY_TIME, Set.of(), Optional.empty());

        NoPlan why = explain(mondays, MORNINGS);

        assertThat(why.relaxations())
                .containsExactlyInAnyOrder(
                        Relaxation.of(Kind.WEEKDAY, DayOfWeek.WEDNESDAY),
                        Relaxation.of(Kind.WEEKDAY, DayOfWeek.THURSDAY),
                        Relaxation.of(Kind.WEEKDAY, DayOfWeek.FRIDAY));
        assertThat(why.blocked())
                .containsEntry(MONDAY.plusDays(1), NoPlan.Blocker.NOT_WISHED)
                .doesNotContainKey(MONDAY);
    }

    @Test
    void namesTheTimeOfDayWhenOnlyMorningsAreFree() {
        Wishes afternoons = new Wishes(
                MONDAY, MONDAY.plusDays(28), Wishes.ANY_DAY, new QuarterHours(52, 76), Set.of(), Optional.empty());

        NoPlan why = explain(afternoons, MORNINGS);

        assertThat(why.relaxations()).containsExactly(Relaxation.of(Kind.FROM, LocalTime.of(10, 0)));
        assertThat(why.blocked()).containsEntry(MONDAY, NoPlan.Blocker.NOT_AT_THAT_TIME);
    }

    @Test
    void namesTheEndWhenTheHouseIsFullUntilThen() {
        Offers fullForFourWeeks = (no, day) -> day.isBefore(MONDAY.plusDays(25)) ? List.of() : MORNINGS.on(no, day);

        NoPlan why = explain(Wishes.any(MONDAY, MONDAY.plusDays(27)), fullForFourWeeks);

        assertThat(why.relaxations()).containsExactly(Relaxation.of(Kind.END, MONDAY.plusDays(55)));
        assertThat(why.blocked()).containsEntry(MONDAY, NoPlan.Blocker.FULL);
    }

    @Test
    void namesTheGapWhenAWholeWeekIsAvoided() {
        Wishes away = new Wishes(
                MONDAY,
                MONDAY.plusDays(18),
                Wishes.ANY_DAY,
                Wishes.ANY_TIME,
                Set.copyOf(MONDAY.plusDays(5).datesUntil(MONDAY.plusDays(10)).toList()),
                Optional.empty());

        assertThat(explain(away, MORNINGS).relaxations())
                .contains(
                        Relaxation.of(Kind.DATE, MONDAY.plusDays(7)),
                        Relaxation.of(Kind.END, MONDAY.plusDays(46)),
                        Relaxation.of(Kind.GAP_ONE_DAY_LONGER))
                .doesNotContain(Relaxation.of(Kind.ANY_WEEKDAY), Relaxation.of(Kind.NO_DATE_AVOIDED));
    }

    @Test
    void namesTheWeekendWhenAPainWeekHasAHolidayInIt() {
        CourseDays days = Courses.weekdays(MONDAY, 12, MONDAY.plusDays(3));
        Wishes thatWeek = Wishes.any(MONDAY, MONDAY.plusDays(7));

        NoPlan why = NoPlan.explain(Courses.PAIN_5DAY, Price.USUAL, thatWeek, days, MORNINGS);

        assertThat(why.relaxations())
                .containsExactly(Relaxation.of(Kind.END, MONDAY.plusDays(35)), Relaxation.of(Kind.ONE_WEEKEND_MORE));
    }

    @Test
    void offersNoWeekendWhereAnyNumberIsAllowed() {
        assertThat(Relaxation.byPrescriber(Courses.MOOD_6).keySet())
                .extracting(Relaxation::kind)
                .containsExactly(Kind.GAP_ONE_DAY_LONGER, Kind.WINDOW_ONE_WEEK_LONGER);
        assertThat(Relaxation.byPrescriber(Courses.PAIN_5DAY.single())).isEmpty();
    }
}
