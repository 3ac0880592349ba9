package clinic.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Nobody who sees a letter or a calendar over a shoulder may learn why somebody has an appointment (DESIGN 4): the words
 * below stand in no layout, no bundle, no finished letter and no calendar entry.
 */
class WordListTest {
    /** Beginnings of words, without accents. */
    private static final List<String> NEVER = List.of(
            // English
            "ketamin",
            "infus",
            "drip",
            "drug",
            "dose",
            "dosing",
            "medic",
            "consult",
            "pain",
            "mood",
            "depress",
            "anxi",
            "suicid",
            "therap",
            "treat",
            "patient",
            "condition",
            "diagnos",
            "symptom",
            "protocol",
            "clinic",
            "doctor",
            "nurse",
            "prescri",
            "evaluat",
            "assess",
            "health",
            "session",
            "series",
            "free\\b",
            "price",
            // Spanish
            "cetamin",
            "farmac",
            "dosis",
            "dolor",
            "animo",
            "depres",
            "ansied",
            "terap",
            "tratam",
            "tratar",
            "pacient",
            "condicion",
            "sintoma",
            "enferm",
            "recet",
            "evalua",
            "salud",
            "sesion",
            "gratis",
            "gratuit",
            "precio");

    private static final Pattern WORDS = Pattern.compile("\\b(" + String.join("|", NEVER) + ")");

    static Stream<Path> everythingWritten() throws IOException {
        Path resources = Path.of("src/main/resources/clinic/notification");
        Path golden = Path.of("src/test/resources/clinic/notification/letters");
        return Stream.concat(Files.list(resources), Files.list(golden));
    }

    @ParameterizedTest
    @MethodSource("everythingWritten")
    void holdsNoWordThatTellsWhy(Path file) throws IOException {
        assertThat(found(Files.readString(file).replaceAll("(?m)^#.*$", ""))).isEmpty();
    }

    @Test
    void holdsNoSuchWordInTheHeaders() throws Exception {
        for (LetterKind kind : LetterKind.values()) {
            var message = Post.envelopes().of(Post.mail(kind, Post.anaAt(Post.TUESDAY_AT_TEN, 0, "en")));
            assertThat(found(String.join("\n", java.util.Collections.list(message.getAllHeaderLines()))))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"your Infusion", "su infusión", "free of charge", "Depresión", "the patient's", "consulta"})
    void knowsSuchAWordWhenItSeesOne(String text) {
        assertThat(found(text)).hasSize(1);
    }

    private static List<String> found(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return WORDS.matcher(plain.toLowerCase(Locale.ROOT))
                .results()
                .map(hit -> hit.group())
                .toList();
    }
}
