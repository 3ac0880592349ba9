package clinic.notification;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a mail server's refusal means: about this recipient for good, about us, or about this moment. */
final class SmtpAnswer {
    /** "550 5.1.1 ...": the code, and the enhanced code where there is one (RFC 3463). */
    private static final Pattern CODES = Pattern.compile("^\\s*([2-5]\\d\\d)[ -](?:([245]\\.\\d{1,3}\\.\\d{1,3})\\b)?");

    private SmtpAnswer() {}

    /** A 5xx about the recipient or the mail, unless it speaks of us (not logged in, no relay, our reputation or policy). */
    static boolean isAboutRecipientForGood(String answer) {
        Matcher codes = CODES.matcher(answer);
        if (!codes.lookingAt() || codes.group(1).charAt(0) != '5') {
            return false;
        }
        return !isAboutUs(answer) && !isMailboxFull(answer);
    }

    static boolean isAboutUs(String answer) {
        Matcher codes = CODES.matcher(answer);
        if (!codes.lookingAt()) {
            return false;
        }
        String code = codes.group(1);
        return code.equals("530")
                || code.equals("535")
                || code.equals("538")
                || code.equals("503")
                || enhanced(codes).matches("[45]\\.7\\..*")
                || answer.toLowerCase(Locale.ROOT).contains("relay");
    }

    static boolean isMailboxFull(String answer) {
        Matcher codes = CODES.matcher(answer);
        return codes.lookingAt()
                && (codes.group(1).equals("552") && !enhanced(codes).startsWith("5.3.")
                        || codes.group(1).equals("452") && !enhanced(codes).startsWith("4.3.")
                        || enhanced(codes).matches("[45]\\.2\\.2"));
    }

    static boolean isTemporary(String answer) {
        Matcher codes = CODES.matcher(answer);
        return codes.lookingAt() && codes.group(1).charAt(0) == '4';
    }

    private static String enhanced(Matcher codes) {
        return codes.group(2) == null ? "" : codes.group(2);
    }
}
