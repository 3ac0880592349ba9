package clinic.patient;

import java.util.Optional;

/**
 * The name a person is called by: 1 to 100 characters of any script, as it was typed, cleaned of what nobody sees. Who has
 * one name only has it here, and no {@link FamilyName}.
 */
public record PersonName(String value) {
    public static final int LONGEST = 100;

    public PersonName {
        flaw(value).ifPresent(flaw -> {
            throw new IllegalArgumentException("not a name: " + flaw);
        });
        value = Texts.line(value);
    }

    /** What is wrong with a text as a name; nothing if it is one. */
    public static Optional<Flaw> flaw(String text) {
        return Texts.flaw(text, LONGEST)
                .or(() -> Texts.line(text).isEmpty() ? Optional.of(Flaw.MISSING) : Optional.empty());
    }
}
