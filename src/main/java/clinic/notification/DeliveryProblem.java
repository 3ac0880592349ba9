package clinic.notification;

import java.util.Locale;
import java.util.regex.Pattern;

/** Why one email did not arrive, as it is explained to staff; the mail server's own words stand beside it. */
public enum DeliveryProblem {
    MAILBOX_UNKNOWN,
    MAILBOX_FULL,
    /** The recipient's server asks strangers to come again. */
    GREYLISTED,
    /** Our mail server, or theirs, does not want mail from us. */
    SENDER_REFUSED,
    TOO_LARGE,
    RECIPIENT_REFUSED,
    /** Some other "not now". */
    LATER,
    NO_ANSWER,
    OUTCOME_UNKNOWN,
    NOT_AN_ADDRESS,
    /** The address needs SMTPUTF8. */
    MAILBOX_OUT_OF_REACH,
    SERVER_AWAY,
    /** Its appointment had begun before it could leave. */
    EXPIRED,
    OTHER;

    private static final Pattern UNKNOWN = Pattern.compile("^55[0136][ -].*|^[25]\\d\\d[ -]5\\.1\\.[0-9].*");
    private static final Pattern TOO_BIG = Pattern.compile("^552[ -]5\\.3\\.4.*|.*\\bsize\\b.*");

    /** What an account that was kept with an email means: the reason, a colon, and what was said. */
    static DeliveryProblem of(String account) {
        int colon = account.indexOf(':');
        String reason = colon < 0 ? account : account.substring(0, colon);
        String words = account.substring(colon + 1).strip();
        return switch (reason) {
            case "EXPIRED" -> EXPIRED;
            case "SERVER_AWAY" -> SERVER_AWAY;
            case "OUTCOME_UNKNOWN" -> OUTCOME_UNKNOWN;
            default -> ofWords(reason, words);
        };
    }

    private static DeliveryProblem ofWords(String reason, String words) {
        String said = words.toLowerCase(Locale.ROOT);
        if (said.contains("smtputf8")) {
            return MAILBOX_OUT_OF_REACH;
        }
        if (said.startsWith("no answer")) {
            return NO_ANSWER;
        }
        if (said.contains("bare address")) {
            return NOT_AN_ADDRESS;
        }
        if (TOO_BIG.matcher(said).matches()) {
            return TOO_LARGE;
        }
        if (SmtpAnswer.isMailboxFull(words)) {
            return MAILBOX_FULL;
        }
        if (said.contains("greylist") || said.contains("graylist")) {
            return GREYLISTED;
        }
        if (SmtpAnswer.isAboutUs(words)) {
            return SENDER_REFUSED;
        }
        if (UNKNOWN.matcher(said).matches()) {
            return MAILBOX_UNKNOWN;
        }
        if (SmtpAnswer.isTemporary(words)) {
            return LATER;
        }
        return reason.equals("RECIPIENT_REFUSED") ? RECIPIENT_REFUSED : OTHER;
    }
}
