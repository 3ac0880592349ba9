package clinic.notification;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** What keeps every email from leaving, as it is explained to staff. */
public enum MailTrouble {
    /** The mail server's name is not known. */
    UNKNOWN_HOST,
    /** Nobody answers at its address and port. */
    UNREACHABLE,
    /** It takes the connection and says nothing. */
    NO_ANSWER,
    /** It does not encrypt, and it must. */
    NOT_ENCRYPTED,
    /** Its certificate has expired, is another host's, or nobody vouches for it. */
    CERTIFICATE,
    /** It does not take the user name and password. */
    LOGIN,
    /** It answers that it will not take anything. */
    REFUSED,
    /** The folder where emails are kept cannot be written. */
    FOLDER;

    /** Why no connection came about. */
    static MailTrouble of(MessagingException failure) {
        List<Throwable> causes = causesOf(failure);
        if (has(causes, UnknownHostException.class)) {
            return UNKNOWN_HOST;
        }
        if (has(causes, CertificateException.class) || has(causes, SSLPeerUnverifiedException.class)) {
            return CERTIFICATE;
        }
        if (has(causes, AuthenticationFailedException.class)) {
            return LOGIN;
        }
        if (has(causes, SSLException.class) || mentions(causes, "STARTTLS")) {
            return mentions(causes, "server identity") ? CERTIFICATE : NOT_ENCRYPTED;
        }
        if (mentions(causes, "server identity")) {
            return CERTIFICATE;
        }
        if (has(causes, java.net.ConnectException.class) || has(causes, java.net.NoRouteToHostException.class)) {
            return UNREACHABLE;
        }
        if (has(causes, SocketTimeoutException.class) || mentions(causes, "[EOF]")) {
            return NO_ANSWER;
        }
        return REFUSED;
    }

    private static List<Throwable> causesOf(Throwable failure) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable cause = failure; cause != null && !causes.contains(cause); cause = cause.getCause()) {
            causes.add(cause);
        }
        return causes;
    }

    private static boolean has(List<Throwable> causes, Class<? extends Throwable> kind) {
        return causes.stream().anyMatch(kind::isInstance);
    }

    private static boolean mentions(List<Throwable> causes, String words) {
        return causes.stream()
                .anyMatch(cause ->
                        cause.getMessage() != null && cause.getMessage().contains(words));
    }
}
