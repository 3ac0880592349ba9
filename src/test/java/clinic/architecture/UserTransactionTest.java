package clinic.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests begin transactions of their own as clinic.testing.Transactions says. */
class UserTransactionTest {
    private static final Path TESTS = Path.of("src/test/java");

    @Test
    void isAskedForByNobodyForPayaraRefusesItNowAndThen() throws IOException {
        try (Stream<Path> files = Files.walk(TESTS)) {
            assertThat(files.filter(file -> file.toString().endsWith(".java")))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.readString(file))
                            .doesNotContain("import jakarta.transaction." + "UserTransaction;"));
        }
    }
}
