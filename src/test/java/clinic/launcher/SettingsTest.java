package clinic.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    private static final String LONG_SECRET = "0123456789abcdef0123456789abcdef";

    @TempDir
    Path home;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CLINIC_PORT=eighty                          | CLINIC_PORT must be a whole number from 1 to 65535, not "eighty".
            CLINIC_PORT=0                               | CLINIC_PORT must be a whole number from 1 to 65535, not "0".
            CLINIC_PORT=65536                           | CLINIC_PORT must be a whole number from 1 to 65535, not "65536".
            CLINIC_DEMO=yes                             | CLINIC_DEMO must be one of true, false, not "yes".
            CLINIC_CLUSTER=1                            | CLINIC_CLUSTER must be one of true, false, not "1".
            CLINIC_RATE_LIMIT=-1                        | CLINIC_RATE_LIMIT must be a whole number from 0 to 1000000, not "-1".
            CLINIC_DEMO=true CLINIC_NOW=monday          | CLINIC_NOW must be a moment such as 2026-11-23T08:00:00-08:00 or 2026-11-23T16:00:00Z, not "monday".
            CLINIC_DEMO=true CLINIC_NOW=2026-11-23T08:00 | CLINIC_NOW must be a moment such as 2026-11-23T08:00:00-08:00 or 2026-11-23T16:00:00Z, not "2026-11-23T08:00".
            CLINIC_NOW=2026-11-23T16:00:00Z             | CLINIC_NOW needs CLINIC_DEMO=true: a real clinic keeps real time.
            CLINIC_PROT=8080                            | CLINIC_PROT in the environment is not a setting; did you mean CLINIC_PORT?
            CLINIC_SMTP_PASWORD_FILE=x                  | CLINIC_SMTP_PASWORD_FILE in the environment is not a setting; did you mean CLINIC_SMTP_PASSWORD_FILE?
            CLINIC_PORT_FILE=x                          | CLINIC_PORT_FILE in the environment is not a setting: only a secret can be given as a file.
            CLINIC_SECRET=short                         | CLINIC_SECRET must be at least 32 characters long.
            CLINIC_SECRET=a CLINIC_SECRET_FILE=b        | CLINIC_SECRET and CLINIC_SECRET_FILE are both set; keep one of them.
            CLINIC_SECRET_FILE=/nowhere/secret          | CLINIC_SECRET_FILE names a file that cannot be read, /nowhere/secret.
            CLINIC_BASE_URL=clinic.example              | CLINIC_BASE_URL must be an address such as https://clinic.example, without a query, not "clinic.example".
            CLINIC_BASE_URL=https://c.example/?a=b      | CLINIC_BASE_URL must be an address such as https://clinic.example, without a query, not "https://c.example/?a=b".
            CLINIC_MAIL_FROM=nobody                     | CLINIC_MAIL_FROM must be an email address in ASCII such as office@clinic.example, not "nobody".
            CLINIC_MAIL_FROM=miloš@clinic.example       | CLINIC_MAIL_FROM must be an email address in ASCII such as office@clinic.example, not "miloš@clinic.example".
            CLINIC_MAIL_FROM=a%b@clinic.example         | CLINIC_MAIL_FROM must be an email address in ASCII such as office@clinic.example, not "a%b@clinic.example".
            CLINIC_MAIL_FROM=a@škoda.example            | CLINIC_MAIL_FROM must be an email address in ASCII such as office@clinic.example, not "a@škoda.example".
            CLINIC_SMTP_HOST=smtp://mail                | CLINIC_SMTP_HOST must be the name or address of a host, without a port, not "smtp://mail".
            CLINIC_SMTP_HOST=mail CLINIC_SMTP_USER=us CLINIC_SMTP_TLS=off | CLINIC_SMTP_TLS must not be "off" when CLINIC_SMTP_USER is set, but for a mail server on this machine: the password would be sent unencrypted.
            CLINIC_SMTP_HOST=mail CLINIC_SMTP_USER=us CLINIC_SMTP_TLS=opportunistic | CLINIC_SMTP_TLS must be "required" when CLINIC_SMTP_USER is set: the password would go to any server that answers.
            CLINIC_SMTP_HOST=127.evil.example CLINIC_SMTP_USER=us CLINIC_SMTP_TLS=off | CLINIC_SMTP_TLS must not be "off" when CLINIC_SMTP_USER is set, but for a mail server on this machine: the password would be sent unencrypted.
            CLINIC_SMTP_HOST=mail CLINIC_SMTP_TLS=ssl   | CLINIC_SMTP_TLS must be one of opportunistic, required, off, not "ssl".
            CLINIC_SMTP_PORT=25                         | CLINIC_SMTP_PORT has no effect without CLINIC_SMTP_HOST.
            CLINIC_SMTP_HOST=mail CLINIC_SMTP_PASSWORD=x | CLINIC_SMTP_PASSWORD has no effect without CLINIC_SMTP_USER.
            CLINIC_TRUSTED_PROXY=proxy.example          | CLINIC_TRUSTED_PROXY must be a list of addresses or ranges such as 10.0.0.5,192.168.0.0/16,fd00::/8, not "proxy.example".
            CLINIC_TRUSTED_PROXY=10.0.0.0/33            | CLINIC_TRUSTED_PROXY must be a list of addresses or ranges such as 10.0.0.5,192.168.0.0/16,fd00::/8, not "10.0.0.0/33".
            CLINIC_TRUSTED_PROXY=10.0.0.256             | CLINIC_TRUSTED_PROXY must be a list of addresses or ranges such as 10.0.0.5,192.168.0.0/16,fd00::/8, not "10.0.0.256".
            CLINIC_DB_USER=clinic                       | CLINIC_DB_USER has no effect without CLINIC_DB_URL.
            CLINIC_DB_URL=jdbc:postgresql://db/clinic   | CLINIC_DB_URL must have the form jdbc:mysql://HOST:PORT/SCHEMA (user and password are settings of their own).
            CLINIC_DB_URL=jdbc:mysql://db/              | CLINIC_DB_URL must have the form jdbc:mysql://HOST:PORT/SCHEMA (user and password are settings of their own).
            CLINIC_DB_URL=jdbc:mysql://db:99999/clinic  | CLINIC_DB_URL names a host or port that cannot be.
            CLINIC_DB_URL=jdbc:mysql://db/c?user=me     | CLINIC_DB_URL must not carry user or password; they are settings of their own.
            CLINIC_DB_URL=jdbc:mysql://db/c             | CLINIC_DB_USER must be set when CLINIC_DB_URL is.
            CLINIC_DB_URL=jdbc:mysql://db/c CLINIC_DB_USER=u | CLINIC_DB_PASSWORD must be set when CLINIC_DB_URL is.
            CLINIC_DB_URL=jdbc:mysql://db/c CLINIC_DB_USER=u CLINIC_DB_PASSWORD=p | CLINIC_SECRET must be set when CLINIC_DB_URL is: every node on one database needs the same.
            """)
    void saysInOneSentenceWhatIsWrong(String variables, String sentence) {
        assertThatThrownBy(() -> Settings.read(environment(variables)))
                .isInstanceOf(CannotStart.class)
                .hasMessage(sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CLINIC_PORT=09090                                     | clinic.port          | 9090
            CLINIC_DEMO=True                                      | clinic.demo          | true
            CLINIC_DEMO=true CLINIC_NOW=2026-11-23T08:00:00-08:00 | clinic.now           | 2026-11-23T16:00:00Z
            CLINIC_DEMO=true CLINIC_NOW=2026-11-23T16:00:00Z      | clinic.now           | 2026-11-23T16:00:00Z
            CLINIC_PORT=9090                                      | clinic.base.url      | http://localhost:9090
            CLINIC_BASE_URL=https://clinic.example/               | clinic.base.url      | https://clinic.example
            CLINIC_TRUSTED_PROXY=10.0.0.5, fd00::/8               | clinic.trusted.proxy | 10.0.0.5,fd00::/8
            CLINIC_MAIL_FROM=office@clinic.example                | clinic.mail.from     | office@clinic.example
            CLINIC_PORT=9090                                      | clinic.mail.from     | appointments@localhost
            CLINIC_PORT=9090                                      | clinic.rate.limit    | 30
            CLINIC_SMTP_HOST=mail CLINIC_SMTP_TLS=OFF             | clinic.smtp.tls      | off
            CLINIC_SMTP_HOST=localhost CLINIC_SMTP_USER=us CLINIC_SMTP_TLS=off | clinic.smtp.tls | off
            CLINIC_SMTP_HOST=mail CLINIC_SMTP_USER=us             | clinic.smtp.user     | us
            """)
    void handsOnWhatItUnderstood(String variables, String property, String value) throws CannotStart {
        assertThat(Settings.read(environment(variables)).handedOn()).containsEntry(property, value);
    }

    @Test
    void leavesWhatIsNotSetAbsent() throws CannotStart {
        assertThat(Settings.read(environment("CLINIC_SMTP_USER=")).handedOn())
                .doesNotContainKeys(
                        "clinic.now",
                        "clinic.db.url",
                        "clinic.db.user",
                        "clinic.db.password",
                        "clinic.secret",
                        "clinic.smtp.host",
                        "clinic.smtp.user",
                        "clinic.smtp.password",
                        "clinic.trusted.proxy")
                .containsEntry("clinic.mail.dir", home.resolve("mail").toString());
    }

    @Test
    void keepsNoMailAsFilesWhenThereIsAServerForIt() throws CannotStart {
        assertThat(Settings.read(environment("CLINIC_SMTP_HOST=mail")).handedOn())
                .doesNotContainKey("clinic.mail.dir");
    }

    @Test
    void letsTheEnvironmentWinOverTheFile() throws CannotStart, IOException {
        Files.writeString(home.resolve("clinic.properties"), "CLINIC_PORT=9001\nCLINIC_RATE_LIMIT=7\n");

        assertThat(Settings.read(environment("CLINIC_PORT=9002")).handedOn())
                .containsEntry("clinic.port", "9002")
                .containsEntry("clinic.rate.limit", "7");
    }

    @Test
    void checksTheFileAsStrictly() throws IOException {
        Files.writeString(home.resolve("clinic.properties"), "CLINIC_RATELIMIT=7\n");

        assertThatThrownBy(() -> Settings.read(environment("")))
                .hasMessage("CLINIC_RATELIMIT in " + home.resolve("clinic.properties")
                        + " is not a setting; did you mean CLINIC_RATE_LIMIT?");
    }

    @Test
    void readsASecretFromItsFile() throws CannotStart, IOException {
        Path secret = Files.writeString(home.resolve("given"), LONG_SECRET + "\n");

        assertThat(Settings.read(environment("CLINIC_SECRET_FILE=" + secret)).handedOn())
                .containsEntry("clinic.secret", LONG_SECRET);
    }

    @Test
    void neverPrintsASecret() {
        assertThatThrownBy(() -> Settings.read(environment("CLINIC_SECRET=hush")))
                .hasMessageNotContaining("hush");
        assertThatThrownBy(() -> Settings.read(environment("CLINIC_DB_URL=jdbc:mysql://db/c?password=hush")))
                .hasMessageNotContaining("hush");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            jdbc:mysql://db/c                      | jdbc:mysql://db/c?connectTimeout=3000&fallbackToSystemKeyStore=false&socketTimeout=30000
            jdbc:mysql://db/c?                     | jdbc:mysql://db/c?connectTimeout=3000&fallbackToSystemKeyStore=false&socketTimeout=30000
            jdbc:mysql://a:1,[::1]:2/c?sockettimeout=9 | jdbc:mysql://a:1,[::1]:2/c?sockettimeout=9&connectTimeout=3000&fallbackToSystemKeyStore=false
            jdbc:mysql://db/c?fallbackToSystemKeyStore=true&connectTimeout=1&socketTimeout=2 | jdbc:mysql://db/c?fallbackToSystemKeyStore=true&connectTimeout=1&socketTimeout=2
            """)
    void completesTheDatabaseUrl(String given, String completed) {
        assertThat(JdbcUrl.of(given).text()).isEqualTo(completed);
    }

    /** Variables as one would type them before a command. */
    private Map<String, String> environment(String variables) {
        Map<String, String> environment = new HashMap<>(Map.of("CLINIC_HOME", home.toString(), "PATH", "/bin"));
        for (String variable : variables.split(" (?=CLINIC_)")) {
            if (!variable.isEmpty()) {
                environment.put(variable.replaceFirst("=.*", ""), variable.replaceFirst("[^=]*=", ""));
            }
        }
        return environment;
    }
}
