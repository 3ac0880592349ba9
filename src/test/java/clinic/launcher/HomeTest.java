package clinic.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
    @TempDir
    Path temporary;

    private Path folder;

    @BeforeEach
    void nameTheHome() {
        folder = temporary.resolve("home");
    }

    @Test
    void isThereForItsOwnerOnly() throws CannotStart, IOException {
        try (Home home = Home.open(folder)) {
            home.secret();

            assertThat(permissions(folder)).isEqualTo("rwx------");
            assertThat(permissions(folder.resolve("secret"))).isEqualTo("rw-------");
        }
    }

    @Test
    void makesOneSecretAndKeepsIt() throws CannotStart {
        try (Home home = Home.open(folder)) {
            String first = home.secret();

            assertThat(first).hasSizeGreaterThanOrEqualTo(43).isEqualTo(home.secret());
        }
    }

    @Test
    void letsNobodyElseInWhileItIsOpen() throws CannotStart {
        try (Home home = Home.open(folder)) {
            assertThatThrownBy(() -> Home.open(folder))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageStartingWith("Another clinic is already running on CLINIC_HOME " + home.path());
        }
        Home.open(folder).close();
    }

    @Test
    void takesAFolderThatHoldsOnlySettings() throws CannotStart, IOException {
        Files.createDirectory(folder);
        Files.writeString(folder.resolve("clinic.properties"), "CLINIC_PORT=9090");

        Home.open(folder).close();

        assertThat(permissions(folder)).isEqualTo("rwx------");
    }

    @Test
    void leavesAFolderOfOtherThingsAlone() throws IOException {
        Files.createDirectory(folder);
        Files.writeString(folder.resolve("thesis.txt"), "mine");
        String before = permissions(folder);

        assertThatThrownBy(() -> Home.open(folder)).hasMessageContaining("holds other things");
        assertThat(permissions(folder)).isEqualTo(before);
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
