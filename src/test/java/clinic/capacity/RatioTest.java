package clinic.capacity;

import static clinic.capacity.Ward.KIM;
import static clinic.capacity.Ward.LOU;
import static clinic.capacity.Ward.mood;
import static clinic.capacity.Ward.nurse;
import static clinic.capacity.Ward.span;
import static clinic.capacity.Ward.stay;
import static org.assertj.core.api.Assertions.assertThat;

import clinic.calendar.QuarterHours;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What one nurse can do at once. */
class RatioTest {
    private static final QuarterHours DAY = new QuarterHours(0, 96);

    private static List<Broken> broken(List<Nurse> nurses, Charge... charges) {
        return new Ratio(nurses).broken(List.of(charges), DAY);
    }

    private static List<Broken> broken(Charge... charges) {
        return broken(List.of(KIM, LOU), charges);
    }

    @Test
    void letsANurseHaveWhatSheCan() {
        assertThat(broken(Charge.of(mood(1, 9), KIM), Charge.of(mood(2, 9.25), KIM), Charge.of(mood(3, 9.5), KIM)))
                .isEmpty();
    }

    @Test
    void givesEachBeginningAndEachGoodByeAQuarterHourOfItsOwn() {
        assertThat(broken(Charge.of(mood(1, 9), KIM), Charge.of(mood(2, 9), KIM)))
                .containsExactly(
                        new Broken(Broken.Rule.TWO_AT_ONCE, KIM, span(9, 9.25)),
                        new Broken(Broken.Rule.TWO_AT_ONCE, KIM, span(10.25, 10.5)));
        assertThat(broken(Charge.of(mood(1, 9), KIM), Charge.of(mood(2, 10.25), KIM)))
                .containsExactly(new Broken(Broken.Rule.TWO_AT_ONCE, KIM, span(10.25, 10.5)));
        assertThat(broken(Charge.of(mood(1, 9), KIM), Charge.of(mood(2, 10.5), KIM)))
                .isEmpty();
    }

    @Test
    void givesANurseNoMoreThanSixUnits() {
        assertThat(broken(
                        Charge.of(stay(1, 9, 12, 3), LOU),
                        Charge.of(stay(2, 9.25, 12.25, 3), LOU),
                        Charge.of(mood(3, 9.5), LOU)))
                .containsExactly(new Broken(Broken.Rule.UNITS, LOU, span(9.5, 11)));
    }

    @Test
    void givesANurseNoMoreThanThreePatients() {
        assertThat(broken(
                        Charge.of(stay(1, 9, 11, 1), LOU),
                        Charge.of(stay(2, 9.25, 11.25, 1), LOU),
                        Charge.of(stay(3, 9.5, 11.5, 1), LOU),
                        Charge.of(stay(4, 9.75, 11.75, 1), LOU)))
                .containsExactly(new Broken(Broken.Rule.HEADS, LOU, span(9.75, 11)));
    }

    @Test
    void wantsANurseOnShiftAsLongAsSomebodyIsInHerCharge() {
        assertThat(broken(Charge.of(mood(1, 15.5), KIM)))
                .containsExactly(new Broken(Broken.Rule.AWAY, KIM, span(16.5, 17)));
    }

    @Test
    void letsANurseBeginAndLetGoOnlyAtWork() {
        assertThat(broken(Charge.of(mood(1, 12), KIM)))
                .containsExactly(new Broken(Broken.Rule.ON_BREAK, KIM, span(12, 12.25)));
        assertThat(broken(Charge.of(mood(1, 11), KIM)))
                .containsExactly(new Broken(Broken.Rule.ON_BREAK, KIM, span(12.25, 12.5)));
        assertThat(broken(Charge.of(mood(1, 11.25), KIM))).isEmpty();
    }

    @Test
    void wantsColleaguesWithRoomForThoseOfWhomWhoIsOnABreak() {
        Charge hers = Charge.of(stay(1, 11, 14, 3), KIM);
        assertThat(broken(List.of(KIM), hers))
                .containsExactly(new Broken(Broken.Rule.BREAK_UNCOVERED, KIM, span(12, 12.5)));
        assertThat(broken(hers, Charge.of(stay(2, 10, 13, 3), LOU))).isEmpty();
        assertThat(broken(hers, Charge.of(stay(2, 10, 13, 3), LOU), Charge.of(mood(3, 11.75), LOU)))
                .containsExactly(new Broken(Broken.Rule.BREAK_UNCOVERED, KIM, span(12, 12.5)));
        Nurse max = nurse(3, "Max", span(11, 19));
        assertThat(broken(
                        List.of(KIM, LOU, max),
                        hers,
                        Charge.of(stay(2, 10, 13, 3), LOU),
                        Charge.of(mood(3, 11.75), LOU)))
                .isEmpty();
    }

    @Test
    void handsAVisitOverAsLateAsBothAreAtWork() {
        Charge over = Charge.of(stay(1, 15, 18, 3), KIM, LOU);
        assertThat(over.handedOver()).hasValue(66);
        assertThat(broken(over)).isEmpty();
        Nurse resting = nurse(3, "Max", span(12, 19), span(16, 16.75));
        Charge earlier = Charge.of(stay(1, 15, 18, 3), KIM, resting);
        assertThat(earlier.handedOver()).hasValue(63);
        assertThat(broken(List.of(KIM, LOU, resting), earlier)).isEmpty();
        assertThat(Charge.of(stay(1, 12, 15, 3), KIM, LOU).next()).isEmpty();
    }

    @Test
    void handsAVisitOverToNobodyWhoIsOnABreak() {
        Nurse resting = nurse(3, "Max", span(15.75, 19), span(16, 17));
        assertThat(broken(List.of(KIM, LOU, resting), Charge.of(mood(1, 15.75), KIM, resting)))
                .contains(new Broken(Broken.Rule.ON_BREAK, resting, span(16.5, 16.75)));
    }
}
