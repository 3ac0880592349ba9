package clinic.patient;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What the front desk writes down of somebody. Nothing in it is trusted before the register has looked; what is absent
 * stays as it is, and an empty text takes away what was there.
 *
 * @param escort who brings her home
 */
public record PatientForm(
        Optional<String> firstName,
        Optional<String> lastName,
        Optional<String> email,
        Optional<String> phone,
        Optional<String> language,
        Optional<LocalDate> birthDate,
        Optional<Boolean> emailConsent,
        Optional<Boolean> adult,
        Optional<Escort> escort) {
    /** Who brings her home, and how to reach that person. */
    public record Escort(String name, String phone) {}

    public static PatientForm of(String firstName, String lastName, String email, String phone, String language) {
        return new PatientForm(
                Optional.of(firstName),
                Optional.of(lastName),
                Optional.of(email),
                Optional.of(phone),
                Optional.of(language),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
