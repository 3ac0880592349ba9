package clinic.nursing;

import static clinic.capacity.Ward.KIM;
import static clinic.capacity.Ward.LOU;
import static clinic.capacity.Ward.mood;
import static clinic.capacity.Ward.nurse;
import static clinic.capacity.Ward.span;
import static clinic.capacity.Ward.stay;
import static org.assertj.core.api.Assertions.assertThat;

import clinic.booking.Reason;
import clinic.booking.Refusal;
import clinic.capacity.Nurse;
import clinic.capacity.Stay;
import clinic.capacity.Ward;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The nurses of a day: what was decided, and what is suggested for the rest. */
class NursingDayTest {
    private static final List<Nurse> BOTH = List.of(KIM, LOU);

    private static NursingDay day(List<Nurse> nurses, List<Stay> stays, NursingDay.Decided... decided) {
        return NursingDay.of(
                LocalDate.of(2026, 11, 24), nurses, stays, List.of(decided), Set.of(), Ward.affected(nurses, stays));
    }

    private static NursingDay.Decided decided(long visit, Nurse nurse) {
        return new NursingDay.Decided(visit, nurse.id(), Optional.empty());
    }

    private static String who(NursingDay day, long visit) {
        Nursed named = day.of(visit).orElseThrow();
        return (named.kept() ? "" : "suggested ")
                + named.charge()
                        .map(charge -> charge.first().name()
                                + charge.next().map(next -> ", " + next.name()).orElse(""))
                        .orElse("nobody");
    }

    @Test
    void suggestsANurseForEverybodyAndSharesTheWork() {
        NursingDay day = day(BOTH, List.of(mood(1, 9), mood(2, 9), mood(3, 14), mood(4, 14)));
        assertThat(day.visits()).allMatch(each -> each.charge().isPresent() && !each.kept());
        assertThat(day.hers(KIM.id())).hasSize(2);
        assertThat(day.hers(LOU.id())).hasSize(2);
    }

    @Test
    void leavesWhatSomebodyDecided() {
        NursingDay day = day(BOTH, List.of(mood(1, 9), mood(2, 9), mood(3, 9.25)), decided(1, LOU), decided(3, LOU));
        assertThat(who(day, 1)).isEqualTo("Lou");
        assertThat(who(day, 2)).isEqualTo("suggested Kim");
        assertThat(who(day, 3)).isEqualTo("Lou");
    }

    @Test
    void letsADecisionGoThatTheDayNoLongerAllows() {
        List<Stay> moved = List.of(mood(1, 9), mood(2, 9));
        NursingDay together = day(BOTH, moved, decided(1, LOU), decided(2, LOU));
        assertThat(who(together, 1)).isEqualTo("Lou");
        assertThat(who(together, 2)).isEqualTo("suggested Kim");
        NursingDay ill = day(List.of(KIM, nurse(2, "Lou", span(8, 9))), moved.subList(0, 1), decided(1, LOU));
        assertThat(who(ill, 1)).isEqualTo("suggested Kim");
        assertThat(who(day(BOTH, List.of(mood(2, 9)), decided(1, LOU)), 2)).startsWith("suggested");
    }

    @Test
    void handsOverWhatOutlivesAShift() {
        Nurse late = nurse(2, "Lou", span(15, 19));
        NursingDay day = day(List.of(KIM, late), List.of(stay(1, 13, 17.5, 3)));
        assertThat(who(day, 1)).isEqualTo("suggested Kim, Lou");
        assertThat(day.hers(late.id())).hasSize(1);
    }

    /** Taken one by one, Lou has the first and is then missed for the second. */
    @Test
    void looksAheadSoThatNobodyIsLeft() {
        Nurse lou = nurse(1, "Lou", span(8, 19));
        Nurse kim = nurse(2, "Kim", span(8, 19), span(9.25, 9.5));
        NursingDay day = day(List.of(lou, kim), List.of(stay(1, 9, 10.75, 2), stay(2, 9.25, 10.75, 2)));
        assertThat(who(day, 1)).isEqualTo("suggested Kim");
        assertThat(who(day, 2)).isEqualTo("suggested Lou");
    }

    /** Catches: whoever has her drip is handed to a colleague on paper, for a visit that has not begun. */
    @Test
    void leavesTheNurseOfAVisitThatHasBegunWhereSheIs() {
        Nurse lou = nurse(1, "Lou", span(8, 19));
        Nurse kim = nurse(2, "Kim", span(8, 19), span(9.25, 9.5));
        List<Nurse> nurses = List.of(lou, kim);
        List<Stay> stays = List.of(stay(1, 9, 10.75, 2), stay(2, 9.25, 10.75, 2));
        assertThat(who(day(nurses, stays, decided(1, lou)), 1)).isEqualTo("suggested Kim");
        NursingDay begun = NursingDay.of(
                LocalDate.of(2026, 11, 24),
                nurses,
                stays,
                List.of(decided(1, lou)),
                Set.of(1L),
                Ward.affected(nurses, stays));
        assertThat(who(begun, 1)).isEqualTo("Lou");
        assertThat(who(begun, 2)).isEqualTo("suggested nobody");
    }

    @Test
    void namesWhatSpeaksAgainstEachNurseWhereNobodyCan() {
        NursingDay day = day(BOTH, List.of(mood(1, 9), mood(2, 9), mood(3, 9)));
        assertThat(day.visits())
                .filteredOn(each -> each.charge().isEmpty())
                .singleElement()
                .satisfies(nobody -> assertThat(nobody.against())
                        .extracting(Refusal::reason)
                        .containsExactly(Reason.NURSE_TWO_AT_ONCE, Reason.NURSE_TWO_AT_ONCE));
        assertThat(who(day(List.of(), List.of(mood(1, 9))), 1)).isEqualTo("suggested nobody");
    }

    @Test
    void countsThoseOfAColleagueOnABreak() {
        NursingDay day = day(BOTH, List.of(stay(1, 11, 14, 3), mood(2, 11.5)), decided(1, KIM), decided(2, LOU));
        assertThat(day.units(LOU).at(47)).isEqualTo(2);
        assertThat(day.units(LOU).at(48)).isEqualTo(5);
        assertThat(day.units(KIM).at(48)).isZero();
        assertThat(day.units(KIM).at(50)).isEqualTo(3);
    }
}
