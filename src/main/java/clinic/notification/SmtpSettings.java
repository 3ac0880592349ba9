package clinic.notification;

import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * How to speak with the mail server. A password is shown only to a server that has proved who it is.
 *
 * @param user none: no login, whatever the password
 */
record SmtpSettings(String host, int port, Optional<String> user, Optional<String> password, Tls tls) {
    private static final int PORT_OF_TLS_FROM_THE_START = 465;
    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|.*\\.localhost|127\\.[0-9.]+|\\[?::1]?", Pattern.CASE_INSENSITIVE);

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

    SmtpSettings {
        if (user.isPresent() && tls == Tls.OPPORTUNISTIC) {
            throw new IllegalArgumentException("CLINIC_SMTP_TLS must be \"required\" when CLINIC_SMTP_USER is set: the"
                    + " password would go to any server that answers.");
        }
        if (user.isPresent() && tls == Tls.OFF && !LOOPBACK.matcher(host).matches()) {
            throw new IllegalArgumentException(
                    "CLINIC_SMTP_TLS must not be \"off\" when CLINIC_SMTP_USER is set, but for"
                            + " a mail server on this machine: the password would be sent unencrypted.");
        }
    }

    /**
     * @param tls none: required with a user, opportunistic without
     */
    static SmtpSettings of(
            String host, int port, Optional<String> user, Optional<String> password, Optional<String> tls) {
        return new SmtpSettings(
                host,
                port,
                user,
                password,
                tls.map(Tls::named).orElse(user.isPresent() ? Tls.REQUIRED : Tls.OPPORTUNISTIC));
    }

    Properties properties(SmtpPatience patience) {
        Properties settings = new Properties();
        settings.setProperty("mail.smtp.host", host);
        settings.setProperty("mail.smtp.port", Integer.toString(port));
        settings.setProperty(
                "mail.smtp.connectiontimeout", Long.toString(patience.connect().toMillis()));
        settings.setProperty(
                "mail.smtp.timeout", Long.toString(patience.greeting().toMillis()));
        settings.setProperty(
                "mail.smtp.writetimeout", Long.toString(patience.block().toMillis()));
        settings.setProperty("mail.smtp.auth", Boolean.toString(user.isPresent()));
        settings.setProperty("mail.smtp.userset", "true");
        settings.setProperty("mail.smtp.quitwait", "false");
        encrypt(settings);
        return settings;
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
}
