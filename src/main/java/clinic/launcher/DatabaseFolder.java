package clinic.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The folder of the embedded database: the program, the data, and how it is made the first time. */
final class DatabaseFolder {
    static final String SCHEMA = "clinic";
    static final String USER = "clinic";

    private final Path folder;
    private final Path log;
    private final DatabaseBinaries binaries;

    private DatabaseFolder(Path folder, Path log, DatabaseBinaries binaries) {
        this.folder = folder;
        this.log = log;
        this.binaries = binaries;
    }

    static DatabaseFolder prepare(Home home) throws CannotStart, IOException, InterruptedException {
        Path folder = home.folder("database");
        DatabaseFolder prepared = new DatabaseFolder(
                folder, home.folder("logs").resolve("database.log"), DatabaseBinaries.unpackedIn(folder));
        PrivateFiles.folder(folder.resolve("files"));
        PrivateFiles.folder(folder.resolve("tmp"));
        if (!Files.exists(prepared.data())) {
            prepared.install();
        }
        return prepared;
    }

    /** Under another name until it is whole: a start killed here begins anew, and never loses a patient. */
    private void install() throws CannotStart, IOException, InterruptedException {
        Path unfinished = folder.resolve("data.unfinished");
        PrivateFiles.deleteTree(unfinished);
        PrivateFiles.folder(unfinished);
        List<String> command = new ArrayList<>(List.of(
                binaries.installer().toString(),
                "--no-defaults",
                "--force",
                "--skip-name-resolve",
                "--skip-test-db",
                "--auth-root-authentication-method=socket",
                "--auth-root-socket-user=" + System.getProperty("user.name"),
                "--basedir=" + binaries.folder(),
                "--datadir=" + unfinished,
                "--tmpdir=" + folder.resolve("tmp")));
        command.addAll(asRoot());
        Process process = start(command);
        try {
            if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new CannotStart("The database could not be installed; the reason is in " + log + ".");
            }
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        Files.move(unfinished, data(), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Starts the server; its words go to the log, and none of our settings go to it. */
    Process serve(int port, Path firstStatements) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                binaries.server().toString(),
                "--no-defaults",
                "--basedir=" + binaries.folder(),
                "--datadir=" + data(),
                "--tmpdir=" + folder.resolve("tmp"),
                "--secure-file-priv=" + folder.resolve("files"),
                "--pid-file=" + folder.resolve("mariadbd.pid"),
                // Relative to the data: an absolute name may be longer than a socket's name can be.
                "--socket=mariadbd.sock",
                "--init-file=" + firstStatements,
                "--bind-address=127.0.0.1",
                "--port=" + port,
                "--skip-name-resolve",
                "--skip-ssl",
                "--skip-log-bin",
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_0900_ai_ci",
                "--default-time-zone=+00:00",
                // MySQL's own default list: what the production database refuses, this one refuses.
                "--sql-mode=ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,"
                        + "ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION",
                "--transaction-isolation=READ-COMMITTED",
                "--innodb-lock-wait-timeout=5",
                "--innodb-flush-log-at-trx-commit=1",
                "--innodb-buffer-pool-size=256M",
                "--innodb-log-file-size=64M",
                "--max-connections=" + Connections.DATABASE,
                "--log-warnings=1"));
        command.addAll(asRoot());
        return start(command);
    }

    private Process start(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith(Setting.PREFIX));
        return builder.start();
    }

    private static List<String> asRoot() {
        return System.getProperty("user.name").equals("root") ? List.of("--user=root") : List.of();
    }

    /** The schema and its owner, who owns nothing else; made anew at every start with that start's password. */
    Path firstStatements(String password) throws IOException {
        Path file = folder.resolve("first-statements.sql");
        PrivateFiles.write(
                file,
                String.join(
                        "\n",
                        "CREATE DATABASE IF NOT EXISTS " + SCHEMA + ";",
                        "CREATE OR REPLACE USER " + USER + "@'127.0.0.1' IDENTIFIED BY '" + password + "';",
                        "GRANT ALL PRIVILEGES ON " + SCHEMA + ".* TO " + USER + "@'127.0.0.1';",
                        ""));
        return file;
    }

    /** Whether a process is the server of this very folder. */
    boolean isServedBy(ProcessHandle process) {
        String program = process.info().command().orElse("");
        List<String> arguments = List.of(process.info().arguments().orElse(new String[0]));
        return program.startsWith(binaries.server().toString()) && arguments.contains("--datadir=" + data());
    }

    Path data() {
        return folder.resolve("data");
    }

    Path path() {
        return folder;
    }

    Path log() {
        return log;
    }

    String version() {
        return binaries.version();
    }
}
