package clinic.patient;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What the front desk writes down of somebody. Nothing in it is trusted before the register has looked; what is absent
 * stays as it is, and an empty text takes away what was there.
 *
 * @param escort who takes the patient home
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
    /**
     * Who takes the patient home, and how to reach that person.
     *
     * @param phone as it was typed; on record as a telephone dials it, {@code +18185550142;ext=12}
     */
    public record Escort(String name, String phone) {
        private static final String EXTENSION = ";ext=";

        /** The number on record, without its extension. */
        public String number() {
            return phone.contains(EXTENSION) ? phone.substring(0, phone.indexOf(EXTENSION)) : phone;
        }

        /** Its extension; usually empty. */
        public String extension() {
            return phone.substring(Math.min(phone.length(), number().length() + EXTENSION.length()));
        }
    }

    /** An adult, as the patient said, without a date of birth. */
    public static PatientForm ofAdult(String firstName, String lastName, String email, String phone, String language) {
        return new PatientForm(
                Optional.of(firstName),
                Optional.of(lastName),
                Optional.of(email),
                Optional.of(phone),
                Optional.of(language),
                Optional.empty(),
                Optional.empty(),
                Optional.of(true),
                Optional.empty());
    }
}
