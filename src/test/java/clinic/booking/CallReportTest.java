package clinic.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CallReportTest {
    @Test
    void saysWhatCameOfTheCall() {
        assertThat(CallReport.read("REACHED", "  comes on Friday ", true))
                .isEqualTo(new CallReport(CallOutcome.REACHED, "comes on Friday"));
        assertThat(CallReport.read("NO_ANSWER", "", false)).isEqualTo(new CallReport(CallOutcome.NO_ANSWER, ""));
    }

    @Test
    void namesEveryFieldThatIsMissing() {
        assertRefused("", "", true, Reason.REQUIRED, Reason.REQUIRED);
        assertRefused("REACHED", " \n ", true, Reason.REQUIRED);
        assertRefused("", "", false, Reason.REQUIRED);
    }

    /** Catches: a form that closes a call with an entry only the system makes. */
    @Test
    void takesOnlyWhatMayBeChosen() {
        Stream.of(CallOutcome.values())
                .filter(outcome -> !CallOutcome.choices().contains(outcome))
                .forEach(outcome -> assertRefused(outcome.name(), "x", false, Reason.UNKNOWN_CODE));
        assertRefused("reached", "x", false, Reason.UNKNOWN_CODE);
    }

    @Test
    void boundsTheNote() {
        assertThat(CallReport.read("REACHED", "x".repeat(500), true).note()).hasSize(500);
        assertRefused("REACHED", "x".repeat(501), true, Reason.TOO_LONG);
    }

    @Test
    void reopensOnlyWithAReason() {
        assertThat(CallReport.reopening("rang back")).isEqualTo(new CallReport(CallOutcome.REOPENED, "rang back"));
        assertThatExceptionOfType(BookingRefused.class).isThrownBy(() -> CallReport.reopening(" "));
    }

    @Test
    void onlyWhatSettlesItClosesACall() {
        assertThat(CallOutcome.choices())
                .filteredOn(CallOutcome::closes)
                .containsExactlyInAnyOrder(
                        CallOutcome.REACHED, CallOutcome.SENT_TO_EMERGENCY_CARE, CallOutcome.STOPPED_TRYING);
        assertThat(CallOutcome.REOPENED.closes()).isFalse();
    }

    @Test
    void aNoteIsRequiredWherePatientsAreAtRisk() {
        assertThat(CallRequest.Cause.values())
                .filteredOn(CallRequest.Cause::isClinical)
                .containsExactlyInAnyOrder(CallRequest.Cause.RED_FLAG, CallRequest.Cause.NOT_ADULT);
    }

    private static void assertRefused(String outcome, String note, boolean required, Reason... reasons) {
        assertThatExceptionOfType(BookingRefused.class)
                .isThrownBy(() -> CallReport.read(outcome, note, required))
                .satisfies(refused -> assertThat(refused.refusals())
                        .extracting(Refusal::reason)
                        .containsExactly(reasons));
    }
}
