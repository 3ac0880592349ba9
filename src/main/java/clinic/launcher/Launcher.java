package clinic.launcher;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TimeZone;
import java.util.concurrent.atomic.AtomicBoolean;

/** The one command: settings, database, application; and the way back when it is told to stop. */
public final class Launcher {
    private Launcher() {}

    public static void main(String[] arguments) {
        Progress progress = new Progress(System.out);
        Installation installation = new Installation(progress);
        AtomicBoolean refused = new AtomicBoolean();
        Thread stop =
                new Thread(() -> stop(installation, refused.get() ? () -> {} : () -> progress.say("Stopped")), "stop");
        Runtime.getRuntime().addShutdownHook(stop);
        Farewell.prepare(installation::takeLeave);
        try {
            Settings settings = Settings.read(System.getenv());
            Home home = Home.open(settings.home());
            try (WaitingRoom room = WaitingRoom.open(settings.port())) {
                keepToUtcAndHome(home);
                installation.start(settings, home, war(), room);
            }
        } catch (CannotStart refusal) {
            if (installation.stopping()) {
                // Whoever told it to stop lets it end, with the status that says so.
                return;
            }
            progress.say(refusal.getMessage());
            refused.set(true);
            System.exit(1);
        }
    }

    /** What the server still says while it goes is of no use to anybody. */
    private static void stop(Installation installation, Runnable farewell) {
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
        System.setErr(System.out);
        installation.stop();
        farewell.run();
    }

    /** Before anything has asked for either: both are read once and kept. */
    private static void keepToUtcAndHome(Home home) throws CannotStart {
        System.setProperty("java.io.tmpdir", home.emptyFolder("tmp").toString());
        System.setProperty("user.timezone", "UTC");
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        // Unless it is named, every part of every letter looks for it in all archives on the class path.
        System.setProperty("jakarta.mail.util.StreamProvider", "org.eclipse.angus.mail.util.MailStreamProvider");
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    }

    private static Path war() throws CannotStart {
        Path jar = ServerClasses.place(Launcher.class);
        Path war = jar.resolveSibling("clinic.war");
        if (!Files.exists(war)) {
            throw new CannotStart("clinic.war is missing beside " + jar + "; build it with mvn package.");
        }
        return war;
    }
}
