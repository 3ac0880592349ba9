package clinic.downtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DowntimeFolderTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 12, 7);

    @TempDir
    private Path temporary;

    @Test
    void keepsTwoDaysForTheirOwnerOnly() throws IOException {
        Path path = temporary.resolve("downtime");
        DowntimeFolder folder = new DowntimeFolder(path);
        folder.keepOnly(Map.of(MONDAY.minusDays(1), "Sunday", MONDAY, "Monday, as it was planned"));

        folder.keepOnly(Map.of(MONDAY, "Monday", MONDAY.plusDays(1), "Tuesday"));

        assertThat(path).isDirectoryNotContaining("glob:**2026-12-06*");
        assertThat(path.resolve("2026-12-07.html")).hasContent("Monday");
        assertThat(path.resolve("2026-12-08.html")).hasContent("Tuesday");
        assertThat(permissions(path)).isEqualTo("rwx------");
        assertThat(permissions(path.resolve("2026-12-08.html"))).isEqualTo("rw-------");
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
