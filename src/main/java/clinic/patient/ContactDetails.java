package clinic.patient;

/** How a person is called and reached. */
public record ContactDetails(
        PersonName firstName,
        PersonName lastName,
        EmailAddress email,
        PhoneNumber phone,
        Language language,
        boolean adult) {}
