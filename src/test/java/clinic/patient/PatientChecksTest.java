package clinic.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PatientChecksTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private static PatientForm form(Optional<LocalDate> birthDate, Optional<Boolean> adult) {
        return new PatientForm(
                Optional.of("Ana"),
                Optional.of("Ruiz"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                birthDate,
                Optional.empty(),
                adult,
                Optional.empty());
    }

    private static void checkNew(PatientForm form) {
        PatientChecks.ofNew(form, TODAY, MailReach.everywhere());
    }

    @Test
    void asksForABirthDateOrAWordAboutTheAgeOfANewPatient() {
        PatientForm silent = form(Optional.empty(), Optional.empty());
        assertThatExceptionOfType(PatientRefused.class)
                .isThrownBy(() -> checkNew(silent))
                .satisfies(
                        refused -> assertThat(refused.refused()).singleElement().satisfies(missing -> {
                            assertThat(missing.field()).isEqualTo("adult");
                            assertThat(missing.flaw()).isEqualTo(Flaw.MISSING);
                        }));
        checkNew(form(Optional.of(TODAY.minusYears(10)), Optional.empty()));
        checkNew(form(Optional.empty(), Optional.of(false)));
        PatientChecks.ofChange(silent, TODAY, MailReach.everywhere());
    }

    @Test
    void takesNobodyForAnAdultWithoutAWord() {
        assertThat(new Patient(form(Optional.empty(), Optional.empty()), Instant.EPOCH).adultOn(TODAY))
                .isFalse();
    }
}
