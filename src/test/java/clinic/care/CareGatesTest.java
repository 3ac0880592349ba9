package clinic.care;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.booking.Edge;
import clinic.booking.Reason;
import clinic.booking.Refusal;
import clinic.booking.Status;
import clinic.staff.Actor;
import clinic.staff.Role;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What keeps a treatment from beginning, and a patient from going home. */
class CareGatesTest {
    private static final Actor NURSE = Actor.of("noor", Role.NURSE, "");
    private static final Instant TEN = Instant.parse("2026-11-30T18:00:00Z");
    private static final int HALF_AN_HOUR = 2;
    private static final CareGates.Order FOR_70_KILOS = new CareGates.Order(OptionalInt.of(70_000));

    private final Map<CheckKind, VisitCheck> latest = new EnumMap<>(CheckKind.class);

    @BeforeEach
    void everythingIsChecked() {
        for (CheckKind kind : CheckKind.values()) {
            check(kind, true, Measured.NOTHING);
        }
        check(CheckKind.WEIGHT, true, Measured.weight(70_000));
        check(CheckKind.VITALS, true, Measured.vitals(128, 82, 70, 98));
    }

    private void check(CheckKind kind, boolean ok, Measured measured) {
        Measured shown = kind == CheckKind.VITALS && measured.equals(Measured.NOTHING)
                ? Measured.vitals(120, 80, 70, 98)
                : measured;
        latest.put(kind, new VisitCheck(1, kind, ok, shown, Optional.empty(), NURSE, TEN));
    }

    private List<Reason> toStart(Optional<CareGates.Order> order) {
        return new CareGates(latest, order, Status.PREPARING, TEN, HALF_AN_HOUR)
                .unmet(Edge.START, TEN).stream().map(Refusal::reason).toList();
    }

    private List<Reason> toGo(int minutesAfterTen) {
        return new CareGates(latest, Optional.of(FOR_70_KILOS), Status.RECOVERING, TEN, HALF_AN_HOUR)
                .unmet(Edge.DISCHARGE, TEN.plusSeconds(60L * minutesAfterTen)).stream()
                        .map(Refusal::reason)
                        .toList();
    }

    @Test
    void letsHerBeginWhenEverythingIsChecked() {
        assertThat(toStart(Optional.of(FOR_70_KILOS))).isEmpty();
    }

    @Test
    void namesEverythingThatIsMissingAtOnce() {
        latest.clear();
        assertThat(toStart(Optional.empty()))
                .containsExactly(
                        Reason.CONSENT_MISSING,
                        Reason.ESCORT_MISSING,
                        Reason.FASTING_OPEN,
                        Reason.VITALS_MISSING,
                        Reason.WEIGHT_MISSING,
                        Reason.ORDER_NOT_VERIFIED);
    }

    @Test
    void holdsFromEitherBoundOfThePressureOn() {
        check(CheckKind.VITALS, true, Measured.vitals(159, 99, 70, 98));
        assertThat(toStart(Optional.of(FOR_70_KILOS))).isEmpty();
        check(CheckKind.VITALS, true, Measured.vitals(160, 80, 70, 98));
        assertThat(toStart(Optional.of(FOR_70_KILOS))).containsExactly(Reason.VITALS_HOLD);
        check(CheckKind.VITALS, true, Measured.vitals(120, 100, 70, 98));
        assertThat(toStart(Optional.of(FOR_70_KILOS))).containsExactly(Reason.VITALS_HOLD);
    }

    @Test
    void wantsTheOrderVerifiedAgainWhenHerWeightHasChanged() {
        check(CheckKind.WEIGHT, true, Measured.weight(73_500));
        assertThat(toStart(Optional.of(FOR_70_KILOS))).isEmpty();
        check(CheckKind.WEIGHT, true, Measured.weight(73_501));
        assertThat(toStart(Optional.of(FOR_70_KILOS))).containsExactly(Reason.ORDER_NOT_VERIFIED);
        check(CheckKind.WEIGHT, true, Measured.weight(66_499));
        assertThat(toStart(Optional.of(FOR_70_KILOS))).containsExactly(Reason.ORDER_NOT_VERIFIED);
    }

    @Test
    void takesNoForNo() {
        check(CheckKind.FASTING, false, Measured.NOTHING);
        assertThat(toStart(Optional.of(FOR_70_KILOS))).containsExactly(Reason.FASTING_OPEN);
    }

    @Test
    void watchesHerAsLongAsPlanned() {
        assertThat(toGo(29)).containsExactly(Reason.OBSERVATION_SHORT);
        assertThat(toGo(30)).isEmpty();
    }

    @Test
    void letsHerGoWithSomebodyAndACompleteList() {
        latest.remove(CheckKind.LINE_OUT);
        latest.remove(CheckKind.ESCORT_HERE);
        assertThat(toGo(30)).containsExactly(Reason.CHECKLIST_OPEN, Reason.ESCORT_NOT_HERE);
    }

    @Test
    void wantsVitalsSinceSheRecovers() {
        Instant before = TEN.minusSeconds(60);
        latest.put(
                CheckKind.VITALS,
                new VisitCheck(
                        1, CheckKind.VITALS, true, Measured.vitals(120, 80, 70, 98), Optional.empty(), NURSE, before));
        assertThat(toGo(30)).containsExactly(Reason.VITALS_MISSING);
    }
}
