package clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageParametersTest {
    /** As forms and links of the product write them; one of them refused is a page that cannot be opened. */
    @ParameterizedTest
    @CsvSource({
        "day, 2026-12-01",
        "earliest, 2026-12-01",
        "not, 2026-12-16",
        "from, 08:00",
        "from, 2026-12-01",
        "from, 2026-12-01T08:00",
        "until, 12:00",
        "best, 10:30",
        "start, 2026-12-01T08:00",
        "to, /staff/work",
        "to, 2026-12-01",
        "patient, 17",
        "call, 17",
        "on, MONDAY",
        "from, ''"
    })
    void readsWhatItsOwnPagesWrite(String name, String value) {
        assertThat(PageParameters.isReadable(name, value)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "day, tomorrow",
        "not, 2026-02-30",
        "from, 25:00",
        "until, noon",
        "best, 2026-12-01",
        "start, +999999999-12-31",
        "patient, -1",
        "call, call",
        "before, a",
        "patient, 1234567890123456789"
    })
    void refusesWhatHasAnotherType(String name, String value) {
        assertThat(PageParameters.isReadable(name, value)).isFalse();
    }
}
