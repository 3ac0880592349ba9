package clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StaffRolesTest {
    private static final Path PAGES = Path.of("src", "main", "webapp");

    /** The addresses of all pages of staff, from their files. */
    static List<String> pages() {
        try (Stream<Path> files = Files.walk(PAGES.resolve("staff"))) {
            return Stream.concat(Stream.of(PAGES.resolve("staff.xhtml")), files)
                    .map(file -> "/" + PAGES.relativize(file))
                    .filter(file -> file.endsWith(".xhtml"))
                    .map(file -> file.replace(".xhtml", ""))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    @Test
    void saysOfEveryPageWhoseTaskItIs() {
        assertThat(pages()).hasSizeGreaterThan(25);
        assertThat(pages())
                .allSatisfy(page -> assertThat(StaffRoles.find(page)).as(page).isPresent());
        assertThat(StaffRoles.find("/staff/something-new")).isEmpty();
    }

    @Test
    void holdsForWhatLiesBelowAPage() {
        assertThat(StaffRoles.find("/staff/patient/12")).isEqualTo(StaffRoles.find("/staff/patient"));
        assertThat(StaffRoles.find("/staff/calendar/feed")).isEqualTo(StaffRoles.find("/staff/calendar"));
        assertThat(StaffRoles.find("/staff/calendar/move")).isNotEqualTo(StaffRoles.find("/staff/calendar"));
        assertThat(StaffRoles.find("/staff/house/")).isEqualTo(StaffRoles.find("/staff/house"));
    }
}
