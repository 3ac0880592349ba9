package clinic.patient;

import java.util.Optional;

/** One part of a person's name: 1 to 100 characters of any script, no control characters, kept as it was typed. */
public record PersonName(String value) {
    public static final int LONGEST = 100;

    public PersonName {
        flaw(value).ifPresent(flaw -> {
            throw new IllegalArgumentException("not a name: " + flaw);
        });
        value = value.strip();
    }

    /** What is wrong with a text as a name; nothing if it is one. */
    public static Optional<Flaw> flaw(String text) {
        return Texts.flaw(text, LONGEST).or(() -> text.isBlank() ? Optional.of(Flaw.MISSING) : Optional.empty());
    }
}
