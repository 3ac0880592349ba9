package clinic.patient;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address mail can be sent to: a local part and a domain with a dot, 254 characters at most (RFC 5321, 4.5.3.1.3).
 * Whether somebody reads it only the mail itself can tell.
 */
public record EmailAddress(String value) {
    public static final int LONGEST = 254;
    private static final int LONGEST_LOCAL_PART = 64;
    /** The dot-atom of RFC 5322, 3.2.3, before the at sign; labels of letters, digits and hyphens behind it. */
    private static final Pattern FORM = Pattern.compile(
            "[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+(\\.[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+)*"
                    + "@([\\p{L}\\p{N}]([\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?\\.)+[\\p{L}\\p{N}]([\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?");

    public EmailAddress {
        flaw(value).ifPresent(flaw -> {
            throw new IllegalArgumentException("not an e-mail address: " + flaw);
        });
        value = PastedAddress.read(value);
    }

    /** What is wrong with what was typed or pasted as an address, judged as {@link PastedAddress} understands it. */
    public static Optional<Flaw> flaw(String text) {
        if (text == null) {
            return Optional.of(Flaw.MISSING);
        }
        String address = PastedAddress.read(text);
        Optional<Flaw> flaw = Texts.flaw(address, LONGEST);
        if (flaw.isPresent()) {
            return flaw;
        }
        if (address.isEmpty()) {
            return Optional.of(Flaw.MISSING);
        }
        return address.indexOf('@') <= LONGEST_LOCAL_PART
                        && FORM.matcher(address).matches()
                ? Optional.empty()
                : Optional.of(Flaw.NOT_AN_EMAIL);
    }
}
