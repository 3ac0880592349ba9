package clinic.patient;

import java.util.Optional;

/** The rest of a person's name: 0 to 100 characters of any script; empty where somebody has one name only. */
public record FamilyName(String value) {
    public FamilyName {
        flaw(value).ifPresent(flaw -> {
            throw new IllegalArgumentException("not a name: " + flaw);
        });
        value = Texts.line(value);
    }

    /** What is wrong with a text as the rest of a name; nothing if it is one, or empty. */
    public static Optional<Flaw> flaw(String text) {
        return Texts.flaw(text, PersonName.LONGEST);
    }

    /** Both parts as one text: the first alone where there is no other. */
    public static String full(String firstName, String lastName) {
        return lastName.isEmpty() ? firstName : firstName + " " + lastName;
    }
}
