package clinic.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What runs on one machine: the database, if it is ours, and the server. Started in this order, stopped backwards. */
final class Installation {
    private static final long SERVER_MAY_TAKE_SECONDS = 20;

    private final Progress progress;
    private final Thread starter = Thread.currentThread();
    private volatile boolean stopping;
    private Optional<EmbeddedDatabase> database = Optional.empty();
    private Optional<ApplicationServer> server = Optional.empty();

    Installation(Progress progress) {
        this.progress = progress;
    }

    void start(Settings settings, Home home, Path war) throws CannotStart {
        settings.handedOn().forEach(System::setProperty);
        if (settings.databaseUrl().isPresent()) {
            awaitDatabase(settings, home, war);
        } else {
            startDatabase(home);
        }
        if (!settings.handedOn().containsKey(Setting.SECRET.property())) {
            System.setProperty(Setting.SECRET.property(), home.secret());
        }
        Progress.Step step = progress.begin("Starting the application");
        server = Optional.of(ApplicationServer.start(settings, home, war));
        step.done("The application runs");
        progress.say("Ready: " + settings.baseUrl() + "/ (Ctrl-C stops it)");
    }

    private void awaitDatabase(Settings settings, Home home, Path war) throws CannotStart {
        JdbcUrl url = settings.databaseUrl().orElseThrow();
        Progress.Step step = progress.begin("Asking the database at " + url.where());
        try {
            new ExternalDatabase(
                            url,
                            settings.value(Setting.DB_USER).orElseThrow(),
                            settings.value(Setting.DB_PASSWORD).orElseThrow())
                    .await(war, home.folder("tmp"), progress);
        } catch (IOException failure) {
            throw new CannotStart("clinic.war cannot be read: " + failure + ".", failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CannotStart("The start was interrupted.", stopped);
        }
        step.done("The database answers");
    }

    /** Holds the turn: a stop waits for the server process to be known, then ends it. */
    private synchronized void startDatabase(Home home) throws CannotStart {
        if (stopping) {
            throw new CannotStart("The start was interrupted.");
        }
        Progress.Step step = progress.begin("Starting the database in " + home.path());
        EmbeddedDatabase started = EmbeddedDatabase.start(home);
        database = Optional.of(started);
        Map.of(
                        Setting.DB_URL, started.url(),
                        Setting.DB_USER, started.user(),
                        Setting.DB_PASSWORD, started.password())
                .forEach((setting, value) -> System.setProperty(setting.property(), value));
        step.done("The database runs: MariaDB " + started.version() + " on port " + started.port());
    }

    boolean stopping() {
        return stopping;
    }

    void stop() {
        stopping = true;
        starter.interrupt();
        server.ifPresent(Installation::stop);
        stopDatabase();
    }

    private synchronized void stopDatabase() {
        database.ifPresent(EmbeddedDatabase::close);
    }

    /** Who told us to stop does not wait for ever: after a while the database is stopped without the server's leave. */
    private static void stop(ApplicationServer server) {
        Thread stopper = new Thread(server::close, "stop the server");
        stopper.setDaemon(true);
        stopper.start();
        try {
            stopper.join(TimeUnit.SECONDS.toMillis(SERVER_MAY_TAKE_SECONDS));
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
