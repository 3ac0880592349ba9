package clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every field for text, on every page there is, shows again what was typed, and takes all that was typed. */
class SentBackTest {
    private static final Pattern AREA = Pattern.compile("<textarea[^>]*>(?!#\\{)");
    private static final Pattern LINE = Pattern.compile("<input type=\"text\"(?![^>]*value=\"#\\{)[^>]*>");
    private static final Pattern CUT =
            Pattern.compile("<(?:textarea|input type=\"text\"|h:inputText)[^>]*maxlength[^>]*>");

    @Test
    void givesBackWhatWasTypedIntoEveryField() {
        assertThat(found(AREA)).isEmpty();
        assertThat(found(LINE)).isEmpty();
    }

    /** Catches: a browser that cuts off without a word what was pasted, where the clinic would have said that it is too long. */
    @Test
    void cutsNothingOff() {
        assertThat(found(CUT)).isEmpty();
    }

    private static List<String> found(Pattern pattern) {
        try (Stream<Path> files = Files.walk(Path.of("src/main/webapp"))) {
            return files.filter(file -> file.toString().endsWith(".xhtml"))
                    .flatMap(file -> {
                        Matcher matcher = pattern.matcher(text(file));
                        return matcher.results().map(match -> file.getFileName() + ": " + match.group());
                    })
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
