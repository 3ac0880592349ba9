package clinic.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LetterTextsTest {
    private static final Pattern FACT = Pattern.compile("\\{\\w+}");

    @Test
    void bothLanguagesHoldTheSameKeys() throws IOException {
        assertThat(bundle("es").stringPropertyNames()).isEqualTo(bundle("en").stringPropertyNames());
    }

    @Test
    void bothLanguagesNameTheSameFacts() throws IOException {
        Properties english = bundle("en");
        Properties spanish = bundle("es");
        for (String key : english.stringPropertyNames()) {
            assertThat(facts(spanish.getProperty(key))).as(key).isEqualTo(facts(english.getProperty(key)));
        }
    }

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

    private static Properties bundle(String language) throws IOException {
        return read(Path.of("src/main/resources/clinic/notification/letters_" + language + ".properties"));
    }

    private static Properties read(Path file) throws IOException {
        Properties bundle = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            bundle.load(reader);
        }
        return bundle;
    }

    private static TreeSet<String> facts(String text) {
        return FACT.matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(TreeSet::new, TreeSet::add, TreeSet::addAll);
    }
}
