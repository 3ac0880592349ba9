package clinic.patient;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address mail can be sent to: a local part and a domain with a dot, 254 octets at most as it is sent (RFC 5321,
 * 4.5.3.1.3). It is shown as people write it, {@code ana@škoda.example}, and sent with the domain's A-label,
 * {@code ana@xn--koda-f6a.example}; its local part is never altered. Whether somebody reads it only the mail itself can
 * tell.
 *
 * @param value the domain in Unicode, the local part in Unicode's composed form (RFC 6532, 3.1)
 */
public record EmailAddress(String value) {
    public static final int LONGEST = 254;
    private static final int LONGEST_LOCAL_PART = 64;

    /**
     * The dot-atom of RFC 5322, 3.2.3, with letters of every script (RFC 6532). Not in it: {@code %} and {@code !}, by
     * which mail servers forward to an address inside of the address, and a beginning that they take for an option, a
     * program or a file. Quoted local parts are not taken either: too many servers alter or refuse them.
     */
    private static final Pattern LOCAL_PART = Pattern.compile(
            "(?![-|/])[\\p{L}\\p{M}\\p{N}#$&'*+/=?^_`{|}~-]+(\\.[\\p{L}\\p{M}\\p{N}#$&'*+/=?^_`{|}~-]+)*");

    public EmailAddress {
        formFlaw(value).ifPresent(flaw -> {
            throw new IllegalArgumentException("not an email address: " + flaw);
        });
        value = normal(PastedAddress.read(value));
    }

    /**
     * What is wrong with how an address is written, judged as {@link PastedAddress} understands it; whether mail gets
     * there is another question.
     */
    public static Optional<Flaw> formFlaw(String text) {
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
        int at = address.lastIndexOf('@');
        boolean isOne = at > 0
                && isLocalPart(address.substring(0, at))
                && MailDomain.toAscii(address.substring(at + 1))
                        .filter(domain -> octets(address.substring(0, at)) + 1 + domain.length() <= LONGEST)
                        .isPresent();
        return isOne ? Optional.empty() : Optional.of(Flaw.NOT_AN_EMAIL);
    }

    /** What is wrong with an address somebody typed, to whom the clinic is going to write. */
    public static Optional<Flaw> flaw(String text, MailReach reach) {
        return formFlaw(text)
                .or(() -> reach.reaches(new EmailAddress(text))
                        ? Optional.empty()
                        : Optional.of(Flaw.MAILBOX_OUT_OF_REACH));
    }

    /** Full-width letters and other look-alikes come from a keyboard in another mode, not from somebody's mailbox. */
    private static boolean isLocalPart(String text) {
        String local = Normalizer.normalize(text, Normalizer.Form.NFC);
        return octets(local) <= LONGEST_LOCAL_PART
                && Normalizer.isNormalized(local, Normalizer.Form.NFKC)
                && LOCAL_PART.matcher(local).matches();
    }

    private static int octets(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8).length;
    }

    private static String normal(String address) {
        int at = address.lastIndexOf('@');
        return Normalizer.normalize(address.substring(0, at), Normalizer.Form.NFC)
                + "@"
                + MailDomain.toUnicode(address.substring(at + 1));
    }

    /** As it stands in a mail and in what is said to a mail server: the domain as its A-label. */
    public String wire() {
        return localPart() + "@" + MailDomain.toAscii(domain()).orElseThrow();
    }

    /** Whether a mail server must offer SMTPUTF8 to be told of it. */
    public boolean needsUnicode() {
        return !StandardCharsets.US_ASCII.newEncoder().canEncode(localPart());
    }

    /**
     * The same for every spelling of one mailbox, and another for every other mailbox. To be compared with by equals:
     * a database takes {@code š} for {@code s}.
     */
    public String mailbox() {
        return wire().toLowerCase(Locale.ROOT);
    }

    private String localPart() {
        return value.substring(0, value.lastIndexOf('@'));
    }

    private String domain() {
        return value.substring(value.lastIndexOf('@') + 1);
    }
}
