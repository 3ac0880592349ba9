package clinic.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every clinical limit stands in the documentation with its default, its bounds and a source. */
class LimitsPageOfTheSiteTest {
    private static final Path PAGE = Path.of("src/site/markdown/clinical-limits.md");

    @ParameterizedTest
    @EnumSource
    void namesEachLimitWithItsDefaultItsBoundsAndASource(Limit limit) throws IOException {
        try (Stream<String> lines = Files.lines(PAGE)) {
            String[] cells = lines.filter(line -> line.startsWith("| `" + limit.word() + "` |"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no line for " + limit.word()))
                    .split("[|]");
            assertThat(cells[2].strip())
                    .isEqualTo(limit.usual().isPresent() ? limit.usual().getAsInt() + "" : "the planned recovery");
            assertThat(cells[3].strip()).isEqualTo(limit.least() + " to " + limit.most());
            assertThat(cells[6].strip()).isNotBlank();
        }
    }
}
