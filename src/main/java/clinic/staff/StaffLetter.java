package clinic.staff;

import java.util.Locale;

/**
 * Somebody who works here is owed a letter with a link, told as an event inside the transaction that made the link.
 *
 * @param link by which the writer of the letter derives what stands in it
 */
public record StaffLetter(Kind kind, long link, String account, String fullName, String email, String language) {
    /** What the link is for. */
    public enum Kind {
        INVITATION,
        RESET;

        /** Its part of the address. */
        public String path() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Of which secret of the house the links are derived. */
    public static final String PURPOSE = "account-link";
}
