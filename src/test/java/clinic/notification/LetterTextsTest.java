package clinic.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LetterTextsTest {
    @Test
    void everyOccasionHasItsTexts() {
        for (LetterKind kind : LetterKind.values()) {
            for (String part : new String[] {".subject", ".title", ".lead", ".do", ".note"}) {
                assertThat(LetterTexts.in("es").say(kind.wording() + part)).isNotBlank();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"staff", "staff_es"})
    void staffReadWhichKindALetterIs(String bundle) throws IOException {
        Properties texts = read(Path.of("src/main/resources/clinic/web/" + bundle + ".properties"));
        for (LetterKind kind : LetterKind.values()) {
            assertThat(kind.isForStaff() || texts.containsKey("staff.letter." + kind))
                    .as(kind.name())
                    .isTrue();
        }
    }

    @Test
    void aLanguageNobodyTranslatedIsAnsweredInEnglish() {
        assertThat(LetterTexts.in("fr").language()).isEqualTo("en");
        assertThat(LetterTexts.in("").say("calendar.summary")).isEqualTo("Appointment");
    }

    private static Properties read(Path file) throws IOException {
        Properties bundle = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            bundle.load(reader);
        }
        return bundle;
    }
}
