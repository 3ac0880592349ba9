package clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.planner.Relaxation;
import clinic.web.PlannedVisits.Pick;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What the address of the planning page carries. */
class PlanWishesTest {
    private static final LocalDate FRIDAY = LocalDate.of(2027, 1, 8);
    private static final PlanWishes WISHES = new PlanWishes(
            12,
            "MOOD_6",
            Optional.of(LocalDate.of(2027, 1, 4)),
            EnumSet.of(DayOfWeek.MONDAY),
            Optional.of(LocalTime.of(9, 0)),
            Optional.of(LocalTime.of(12, 0)),
            Optional.empty(),
            new TreeSet<>(List.of(FRIDAY)));

    private static Relaxation relaxation(Relaxation.Kind kind, Object value) {
        return new Relaxation(kind, Map.of("value", value));
    }

    private static PlanWishes relaxed(Relaxation relaxation) {
        return WISHES.relaxed(relaxation).orElseThrow();
    }

    @Test
    void carriesEveryWishAndOfHerOnlyTheNumber() {
        assertThat(Links.to(PlanWishes.HERE, WISHES.fields()))
                .isEqualTo("/staff/plan?patient=12&protocol=MOOD_6&earliest=2027-01-04&on=MONDAY"
                        + "&from=09%3A00&until=12%3A00&not=2027-01-08");
    }

    @Test
    void givesUpOneWishAtATime() {
        assertThat(relaxed(relaxation(Relaxation.Kind.WEEKDAY, DayOfWeek.FRIDAY))
                        .weekdays())
                .containsExactly(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
        assertThat(relaxed(relaxation(Relaxation.Kind.UNTIL, LocalTime.of(15, 0)))
                        .until())
                .contains(LocalTime.of(15, 0));
        assertThat(relaxed(relaxation(Relaxation.Kind.DATE, FRIDAY)).avoid()).isEmpty();
        assertThat(relaxed(relaxation(Relaxation.Kind.BEGIN, FRIDAY)).earliest())
                .contains(FRIDAY);
    }

    @Test
    void givesUpNothingThatIsAPrescribersToGive() {
        assertThat(WISHES.relaxed(new Relaxation(Relaxation.Kind.GAP_ONE_DAY_LONGER, Map.of())))
                .isEmpty();
    }

    @Test
    void keepsVisitsInTheOrderOfTimeHoweverTheyAreMoved() {
        Pick first = new Pick(LocalDateTime.of(2027, 1, 4, 10, 0), 3);
        Pick second = new Pick(LocalDateTime.of(2027, 1, 6, 10, 0), 3);
        Pick moved = new Pick(LocalDateTime.of(2027, 1, 8, 9, 30), 0);
        PlannedVisits visits = new PlannedVisits(List.of(second, first)).with(1, moved);
        assertThat(visits.picks()).containsExactly(second, moved);
        assertThat(visits.noOf(moved)).isEqualTo(2);
        assertThat(visits.span()).isEqualTo(2);
    }

    @Test
    void readsWhatItWrote() {
        Pick pick = new Pick(LocalDateTime.of(2027, 1, 4, 10, 15), 3);
        assertThat(Pick.read(pick.written())).contains(pick);
        assertThat(Pick.read("tomorrow@3")).isEmpty();
        assertThat(Pick.read("2027-01-04T10:15")).contains(new Pick(pick.start(), 0));
    }
}
