package clinic.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** What runs on one machine: the database, if it is ours, and the server. Started in this order, stopped backwards. */
final class Installation {
    private static final long SERVER_MAY_TAKE_SECONDS = 20;
    /** Longer than the proxy of config/haproxy.cfg needs to notice. */
    private static final int PROXY_NOTICES_MILLIS = 5000;

    private static final int A_STEP_MAY_TAKE_MINUTES = 30;

    private final Progress progress;
    private final Thread starter = Thread.currentThread();
    /** Held by the application during each step that changes the schema, which is not cut off. */
    private final Lock migration = new ReentrantLock();

    private volatile boolean stopping;
    private volatile boolean behindProxy;
    private volatile Optional<EmbeddedDatabase> database = Optional.empty();
    private volatile Optional<ApplicationServer> server = Optional.empty();

    Installation(Progress progress) {
        this.progress = progress;
    }

    void start(Settings settings, Home home, Path war, WaitingRoom room) throws CannotStart {
        settings.handedOn().forEach(System::setProperty);
        System.getProperties().put("clinic.migration.turn", migration);
        behindProxy = settings.value(Setting.TRUSTED_PROXY).isPresent();
        if (settings.databaseUrl().isPresent()) {
            awaitDatabase(settings, home, war);
        } else {
            startDatabase(home);
        }
        if (!settings.handedOn().containsKey(Setting.SECRET.property())) {
            System.setProperty(Setting.SECRET.property(), home.secret());
        }
        Progress.Step step = progress.begin("Starting the application");
        server = Optional.of(ApplicationServer.start(settings, home, war, room));
        step.done("The application runs");
        if (!settings.demo() && !settings.rateLimited()) {
            progress.say("WARNING: CLINIC_RATE_LIMIT=0 turns off all limits on what strangers may send, book and hold;"
                    + " it is meant for demonstrations and tests.");
        }
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
        started.watch(progress::say, () -> System.exit(1));
        Map.of(
                        Setting.DB_URL, started.url(),
                        Setting.DB_USER, started.user(),
                        Setting.DB_PASSWORD, started.password())
                .forEach((setting, value) -> System.setProperty(setting.property(), value));
        step.done("The database runs: MariaDB " + started.version() + " on port " + started.port());
    }

    /**
     * What comes before everything else is taken down. A node behind a proxy says at /health/ready that it goes, and serves
     * on until the proxy has seen it; else visitors would be sent to an application that is no longer there.
     */
    void takeLeave() {
        stopping = true;
        System.setProperty("clinic.stopping", "true");
        database.ifPresent(EmbeddedDatabase::expectEnd);
        try {
            if (server.isPresent()) {
                if (behindProxy) {
                    Thread.sleep(PROXY_NOTICES_MILLIS);
                }
                server.get().closeDoor();
            } else if (!migration.tryLock()) {
                progress.say("Stopping after the step that is changing the database");
                migration.tryLock(A_STEP_MAY_TAKE_MINUTES, TimeUnit.MINUTES);
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
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
