package clinic.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * What an earlier release left on record, dumped from a demonstration in use: its schema and rows, the secret its links
 * were made with, and the tokens of those links in the order they were booked.
 */
public record RecordedRelease(String name) {
    /** Before the first start in that home: the secret of the release. */
    public void keepSecretIn(Path home) throws IOException {
        Path secret = home.resolve("secret");
        Files.writeString(secret, secret());
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
    }

    public String secret() throws IOException {
        return text(".secret");
    }

    public List<String> links() throws IOException {
        return text(".links").lines().toList();
    }

    /** Into an empty schema. */
    public void loadInto(Connection connection) throws SQLException, IOException {
        String dump;
        try (InputStream file = new GZIPInputStream(resource(".sql.gz"))) {
            // As the script had it: only MariaDB, which wrote the dump, does without the parentheses.
            dump = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("DEFAULT utc_timestamp(6)", "DEFAULT (utc_timestamp(6))");
        }
        try (Statement statement = connection.createStatement()) {
            for (String sql : dump.split(";\n")) {
                String text = sql.strip();
                if (!text.isEmpty()) {
                    statement.execute(text);
                }
            }
        }
    }

    private String text(String kind) throws IOException {
        try (InputStream file = resource(kind)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private InputStream resource(String kind) {
        return RecordedRelease.class.getResourceAsStream("/clinic/upgrade/" + name + kind);
    }
}
