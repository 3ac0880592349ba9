package clinic.launcher;

import java.nio.file.Path;

/** What runs on one machine: the database, if it is ours, and the server. Started in this order, stopped backwards. */
final class Installation {
    private final Progress progress;
    private EmbeddedDatabase database;
    private ApplicationServer server;

    Installation(Progress progress) {
        this.progress = progress;
    }

    void start(Settings settings, Home home, Path war) throws CannotStart {
        settings.handedOn().forEach(System::setProperty);
        database = startDatabase(home);
        System.setProperty("clinic.db.url", database.url());
        System.setProperty("clinic.db.user", database.user());
        System.setProperty("clinic.db.password", database.password());
        System.setProperty("clinic.secret", home.secret());
        Progress.Step step = progress.begin("Starting the application");
        server = ApplicationServer.start(settings, home, war);
        step.done("The application runs");
        progress.say("Ready: " + settings.baseUrl() + "/");
    }

    private EmbeddedDatabase startDatabase(Home home) throws CannotStart {
        Progress.Step step = progress.begin("Starting the database in " + home.path());
        EmbeddedDatabase started = EmbeddedDatabase.start(home);
        step.done("The database runs: MariaDB " + started.version() + " on port " + started.port());
        return started;
    }

    void stop() {
        if (server != null) {
            server.close();
        }
        if (database != null) {
            database.close();
        }
    }
}
