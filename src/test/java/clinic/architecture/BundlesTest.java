package clinic.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever is said in English is said in Spanish. Files are compared, not bundles: a bundle answers for what it lacks with
 * the text of another language.
 */
class BundlesTest {
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern FACT = Pattern.compile("\\{\\w+");

    /** The Spanish files. */
    static Stream<Path> bundles() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            return files.filter(file -> file.toString().endsWith("_es.properties")).toList().stream();
        }
    }

    private static Path english(Path spanish) {
        String name = spanish.toString();
        Path plain = Path.of(name.replace("_es.", "."));
        return Files.exists(plain) ? plain : Path.of(name.replace("_es.", "_en."));
    }

    private static Properties read(Path file) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            texts.load(reader);
        }
        return texts;
    }

    private static Set<String> facts(String text) {
        return FACT.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void areFound() throws IOException {
        assertThat(bundles()).hasSizeGreaterThan(10);
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void sayTheSameThingsInBothLanguages(Path spanish) throws IOException {
        Properties here = read(spanish);
        Properties there = read(english(spanish));

        assertThat(here.stringPropertyNames()).isEqualTo(there.stringPropertyNames());
        for (String key : there.stringPropertyNames()) {
            assertThat(here.getProperty(key)).as(key).isNotBlank();
            assertThat(there.getProperty(key)).as(key).isNotBlank();
            assertThat(facts(here.getProperty(key))).as(key).isEqualTo(facts(there.getProperty(key)));
        }
    }
}
