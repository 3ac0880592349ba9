package clinic.launcher;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What was set, checked once: from here on every value is right. The environment wins over the file in the home. */
final class Settings {
    private final Map<Setting, String> given;
    private final FirstStart firstStart;

    private Settings(Map<Setting, String> given, FirstStart firstStart) {
        this.given = given;
        this.firstStart = firstStart;
    }

    static Settings read(Map<String, String> variables) throws CannotStart {
        SettingsSource environment = SettingsSource.environment(variables);
        Path home = Path.of(Setting.HOME.checked(
                environment.find(Setting.HOME).or(Setting.HOME::byDefault).orElseThrow()));
        SettingsFile file = SettingsFile.read(home.resolve(Home.SETTINGS_FILE));
        List<SettingsSource> sources = List.of(environment, SettingsSource.file(file));
        Map<Setting, String> given = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            for (SettingsSource source : sources) {
                Optional<String> value = source.find(setting);
                if (value.isPresent() && !given.containsKey(setting)) {
                    given.put(setting, setting.checked(value.get()));
                }
            }
        }
        given.put(Setting.HOME, home.toString());
        Settings settings = new Settings(given, FirstStart.of(file));
        settings.refuseContradictions();
        return settings;
    }

    private void refuseContradictions() throws CannotStart {
        if (given.containsKey(Setting.NOW) && !demo()) {
            throw new CannotStart("CLINIC_NOW needs CLINIC_DEMO=true: a real clinic keeps real time.");
        }
        refuseWithout(Setting.DB_URL, Setting.DB_USER, Setting.DB_PASSWORD);
        refuseWithout(Setting.SMTP_HOST, Setting.SMTP_PORT, Setting.SMTP_USER, Setting.SMTP_PASSWORD, Setting.SMTP_TLS);
        refuseWithout(Setting.SMTP_USER, Setting.SMTP_PASSWORD);
        refusePasswordInTheClear();
        for (Setting login : List.of(Setting.DB_USER, Setting.DB_PASSWORD)) {
            if (given.containsKey(Setting.DB_URL) && !given.containsKey(login)) {
                throw new CannotStart(login.variable() + " must be set when CLINIC_DB_URL is.");
            }
        }
        if (given.containsKey(Setting.DB_URL) && !given.containsKey(Setting.SECRET)) {
            throw new CannotStart(
                    "CLINIC_SECRET must be set when CLINIC_DB_URL is: every node on one database needs the same.");
        }
    }

    /** A password is shown only to a server that has proved who it is. */
    private void refusePasswordInTheClear() throws CannotStart {
        String tls = given.get(Setting.SMTP_TLS);
        if (!given.containsKey(Setting.SMTP_USER) || tls == null || tls.equals("required")) {
            return;
        }
        if (tls.equals("opportunistic")) {
            throw new CannotStart("CLINIC_SMTP_TLS must be \"required\" when CLINIC_SMTP_USER is set: the password"
                    + " would go to any server that answers.");
        }
        if (!Network.isLoopback(given.get(Setting.SMTP_HOST))) {
            throw new CannotStart("CLINIC_SMTP_TLS must not be \"off\" when CLINIC_SMTP_USER is set, but for a mail"
                    + " server on this machine: the password would be sent unencrypted.");
        }
    }

    private void refuseWithout(Setting needed, Setting... useless) throws CannotStart {
        for (Setting setting : useless) {
            if (given.containsKey(setting) && !given.containsKey(needed)) {
                throw new CannotStart(setting.variable() + " has no effect without " + needed.variable() + ".");
            }
        }
    }

    int port() {
        return Integer.parseInt(value(Setting.PORT).orElseThrow());
    }

    Path home() {
        return Path.of(given.get(Setting.HOME));
    }

    boolean demo() {
        return value(Setting.DEMO).map(Boolean::valueOf).orElseThrow();
    }

    boolean cluster() {
        return value(Setting.CLUSTER).map(Boolean::valueOf).orElseThrow();
    }

    /** The value of a setting that is a whole number and has a default. */
    int number(Setting setting) {
        return Integer.parseInt(value(setting).orElseThrow());
    }

    /** Whether what guards against abuse is on. */
    boolean rateLimited() {
        return number(Setting.RATE_LIMIT) > 0;
    }

    String baseUrl() {
        return given.getOrDefault(Setting.BASE_URL, "http://localhost:" + port());
    }

    /** Present when the database is somebody else's. */
    Optional<JdbcUrl> databaseUrl() {
        return Optional.ofNullable(given.get(Setting.DB_URL)).map(JdbcUrl::of);
    }

    Optional<String> value(Setting setting) {
        return Optional.ofNullable(given.get(setting)).or(setting::byDefault);
    }

    /** What the application is told, by the names it knows; what has neither value nor default stays absent. */
    Map<String, String> handedOn() {
        Map<String, String> properties = new TreeMap<>(firstStart.values());
        for (Setting setting : Setting.values()) {
            value(setting).ifPresent(value -> properties.put(setting.property(), value));
        }
        properties.put(Setting.BASE_URL.property(), baseUrl());
        if (!given.containsKey(Setting.SMTP_HOST)) {
            properties.put("clinic.mail.dir", home().resolve("mail").toString());
        }
        return properties;
    }
}
