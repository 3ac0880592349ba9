package clinic.infusion;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.booking.BookingTexts;
import clinic.booking.Refusal;
import clinic.staff.Actor;
import clinic.staff.Role;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DecisionTest {
    @ParameterizedTest
    @EnumSource
    void aRefusalNamesEveryStateInWords(SeriesState state) {
        for (Role role : Role.values()) {
            for (String language : new String[] {"en", "es"}) {
                Refusal refusal = Decision.illegalIn(state, "series", Actor.of("kim", role, ""));
                assertThat(BookingTexts.text(refusal, Locale.forLanguageTag(language)))
                        .doesNotContainPattern("[A-Z]{2}|[{}]")
                        .doesNotContain("visit");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PRESCRIBER, 'The series is paused. Possible now: continue, stop.'",
        "FRONT_DESK, This is not possible because the series is paused."
    })
    void namesWhatCanBeDecidedToWhoDecides(Role role, String sentence) {
        assertThat(BookingTexts.text(
                        Decision.illegalIn(SeriesState.PAUSED, "series", Actor.of("kim", role, "")), Locale.US))
                .isEqualTo(sentence);
    }
}
