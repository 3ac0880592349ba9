package clinic.patient;

/** How a person is called and reached. Who has one name only has no family name. */
public record ContactDetails(
        PersonName firstName,
        FamilyName lastName,
        EmailAddress email,
        PhoneNumber phone,
        Language language,
        boolean adult) {}
