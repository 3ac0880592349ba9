package clinic.care;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.booking.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdverseReportTest {
    private static List<String> flaws(AdverseReport report) {
        return report.refusals().stream()
                .map((Refusal refusal) -> refusal.field() + " " + refusal.reason())
                .toList();
    }

    @Test
    void takesAWholeReport() {
        assertThat(flaws(new AdverseReport("Dizzy,\r\npale", "", "", "RESOLVED", false)))
                .isEmpty();
    }

    @Test
    void wantsToKnowWhatHappenedAndHowItStands() {
        assertThat(flaws(new AdverseReport("  ", "", "", "", true)))
                .containsExactly("happened REQUIRED", "outcome REQUIRED");
    }

    @Test
    void namesEveryFieldAtFault() {
        assertThat(flaws(new AdverseReport("x".repeat(2001), "x".repeat(501), "x".repeat(1001), "FINE", false)))
                .containsExactly("happened TOO_LONG", "called TOO_LONG", "given TOO_LONG", "outcome UNKNOWN_CODE");
    }
}
