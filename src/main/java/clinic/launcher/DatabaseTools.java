package clinic.launcher;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** MariaDB's own programs, for the database of a home that runs. Its key is handed to them in a file, never as a word of the command. */
final class DatabaseTools {
    private static final Pattern PORT = Pattern.compile("//127\\.0\\.0\\.1:(\\d+)/");

    private final DatabaseBinaries binaries;
    private final Path database;

    private DatabaseTools(DatabaseBinaries binaries, Path database) {
        this.binaries = binaries;
        this.database = database;
    }

    /** @param home of a database that runs: it leaves the key there */
    static DatabaseTools of(Path home) throws CannotStart, IOException {
        Path database = home.resolve("database");
        return new DatabaseTools(DatabaseBinaries.unpackedIn(database), database);
    }

    /** Writes the schema, as it is at this moment, as SQL; whoever works goes on working. */
    void dump(OutputStream sql) throws CannotStart, IOException, InterruptedException {
        run(
                "mariadb-dump",
                List.of(
                        "--single-transaction",
                        "--quick",
                        "--skip-lock-tables",
                        "--no-tablespaces",
                        "--hex-blob",
                        "--default-character-set=utf8mb4",
                        DatabaseFolder.SCHEMA),
                InputStream.nullInputStream(),
                sql);
    }

    /** Runs SQL in the schema, up to the first statement that fails. */
    void run(InputStream sql) throws CannotStart, IOException, InterruptedException {
        run(
                "mariadb",
                List.of("--batch", "--default-character-set=utf8mb4", DatabaseFolder.SCHEMA),
                sql,
                OutputStream.nullOutputStream());
    }

    private void run(String program, List<String> arguments, InputStream in, OutputStream out)
            throws CannotStart, IOException, InterruptedException {
        Path key = Files.createTempFile(database.resolve("tmp"), "key", ".cnf");
        File said = File.createTempFile("said", ".txt", database.resolve("tmp").toFile());
        try {
            PrivateFiles.write(key, login());
            List<String> command = new ArrayList<>(List.of(
                    binaries.folder().resolve("bin").resolve(program).toString(),
                    "--defaults-file=" + key,
                    "--skip-ssl",
                    "--protocol=TCP",
                    "--host=127.0.0.1"));
            command.addAll(arguments);
            ProcessBuilder builder = new ProcessBuilder(command).redirectError(said);
            builder.environment().keySet().removeIf(name -> name.startsWith(Setting.PREFIX));
            Process process = builder.start();
            Thread feeder = feed(process, in);
            process.getInputStream().transferTo(out);
            int status = process.waitFor();
            feeder.join();
            if (status != 0) {
                throw new CannotStart(program + " failed: "
                        + Files.readString(said.toPath())
                                .strip()
                                .lines()
                                .findFirst()
                                .orElse("status " + status) + ".");
            }
        } finally {
            Files.deleteIfExists(key);
            Files.deleteIfExists(said.toPath());
        }
    }

    private static Thread feed(Process process, InputStream in) {
        Thread feeder = new Thread(
                () -> {
                    try (OutputStream to = process.getOutputStream()) {
                        in.transferTo(to);
                    } catch (IOException ended) {
                        // It ended before it had read all; its status tells why.
                    }
                },
                "feeder");
        feeder.setDaemon(true);
        feeder.start();
        return feeder;
    }

    private String login() throws CannotStart {
        Properties access = new Properties();
        try (InputStream file = Files.newInputStream(database.resolve("access.properties"))) {
            access.load(file);
        } catch (IOException failure) {
            throw new CannotStart(
                    "The key of the database, " + database.resolve("access.properties") + ", cannot be read: " + failure
                            + ".",
                    failure);
        }
        Matcher port = PORT.matcher(access.getProperty("url", ""));
        if (!port.find()) {
            throw new CannotStart(database.resolve("access.properties") + " names no database.");
        }
        return "[client]\nport=" + port.group(1) + "\nuser=" + access.getProperty("user") + "\npassword="
                + access.getProperty("password") + "\n";
    }
}
