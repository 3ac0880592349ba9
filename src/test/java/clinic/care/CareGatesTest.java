package clinic.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import clinic.booking.BookingTexts;
import clinic.booking.Edge;
import clinic.booking.Reason;
import clinic.booking.Refusal;
import clinic.booking.Status;
import clinic.protocol.ClinicalLimits;
import clinic.protocol.Limit;
import clinic.staff.Actor;
import clinic.staff.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What keeps a treatment from beginning, and a patient from going home. */
class CareGatesTest {
    private static final Actor NURSE = Actor.of("noor", Role.NURSE, "");
    private static final Instant TEN = Instant.parse("2026-11-30T18:00:00Z");
    private static final ClinicalLimits LIMITS =
            ClinicalLimits.USUAL.over(new ClinicalLimits(Map.of(Limit.OBSERVATION_MINUTES, 30)));
    private static final CareGates.Order FOR_70_KILOS = new CareGates.Order(true, Optional.of(new Weight(70_000)));

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
        latest.put(kind, entry(kind, ok, shown, TEN));
    }

    private static VisitCheck entry(CheckKind kind, boolean ok, Measured measured, Instant at) {
        return new VisitCheck(
                1, new CheckEntry(kind, ok, measured, false, Optional.empty()), measured, false, true, NURSE, at);
    }

    private List<Refusal> start(Optional<CareGates.Order> order) {
        return new CareGates(latest, order, LIMITS, Status.PREPARING, TEN).unmet(Edge.START, TEN);
    }

    private List<Reason> toStart(Optional<CareGates.Order> order) {
        return start(order).stream().map(Refusal::reason).toList();
    }

    private List<Reason> toGo(int minutesAfterTen) {
        return new CareGates(latest, Optional.of(FOR_70_KILOS), LIMITS, Status.RECOVERING, TEN)
                .unmet(Edge.DISCHARGE, TEN.plusSeconds(60L * minutesAfterTen)).stream()
                        .map(Refusal::reason)
                        .toList();
    }

    @Test
    void startsWhenEverythingIsChecked() {
        assertThat(toStart(Optional.of(FOR_70_KILOS))).isEmpty();
    }

    /** Catches: a consent of last week that stands as "said again today", and lets the infusion begin. */
    @ParameterizedTest
    @CsvSource({
        "PREPARING, CONSENT_MISSING FASTING_OPEN VITALS_MISSING WEIGHT_MISSING",
        "ON_HOLD, CONSENT_MISSING FASTING_OPEN VITALS_MISSING WEIGHT_MISSING",
        "IN_PROGRESS, ''",
        "DONE, ''"
    })
    void asksAgainOnTheDayWhatWasEnteredBefore(Status status, String open) {
        ZoneId zone = ZoneId.of("America/Los_Angeles");
        LocalDate day = TEN.atZone(zone).toLocalDate();
        Map<CheckKind, VisitCheck> sameDay = CareGate.counting(latest, status, day, zone);
        assertThat(sameDay).isEqualTo(latest);
        Map<CheckKind, VisitCheck> nextDay = CareGate.counting(latest, status, day.plusDays(1), zone);
        assertThat(new CareGates(nextDay, Optional.of(FOR_70_KILOS), LIMITS, status, TEN).toStart())
                .extracting(refusal -> refusal.reason().name())
                .containsExactlyInAnyOrder(open.isEmpty() ? new String[0] : open.split(" "));
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

    @ParameterizedTest
    @CsvSource({
        "89, 60, 70, 98, systolic, 89, 90",
        "160, 80, 70, 98, systolic, 160, 160",
        "120, 49, 70, 98, diastolic, 49, 50",
        "120, 100, 70, 98, diastolic, 100, 100",
        "120, 80, 49, 98, pulse, 49, 50",
        "120, 80, 111, 98, pulse, 111, 110",
        "120, 80, 70, 93, saturation, 93, 94"
    })
    void refusesAValueOutsideItsLimitsEitherWay(
            int systolic, int diastolic, int pulse, int saturation, String field, int value, int limit) {
        check(CheckKind.VITALS, true, Measured.vitals(systolic, diastolic, pulse, saturation));
        List<Refusal> unmet = start(Optional.of(FOR_70_KILOS));

        assertThat(unmet)
                .extracting(
                        Refusal::reason, Refusal::field, each -> each.facts().get("value"), each -> each.facts()
                                .get("limit"))
                .containsExactly(tuple(Reason.VITALS_OUT_OF_RANGE, field, value, limit));
        assertThat(BookingTexts.text(unmet.get(0), Locale.ENGLISH))
                .contains(Integer.toString(value), "limit of " + limit);
    }

    @ParameterizedTest
    @CsvSource({"90, 50, 50, 94", "159, 99, 110, 100"})
    void startsOnALimitThatIsStillWithin(int systolic, int diastolic, int pulse, int saturation) {
        check(CheckKind.VITALS, true, Measured.vitals(systolic, diastolic, pulse, saturation));
        assertThat(toStart(Optional.of(FOR_70_KILOS))).isEmpty();
    }

    @Test
    void namesEveryValueAndEveryOtherUnmetGateAtOnce() {
        check(CheckKind.VITALS, true, Measured.vitals(70, 40, 30, 72));
        latest.remove(CheckKind.CONSENT);
        check(CheckKind.FASTING, false, Measured.NOTHING);
        assertThat(toStart(Optional.empty()))
                .containsExactly(
                        Reason.VITALS_OUT_OF_RANGE,
                        Reason.VITALS_OUT_OF_RANGE,
                        Reason.VITALS_OUT_OF_RANGE,
                        Reason.VITALS_OUT_OF_RANGE,
                        Reason.CONSENT_MISSING,
                        Reason.NOT_FASTING,
                        Reason.ORDER_NOT_VERIFIED);
    }

    @Test
    void keepsTheLimitsOfTheProtocolOfItsSeries() {
        check(CheckKind.VITALS, true, Measured.vitals(150, 80, 70, 98));
        ClinicalLimits strict = new ClinicalLimits(Map.of(Limit.SYSTOLIC_HIGH, 150)).over(LIMITS);
        assertThat(new CareGates(latest, Optional.of(FOR_70_KILOS), strict, Status.PREPARING, TEN)
                        .unmet(Edge.START, TEN))
                .extracting(Refusal::reason)
                .containsExactly(Reason.VITALS_OUT_OF_RANGE);
    }

    @Test
    void dischargesOnlyWithinTheLimits() {
        check(CheckKind.VITALS, true, Measured.vitals(85, 55, 70, 98));
        assertThat(toGo(30)).containsExactly(Reason.VITALS_OUT_OF_RANGE);
    }

    @Test
    void wantsTheOrderVerifiedAgainWhenTheWeightHasChanged() {
        check(CheckKind.WEIGHT, true, Measured.weight(73_500));
        assertThat(toStart(Optional.of(FOR_70_KILOS))).isEmpty();
        check(CheckKind.WEIGHT, true, Measured.weight(73_501));
        assertThat(toStart(Optional.of(FOR_70_KILOS))).containsExactly(Reason.ORDER_NOT_VERIFIED);
        check(CheckKind.WEIGHT, true, Measured.weight(66_499));
        assertThat(toStart(Optional.of(FOR_70_KILOS))).containsExactly(Reason.ORDER_NOT_VERIFIED);
    }

    @ParameterizedTest
    @EnumSource(names = {"CONSENT", "ESCORT", "FASTING", "ALERT", "NO_REACTION", "LINE_OUT", "ESCORT_HERE"})
    void tellsANoFromWhatNobodyAsked(CheckKind kind) {
        check(kind, false, Measured.NOTHING);
        List<Reason> no = all();
        latest.remove(kind);
        List<Reason> open = all();

        assertThat(no).containsExactly(kind.no());
        assertThat(open).containsExactly(kind.open()).doesNotContain(kind.no());
    }

    /** To start and, where it is part of the way home, to be discharged. */
    private List<Reason> all() {
        return Stream.concat(toStart(Optional.of(FOR_70_KILOS)).stream(), toGo(30).stream())
                .toList();
    }

    @Test
    void takesAPrescribersNoToTheOrderForNo() {
        assertThat(toStart(Optional.of(new CareGates.Order(false, Optional.of(new Weight(70_000))))))
                .containsExactly(Reason.ORDER_DECLINED);
    }

    @Test
    void namesWhatIsOpenOnTheDischargeChecklist() {
        latest.remove(CheckKind.ALERT);
        latest.remove(CheckKind.LINE_OUT);
        Refusal open = new CareGates(latest, Optional.of(FOR_70_KILOS), LIMITS, Status.RECOVERING, TEN)
                .unmet(Edge.DISCHARGE, TEN.plusSeconds(1800))
                .get(0);
        assertThat(BookingTexts.text(open, Locale.ENGLISH)).contains("alert and oriented, IV removed, site dressed");
    }

    @Test
    void observesAsLongAsTheLimitSays() {
        assertThat(toGo(29)).containsExactly(Reason.OBSERVATION_SHORT);
        assertThat(toGo(30)).isEmpty();
    }

    @Test
    void dischargesWithAnEscortAndACompleteChecklist() {
        latest.remove(CheckKind.LINE_OUT);
        latest.remove(CheckKind.ESCORT_HERE);
        assertThat(toGo(30)).containsExactly(Reason.CHECKLIST_OPEN, Reason.ESCORT_NOT_HERE);
    }

    @Test
    void wantsVitalsSinceRecoveryBegan() {
        Instant before = TEN.minusSeconds(60);
        latest.put(CheckKind.VITALS, entry(CheckKind.VITALS, true, Measured.vitals(120, 80, 70, 98), before));
        assertThat(toGo(30)).containsExactly(Reason.VITALS_MISSING);
    }
}
