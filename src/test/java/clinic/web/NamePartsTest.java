package clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamePartsTest {
    @ParameterizedTest
    @CsvSource({
        "Carla Calls, en, Carla, Calls",
        "Mary Ann  Smith, en, Mary Ann, Smith",
        "Carla Ruiz, es, Carla, Ruiz",
        "José García López, es, José, García López",
        "María José García López, es, María José, García López",
        "' Cher ', en, Cher, ''",
        "Cher, es, Cher, ''",
        "'García López, José', es, José, García López"
    })
    void splitsANameWrittenInOneLine(String name, String language, String first, String last) {
        assertThat(NameParts.of(name, language)).isEqualTo(new NameParts(first, last));
    }
}
