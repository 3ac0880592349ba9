package clinic.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import clinic.booking.BookingTexts;
import clinic.booking.Reason;
import clinic.booking.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What no body has, what is missing, and what does not belong to a kind of check. */
class MeasuredTest {
    private static List<Refusal> vitals(int systolic, int diastolic, int pulse, int saturation) {
        return Measured.vitals(systolic, diastolic, pulse, saturation).refusals(CheckKind.VITALS);
    }

    @ParameterizedTest
    @CsvSource({"80, 120", "120, 120"})
    void refusesADiastolicThatIsNotBelowTheSystolic(int systolic, int diastolic) {
        List<Refusal> refusals = vitals(systolic, diastolic, 70, 98);

        assertThat(refusals)
                .extracting(Refusal::field, Refusal::reason)
                .containsExactly(tuple("diastolic", Reason.DIASTOLIC_NOT_BELOW_SYSTOLIC));
        assertThat(BookingTexts.text(refusals.get(0), Locale.ENGLISH))
                .contains(Integer.toString(systolic), Integer.toString(diastolic));
    }

    @Test
    void acceptsADiastolicJustBelow() {
        assertThat(vitals(120, 119, 70, 98)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "39, 30, 70, 98, systolic, Systolic 39 is not plausible: it must be between 40 and 300 mmHg",
        "301, 80, 70, 98, systolic, Systolic 301",
        "120, 19, 70, 98, diastolic, Diastolic 19 is not plausible: it must be between 20 and 200 mmHg",
        "250, 201, 70, 98, diastolic, Diastolic 201",
        "120, 80, 19, 98, pulse, Pulse 19 is not plausible: it must be between 20 and 250/min",
        "120, 80, 251, 98, pulse, Pulse 251",
        "120, 80, 70, 49, saturation, SpO2 49 is not plausible: it must be between 50 and 100%",
        "120, 80, 70, 101, saturation, SpO2 101",
        "120, 80, -1, 98, pulse, Pulse -1",
        "120, 80, 2147483647, 98, pulse, Pulse > 999999999",
    })
    void namesTheValueItsFieldAndItsPlausibleRange(
            int systolic, int diastolic, int pulse, int saturation, String field, String text) {
        List<Refusal> refusals = vitals(systolic, diastolic, pulse, saturation);

        assertThat(refusals)
                .extracting(Refusal::field, Refusal::reason)
                .containsExactly(tuple(field, Reason.OUT_OF_RANGE));
        assertThat(BookingTexts.text(refusals.get(0), Locale.ENGLISH)).contains(text);
    }

    @Test
    void namesEveryFieldAtFaultAtOnce() {
        assertThat(vitals(999, 0, 999, 0))
                .extracting(Refusal::field)
                .containsExactly("systolic", "diastolic", "pulse", "saturation");
    }

    @Test
    void wantsAWholeSet() {
        assertThat(Measured.NOTHING.refusals(CheckKind.VITALS))
                .extracting(Refusal::field, Refusal::reason)
                .containsExactly(
                        tuple("systolic", Reason.REQUIRED),
                        tuple("diastolic", Reason.REQUIRED),
                        tuple("pulse", Reason.REQUIRED),
                        tuple("saturation", Reason.REQUIRED));
        assertThat(Measured.NOTHING.refusals(CheckKind.WEIGHT))
                .extracting(Refusal::field, Refusal::reason)
                .containsExactly(tuple("weight", Reason.REQUIRED));
    }

    @Test
    void dropsNothingThatDoesNotBelongThere() {
        assertThat(Measured.weight(70_000).refusals(CheckKind.CONSENT))
                .extracting(Refusal::field, Refusal::reason)
                .containsExactly(tuple("weight", Reason.UNKNOWN_FIELD));
        OptionalInt none = OptionalInt.empty();
        assertThat(new Measured(none, none, OptionalInt.of(70), none, OptionalInt.of(70_000))
                        .refusals(CheckKind.WEIGHT))
                .extracting(Refusal::field, Refusal::reason)
                .containsExactly(tuple("pulse", Reason.UNKNOWN_FIELD));
    }

    @ParameterizedTest
    @CsvSource({"19999", "400001", "154", "2147483647", "-5"})
    void refusesAWeightNobodyHas(int grams) {
        List<Refusal> refusals = Measured.weight(grams).refusals(CheckKind.WEIGHT);

        assertThat(refusals)
                .extracting(Refusal::field, Refusal::reason)
                .containsExactly(tuple("weight", Reason.OUT_OF_RANGE));
        assertThat(BookingTexts.text(refusals.get(0), Locale.ENGLISH))
                .contains(new Weight(grams).toString(), "44.1 lb (20 kg)", "881.8 lb (400 kg)");
    }
}
