package clinic.infusion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeriesStepTest {
    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void hasAWordOnThePages(String language) {
        ResourceBundle pages = ResourceBundle.getBundle("clinic.web.plan", Locale.forLanguageTag(language));
        List<String> decided = Arrays.stream(Decision.values()).map(Enum::name).toList();
        assertThat(Stream.concat(
                        decided.stream(), Stream.of(SeriesStep.PLAN, SeriesStep.REPAIR, SeriesStep.ELIGIBILITY)))
                .allSatisfy(step ->
                        assertThat(pages.getString("series.step." + step)).isNotBlank());
    }
}
