package clinic.patient;

import com.ibm.icu.text.IDNA;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The domain of an address, as people write it and as it is sent. By UTS #46 in its non-transitional form, which is
 * IDNA2008 for every name one can register; {@code java.net.IDN} knows the rules of 2003 only, by which
 * {@code faß.example} is {@code fass.example}: the mail of one would go to the other.
 */
final class MailDomain {
    /** Labels of letters, digits and hyphens; the last one is never a number, as in an IP address (RFC 3696, 2). */
    private static final Pattern NAME = Pattern.compile(
            "([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+(?!\\d+$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern A_LABEL = Pattern.compile("(^|\\.)xn--", Pattern.CASE_INSENSITIVE);

    /** Read when the first name beyond ASCII comes along: its tables are large. */
    private static final class Rules {
        static final IDNA UTS46 = IDNA.getUTS46Instance(IDNA.USE_STD3_RULES
                | IDNA.CHECK_BIDI
                | IDNA.CHECK_CONTEXTJ
                | IDNA.CHECK_CONTEXTO
                | IDNA.NONTRANSITIONAL_TO_ASCII
                | IDNA.NONTRANSITIONAL_TO_UNICODE);

        private Rules() {}
    }

    private MailDomain() {}

    /** The A-label form; nothing when it is not a name. */
    static Optional<String> toAscii(String domain) {
        return (isPlain(domain) ? Optional.of(domain) : encoded(domain))
                .filter(name -> NAME.matcher(name).matches());
    }

    /** As people read it; what is ASCII stays as it was typed. */
    static String toUnicode(String domain) {
        return isPlain(domain)
                ? domain
                : Rules.UTS46
                        .nameToUnicode(domain, new StringBuilder(), new IDNA.Info())
                        .toString();
    }

    private static Optional<String> encoded(String domain) {
        IDNA.Info info = new IDNA.Info();
        StringBuilder name = Rules.UTS46.nameToASCII(domain, new StringBuilder(), info);
        return info.hasErrors() ? Optional.empty() : Optional.of(name.toString());
    }

    private static boolean isPlain(String domain) {
        return domain.chars().allMatch(character -> character < 128)
                && !A_LABEL.matcher(domain).find();
    }
}
