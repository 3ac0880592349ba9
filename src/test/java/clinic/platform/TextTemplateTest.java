package clinic.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextTemplateTest {
    @Test
    void neverFillsWhatAValueContains() {
        assertThat(TextTemplate.fill("{name} on {day}", Map.of("name", "{day} {name}", "day", "Mon {name}")))
                .isEqualTo("{day} {name} on Mon {name}");
    }

    @Test
    void leavesAPlaceholderWithoutValueAndSignsOfRegularExpressionsAlone() {
        assertThat(TextTemplate.fill("{a} {b} {not a name}", Map.of("a", "$1 \\")))
                .isEqualTo("$1 \\ {b} {not a name}");
    }

    /** Texts were filled value by value in four places, and each filled the values again. */
    @Test
    void isTheOnlyPlaceThatFillsTexts() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            assertThat(sources.filter(file -> file.toString().endsWith(".java"))
                            .filter(TextTemplateTest::fillsByItself))
                    .isEmpty();
        }
    }

    private static boolean fillsByItself(Path source) {
        try {
            return Files.readString(source).matches("(?s).*\\.replace\\(\\s*\"\\{.*");
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
