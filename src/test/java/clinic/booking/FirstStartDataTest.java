package clinic.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FirstStartDataTest {
    @ParameterizedTest
    @EnumSource
    void everyKindOfVisitHasItsRule(VisitKind kind) throws IOException {
        Properties shipped = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of("config/clinic.properties"))) {
            shipped.load(reader);
        }
        String prefix = "clinic.visit." + kind.name().toLowerCase(Locale.ROOT);
        assertThat(shipped)
                .containsKeys(
                        prefix + ".minutes",
                        prefix + ".every-minutes",
                        prefix + ".lead-minutes",
                        prefix + ".horizon-days",
                        prefix + ".turnover-minutes");
    }
}
