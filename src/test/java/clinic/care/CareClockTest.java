package clinic.care;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.booking.Status;
import clinic.booking.Treatment;
import clinic.capacity.Purpose;
import clinic.care.CareClock.Hold;
import clinic.care.CareClock.Taken;
import clinic.protocol.ClinicalLimits;
import clinic.protocol.Limit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the clock says of a treatment under way. */
class CareClockTest {
    private static final Instant TEN = Instant.parse("2026-11-30T18:00:00Z");
    private static final Treatment MOOD = Treatment.of(Purpose.MOOD, 15, 45, 30, 15, 2);

    private static Instant after(int minutes) {
        return TEN.plus(Duration.ofMinutes(minutes));
    }

    private static final ClinicalLimits LIMITS =
            ClinicalLimits.USUAL.over(new ClinicalLimits(Map.of(Limit.OBSERVATION_MINUTES, 30)));

    private static Taken taken(int minutes, boolean ok) {
        return new Taken(after(minutes), ok ? Measured.vitals(120, 80, 70, 98) : Measured.vitals(165, 90, 70, 98));
    }

    private static Taken taken(int minutes, int systolic, int saturation) {
        return new Taken(after(minutes), Measured.vitals(systolic, 60, 70, saturation));
    }

    private static CareClock at(Status status, Taken... vitals) {
        return CareClock.of(status, TEN, MOOD, LIMITS, List.of(vitals));
    }

    @Test
    void saysWhenAPhaseShouldEnd() {
        assertThat(at(Status.PREPARING).ends()).contains(after(15));
        assertThat(at(Status.IN_PROGRESS).ends()).contains(after(45));
        assertThat(at(Status.RECOVERING).ends()).contains(after(30));
        assertThat(at(Status.CHECKED_IN).ends()).isEmpty();
    }

    @Test
    void wantsVitalsAQuarterOfAnHourAfterTheLast() {
        assertThat(at(Status.IN_PROGRESS, taken(-20, true)).due()).contains(after(15));
        assertThat(at(Status.IN_PROGRESS, taken(-20, true), taken(12, true)).due())
                .contains(after(27));
        assertThat(at(Status.RECOVERING, taken(-5, true)).due()).contains(after(10));
        assertThat(at(Status.RECOVERING).due()).contains(after(15));
        assertThat(at(Status.PREPARING, taken(0, true)).due()).isEmpty();
    }

    @Test
    void isOverdueOnceTheTimeIsPast() {
        CareClock clock = at(Status.IN_PROGRESS);
        assertThat(clock.isOverdue(after(15))).isFalse();
        assertThat(clock.isOverdue(after(15).plusSeconds(1))).isTrue();
    }

    @Test
    void measuresAHeldVisitAgainEveryQuarterOfAnHour() {
        CareClock held = at(Status.ON_HOLD, taken(-2, false));
        assertThat(held.hold()).contains(Hold.RECHECK);
        assertThat(held.rechecks()).isZero();
        assertThat(held.due()).contains(after(15));
        CareClock once = at(Status.ON_HOLD, taken(-2, false), taken(16, false));
        assertThat(once.hold()).contains(Hold.RECHECK);
        assertThat(once.rechecks()).isEqualTo(1);
        assertThat(once.due()).contains(after(31));
    }

    @Test
    void goesOnWhenTheVitalsAreWithinAgain() {
        CareClock fine = at(Status.ON_HOLD, taken(16, false), taken(31, true));
        assertThat(fine.hold()).contains(Hold.GO_ON);
        assertThat(fine.due()).isEmpty();
    }

    @Test
    void reschedulesAfterTheSecondTimeOutsideAgain() {
        CareClock spent = at(Status.ON_HOLD, taken(16, false), taken(31, false));
        assertThat(spent.hold()).contains(Hold.RESCHEDULE);
        assertThat(spent.rechecks()).isEqualTo(2);
        assertThat(spent.due()).isEmpty();
    }

    @Test
    void keepsTheIntervalAndTheObservationOfTheProtocol() {
        ClinicalLimits own = new ClinicalLimits(Map.of(
                        Limit.VITALS_MINUTES, 10,
                        Limit.OBSERVATION_MINUTES, 60,
                        Limit.RECHECK_MINUTES, 20,
                        Limit.RECHECKS, 1))
                .over(LIMITS);
        assertThat(CareClock.of(Status.IN_PROGRESS, TEN, MOOD, own, List.of()).due())
                .contains(after(10));
        assertThat(CareClock.of(Status.RECOVERING, TEN, MOOD, own, List.of()).ends())
                .contains(after(60));
        assertThat(CareClock.of(Status.ON_HOLD, TEN, MOOD, own, List.of()).due())
                .contains(after(20));
        assertThat(CareClock.of(Status.ON_HOLD, TEN, MOOD, own, List.of(taken(20, false)))
                        .hold())
                .contains(Hold.RESCHEDULE);
    }

    @Test
    void holdsOnWhatIsTooLowAsOnWhatIsTooHigh() {
        assertThat(at(Status.ON_HOLD, taken(16, 80, 98)).hold()).contains(Hold.RECHECK);
        assertThat(at(Status.ON_HOLD, taken(16, 80, 98), taken(31, 120, 90)).hold())
                .contains(Hold.RESCHEDULE);
    }

    @Test
    void judgesByTheLimitsOfThePhase() {
        assertThat(at(Status.IN_PROGRESS, taken(5, 170, 98)).outside()).isFalse();
        assertThat(at(Status.RECOVERING, taken(5, 170, 98)).outside()).isTrue();
        assertThat(at(Status.IN_PROGRESS, taken(5, 180, 98)).outside()).isTrue();
        assertThat(at(Status.IN_PROGRESS, taken(5, 120, 93)).outside()).isTrue();
        assertThat(at(Status.IN_PROGRESS, taken(-5, 120, 93)).outside()).isFalse();
        assertThat(at(Status.PREPARING, taken(-5, 120, 93)).outside()).isTrue();
    }
}
