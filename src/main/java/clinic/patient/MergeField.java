package clinic.patient;

import java.util.Optional;
import java.util.stream.Stream;

/** What two records of one person may say differently, by the names of the contract. */
public enum MergeField {
    FIRST_NAME("firstName"),
    LAST_NAME("lastName"),
    EMAIL("email"),
    PHONE("phone"),
    BIRTH_DATE("birthDate"),
    LANGUAGE("language"),
    EMAIL_CONSENT("emailConsent"),
    ADULT("adult"),
    ESCORT("escort");

    /** Whose word stands: that of the record that is kept (A), or that of the one that goes into it (B). */
    public enum Side {
        A,
        B;

        public static Optional<Side> find(String name) {
            return Stream.of(values()).filter(each -> each.name().equals(name)).findFirst();
        }
    }

    private final String field;

    MergeField(String field) {
        this.field = field;
    }

    /** As the contract names it, and the form. */
    public String field() {
        return field;
    }
}
