package clinic.patient;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A patient in a list: who she is and how to reach her.
 *
 * @param email empty when she has none
 * @param phone in E.164; empty when there is none
 * @param phoneExtension digits to dial once it is answered; usually empty
 * @param adult whether the patient is of age: by the date of birth, where it is known, and else as was said
 */
public record PatientCard(
        long id,
        int version,
        String firstName,
        String lastName,
        Optional<LocalDate> birthDate,
        String email,
        String phone,
        String phoneExtension,
        String language,
        boolean adult) {

    public ToldBy toldBy() {
        return ToldBy.of(email);
    }

    /** The whole name; one name where there is only one. */
    public String fullName() {
        return FamilyName.full(firstName, lastName);
    }

    /** The number and its extension, as a telephone dials them; empty when there is none. */
    public String dialed() {
        return PhoneNumber.dialed(phone, phoneExtension);
    }

    /** As of a day, which decides whether the patient is of age. */
    static PatientCard of(Patient patient, LocalDate day) {
        return new PatientCard(
                patient.id(),
                patient.version(),
                patient.firstName(),
                patient.lastName(),
                patient.birthDate(),
                patient.email(),
                patient.phone(),
                patient.phoneExtension(),
                patient.language().code(),
                patient.adultOn(day));
    }
}
