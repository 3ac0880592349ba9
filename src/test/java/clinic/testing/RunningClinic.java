package clinic.testing;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The clinic as its users run it: the built jar in a process of its own, with a home and a port of its own. */
public final class RunningClinic implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final List<String> QUICK_START = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx640m");
    private Map<String, String> settings;
    private final List<String> jvmOptions;
    private final Path home;
    private final int port;
    private boolean bare;
    private Process process;

    private RunningClinic(Map<String, String> settings, List<String> jvmOptions, Path home, int port) {
        this.settings = settings;
        this.jvmOptions = jvmOptions;
        this.home = home;
        this.port = port;
    }

    /** Starts a clinic in a new home with these settings, and returns once it is ready. */
    public static RunningClinic start(Map<String, String> settings) {
        RunningClinic clinic = prepare(settings, QUICK_START);
        clinic.launch();
        clinic.awaitReady();
        return clinic;
    }

    /** A clinic that is not started yet. */
    public static RunningClinic prepare(Map<String, String> settings) {
        return prepare(settings, QUICK_START);
    }

    /** A clinic that is not started yet, with JVM options of its own. */
    public static RunningClinic prepare(Map<String, String> settings, List<String> jvmOptions) {
        try {
            Path home = Files.createTempDirectory("clinic-running");
            return new RunningClinic(Map.copyOf(settings), jvmOptions, home, Ports.next());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A demonstration on Monday, November 23, 2026, at seven in the morning, without a limit of requests. */
    public static Map<String, String> demo() {
        return Map.of("CLINIC_DEMO", "true", "CLINIC_NOW", "2026-11-23T15:00:00Z", "CLINIC_RATE_LIMIT", "0");
    }

    /** The first start finds nothing in its home, as with a person; else the database is installed already. */
    public RunningClinic bare() {
        bare = true;
        return this;
    }

    /** Starts the process and does not wait. */
    public void launch() {
        if (!bare && !settings.containsKey("CLINIC_DB_URL") && !Files.exists(home.resolve("database"))) {
            InstalledDatabase.putInto(home);
        }
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(jvmOptions);
        command.addAll(List.of("-jar", jar().toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output().toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("CLINIC_"));
        Map<String, String> environment = new HashMap<>(settings);
        environment.putIfAbsent("CLINIC_HOME", home.toString());
        environment.putIfAbsent("CLINIC_PORT", Integer.toString(port));
        builder.environment().putAll(environment);
        try {
            process = builder.start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    /** Waits until it serves. */
    public void awaitReady() {
        await("the clinic on port " + port)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(250))
                .until(() -> {
                    if (!process.isAlive()) {
                        throw new IllegalStateException("the clinic did not start: " + said());
                    }
                    return isReady();
                });
    }

    public boolean isReady() {
        try {
            HttpRequest request = HttpRequest.newBuilder(baseUri().resolve("/health/ready"))
                    .timeout(Duration.ofSeconds(10))
                    .build();
            HttpResponse<String> answer =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200 && answer.body().contains("\"database\"");
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    public URI baseUri() {
        return URI.create("http://localhost:" + port + "/");
    }

    public int port() {
        return port;
    }

    public Path home() {
        return home;
    }

    /** A connection to the embedded database, as a person's own tools get in. */
    public Connection database() throws SQLException {
        Properties access = new Properties();
        try (InputStream file = Files.newInputStream(home.resolve("database").resolve("access.properties"))) {
            access.load(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        access.setProperty("rewriteBatchedStatements", "true");
        return DriverManager.getConnection(access.getProperty("url"), access);
    }

    /** The process of its embedded database. */
    public ProcessHandle databaseProcess() {
        try {
            String pid = Files.readString(home.resolve("database/mariadbd.pid")).strip();
            return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Runs a command of the jar on a home, as a person does, and gives what it printed; it must succeed. */
    public static String command(Path home, String... arguments) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m"));
        command.addAll(List.of("-jar", jar().toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("CLINIC_"));
        builder.environment().put("CLINIC_HOME", home.toString());
        try {
            Process run = builder.start();
            String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (run.waitFor() != 0) {
                throw new IllegalStateException(said);
            }
            return said;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Everything it printed so far. */
    public String said() {
        try {
            return Files.readString(output());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public Process process() {
        return process;
    }

    /** As when the power fails: nothing is told, nothing is tidied. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** As by Ctrl-C. */
    public void stop() {
        process.destroy();
        awaitEnd();
    }

    /** Starts it again in the same home, after {@link #kill} or {@link #stop}. */
    public void restart() {
        launch();
        awaitReady();
    }

    /** The same on another day: its clock goes on from then. */
    public void restartAt(Instant now) {
        Map<String, String> later = new HashMap<>(settings);
        later.put("CLINIC_NOW", now.toString());
        settings = Map.copyOf(later);
        restart();
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(120, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the clinic did not end: " + said());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends what still runs, also a database that a {@link #kill} has left, and deletes the home. */
    @Override
    public void close() {
        if (process != null && process.isAlive()) {
            stop();
        }
        ProcessHandle.allProcesses()
                .filter(left -> left.info().command().orElse("").startsWith(home + "/"))
                .forEach(RunningClinic::end);
        delete();
    }

    private static void end(ProcessHandle process) {
        process.destroyForcibly();
        process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
    }

    private void delete() {
        try (Stream<Path> tree = Files.walk(home)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
            Files.deleteIfExists(output());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Path output() {
        return home.resolveSibling(home.getFileName() + ".said.txt");
    }

    private static Path jar() {
        return Path.of(System.getProperty("clinic.jar", "target/clinic.jar")).toAbsolutePath();
    }
}
