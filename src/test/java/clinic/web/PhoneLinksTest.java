package clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Not everybody has a number: a link without one has no name a screen reader could say, and dials nobody. */
class PhoneLinksTest {
    @Test
    void numbersOfPeopleAreShownByTheOneTagThatKnowsOfNone() throws IOException {
        try (Stream<Path> views = Files.walk(Path.of("src/main/webapp"))) {
            List<String> linking = views.filter(file -> file.toString().endsWith(".xhtml"))
                    .filter(PhoneLinksTest::links)
                    .map(file -> file.getFileName().toString())
                    .toList();
            assertThat(linking).containsExactly("phone.xhtml");
        }
    }

    /** Catches: a name that runs into the number behind it; a space before a tag does not reach the page. */
    @Test
    void noSpaceBeforeANumberIsLeftToTheView() throws IOException {
        try (Stream<Path> views = Files.walk(Path.of("src/main/webapp"))) {
            assertThat(views.filter(file -> file.toString().endsWith(".xhtml"))
                            .filter(file -> text(file).contains(" <d:phone")))
                    .isEmpty();
        }
    }

    private static boolean links(Path view) {
        return text(view).contains("href=\"tel:#{");
    }

    private static String text(Path view) {
        try {
            return Files.readString(view);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
