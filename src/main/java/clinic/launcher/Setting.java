package clinic.launcher;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Everything that can be set. {@code config/settings.md} says the same to people; a test keeps the two equal. */
enum Setting {
    PORT("8080", Allowed.number(1, 65_535)),
    HOME("~/.clinic", Allowed::folder),
    DEMO("false", Allowed.oneOf("true", "false")),
    NOW(null, Allowed::instant),
    DB_URL(null, Allowed::databaseUrl),
    DB_USER(null, Allowed::anything),
    DB_PASSWORD(null, Allowed::anything),
    SECRET(null, Allowed::secret),
    SECRET_PREVIOUS(null, Allowed::previousSecret),
    SMTP_HOST(null, Allowed::host),
    SMTP_PORT("587", Allowed.number(1, 65_535)),
    SMTP_USER(null, Allowed::anything),
    SMTP_PASSWORD(null, Allowed::anything),
    SMTP_TLS(null, Allowed.oneOf("opportunistic", "required", "off")),
    MAIL_FROM("appointments@localhost", Allowed::mailAddress),
    BASE_URL(null, Allowed::baseUrl),
    RATE_LIMIT("30", Allowed.number(0, 1_000_000)),
    OPEN_BOOKINGS("2", Allowed.number(1, 1_000)),
    BOOKINGS_PER_DAY("5", Allowed.number(1, 10_000)),
    CALLS_PER_DAY("5", Allowed.number(1, 10_000)),
    HOLDS_PER_ADDRESS("10", Allowed.number(1, 1_000)),
    HOLDS_PER_WEEK("30", Allowed.number(1, 10_000)),
    CONNECTIONS_PER_ADDRESS("100", Allowed.number(0, 10_000)),
    TRUSTED_PROXY(null, Allowed::networks),
    CLUSTER("false", Allowed.oneOf("true", "false")),
    STAFF_IDLE_MINUTES("15", Allowed.number(3, 60)),
    STAFF_SESSION_HOURS("12", Allowed.number(1, 24)),
    TOKEN_DAYS("90", Allowed.number(1, 3_650)),
    AUDIT_SYSLOG(null, Allowed::hostAndPort);

    static final String PREFIX = "CLINIC_";
    static final String FROM_FILE = "_FILE";

    private final String byDefault;
    private final UnaryOperator<String> rule;

    Setting(String byDefault, UnaryOperator<String> rule) {
        this.byDefault = byDefault;
        this.rule = rule;
    }

    static Optional<Setting> named(String variable) {
        return Arrays.stream(values())
                .filter(setting -> setting.variable().equals(variable))
                .findFirst();
    }

    /** Its name in the environment and in the settings file. */
    String variable() {
        return PREFIX + name();
    }

    /** Its name inside the application. */
    String property() {
        return variable().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    Optional<String> byDefault() {
        return Optional.ofNullable(byDefault);
    }

    /** A secret may also be given as a file, and is never printed. */
    boolean secret() {
        return this == DB_PASSWORD || this == SECRET || this == SECRET_PREVIOUS || this == SMTP_PASSWORD;
    }

    /** The value in its normal form, or one sentence that names this setting. */
    String checked(String value) throws CannotStart {
        try {
            return rule.apply(value);
        } catch (IllegalArgumentException refused) {
            String shown = secret() || this == DB_URL ? "" : ", not \"" + value + "\"";
            throw new CannotStart(variable() + " " + refused.getMessage() + shown + ".", refused);
        }
    }
}
