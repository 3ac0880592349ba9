package clinic.notification;

import jakarta.mail.Authenticator;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/**
 * How to speak with the mail server.
 *
 * @param user none: no login, whatever the password
 */
record SmtpSettings(String host, int port, Optional<String> user, Optional<String> password, Tls tls) {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(15);
    private static final int PORT_OF_TLS_FROM_THE_START = 465;

    enum Tls {
        /** Encrypted where the server can, with whatever certificate it shows: better than in the clear, no more. */
        OPPORTUNISTIC,
        /** Encrypted with a certificate that proves the host, or not at all. */
        REQUIRED,
        OFF;

        static Tls named(String name) {
            return valueOf(name.toUpperCase(Locale.ROOT));
        }
    }

    Session session() {
        Properties settings = new Properties();
        settings.setProperty("mail.smtp.host", host);
        settings.setProperty("mail.smtp.port", Integer.toString(port));
        settings.setProperty("mail.smtp.connectiontimeout", Long.toString(CONNECT.toMillis()));
        settings.setProperty("mail.smtp.timeout", Long.toString(ANSWER.toMillis()));
        settings.setProperty("mail.smtp.writetimeout", Long.toString(ANSWER.toMillis()));
        settings.setProperty("mail.smtp.auth", Boolean.toString(user.isPresent()));
        encrypt(settings);
        return Session.getInstance(settings, login());
    }

    private void encrypt(Properties settings) {
        boolean fromTheStart = tls != Tls.OFF && port == PORT_OF_TLS_FROM_THE_START;
        settings.setProperty("mail.smtp.ssl.enable", Boolean.toString(fromTheStart));
        settings.setProperty("mail.smtp.starttls.enable", Boolean.toString(tls != Tls.OFF));
        settings.setProperty("mail.smtp.starttls.required", Boolean.toString(tls == Tls.REQUIRED && !fromTheStart));
        settings.setProperty("mail.smtp.ssl.checkserveridentity", Boolean.toString(tls == Tls.REQUIRED));
        if (tls == Tls.OPPORTUNISTIC) {
            settings.setProperty("mail.smtp.ssl.trust", "*");
        }
    }

    private Authenticator login() {
        return new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(user.orElse(""), password.orElse(""));
            }
        };
    }
}
