package clinic.patient;

import java.util.Locale;
import java.util.Optional;

/** The languages the clinic speaks. */
public enum Language {
    ENGLISH("en"),
    SPANISH("es");

    private final String code;

    Language(String code) {
        this.code = code;
    }

    /** Two letters, ISO 639-1. */
    public String code() {
        return code;
    }

    public Locale locale() {
        return this == ENGLISH ? Locale.US : Locale.forLanguageTag("es-US");
    }

    /** The language of a code, {@code es} or {@code es-MX}; nothing when the clinic does not speak it. */
    public static Optional<Language> find(String code) {
        for (Language language : values()) {
            if (Locale.forLanguageTag(code).getLanguage().equals(language.code)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }

    static Language of(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("no language " + code));
    }
}
