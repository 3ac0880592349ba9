package clinic.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchWordsTest {
    private static Patient maria() {
        Patient patient = new Patient(
                PatientForm.of("María José", "O'Neill-Łukasz", "Maria.Jose@Example.org", "(818) 555-0142", "es"),
                Instant.EPOCH);
        patient.change(new PatientForm(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(LocalDate.of(1990, 1, 31)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
        return patient;
    }

    private static boolean finds(String query) {
        var words = SearchWords.of(maria());
        var asked = SearchWords.asked(query);
        return !asked.isEmpty()
                && asked.stream().allMatch(any -> any.stream()
                        .anyMatch(beginning -> words.stream().anyMatch(word -> word.startsWith(beginning))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "maria",
                "MARÍA",
                "jose mar",
                "oneill",
                "O'Neill",
                "neil",
                "lukasz, maria",
                "Łukasz",
                "oneill-luk",
                "maria.jose@exa",
                "maria.jose",
                "818-555-0142",
                "(818) 555 01",
                "+1 818 555 0142",
                "5550142",
                "0142",
                "1990-01-31",
                "1/31/1990",
                "01-31-1990",
                "31.1.1990",
                "maria 1/31/1990",
                "oneill 818.555.0142",
            })
    void findsByWhatPeopleType(String query) {
        assertThat(finds(query)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "  ", "12", "ana", "maria ruiz", "1/31/1991", "818-555-0143", "%", "_", "maria 1990-02-30"})
    void findsNobodyElse(String query) {
        assertThat(finds(query)).isFalse();
    }

    @Test
    void looksForAMailWithDigitsAsAMail() {
        assertThat(SearchWords.asked("ana1985@example.org")).containsExactly(Set.of("m:ana1985@example.org"));
    }
}
