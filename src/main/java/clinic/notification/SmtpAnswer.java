package clinic.notification;

import clinic.notification.NotDelivered.Reason;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a mail server's refusal means: about this recipient for good, about us, or about this moment. */
final class SmtpAnswer {
    /** "550 5.1.1 ...": the code, and the enhanced code where there is one (RFC 3463). */
    private static final Pattern CODES = Pattern.compile("^\\s*([2-5]\\d\\d)[ -](?:([245]\\.\\d{1,3}\\.\\d{1,3})\\b)?");

    private SmtpAnswer() {}

    static Reason reason(MessagingException failure) {
        if (!(failure instanceof SendFailedException refused)) {
            return Reason.SERVER_AWAY;
        }
        boolean recipientAtFault = refused.getInvalidAddresses() != null && refused.getInvalidAddresses().length > 0;
        if (!recipientAtFault) {
            return brokenConnection(failure) ? Reason.SERVER_AWAY : Reason.NOT_NOW;
        }
        for (Exception cause = failure; cause instanceof MessagingException link; cause = link.getNextException()) {
            if (cause.getMessage() != null && isAboutRecipientForGood(cause.getMessage())) {
                return Reason.RECIPIENT_REFUSED;
            }
        }
        return Reason.NOT_NOW;
    }

    /** The answer to RCPT: a 5xx, unless it speaks of us (not logged in, no relay, our reputation or policy). */
    static boolean isAboutRecipientForGood(String answer) {
        Matcher codes = CODES.matcher(answer);
        if (!codes.lookingAt() || codes.group(1).charAt(0) != '5') {
            return false;
        }
        String code = codes.group(1);
        String enhanced = codes.group(2) == null ? "" : codes.group(2);
        boolean aboutUs = code.equals("530")
                || code.equals("535")
                || code.equals("538")
                || code.equals("503")
                || enhanced.startsWith("5.7.")
                || answer.toLowerCase(Locale.ROOT).contains("relay");
        boolean full = code.equals("552") || enhanced.equals("5.2.2");
        return !aboutUs && !full;
    }

    private static boolean brokenConnection(MessagingException failure) {
        for (Exception cause = failure; cause instanceof MessagingException link; cause = link.getNextException()) {
            if (link.getNextException() instanceof IOException) {
                return true;
            }
        }
        return false;
    }
}
