package clinic.launcher;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TimeZone;
import java.util.concurrent.atomic.AtomicBoolean;

/** The one command: settings, database, application; and the way back when it is told to stop. */
public final class Launcher {
    private Launcher() {}

    public static void main(String[] arguments) {
        Progress progress = new Progress(System.out);
        Installation installation = new Installation(progress);
        AtomicBoolean quiet = new AtomicBoolean();
        Thread stop =
                new Thread(() -> stop(installation, quiet.get() ? () -> {} : () -> progress.say("Stopped")), "stop");
        Runtime.getRuntime().addShutdownHook(stop);
        Farewell.prepare(installation::takeLeave);
        try {
            Settings settings = Settings.read(System.getenv());
            if (arguments.length > 0) {
                quiet.set(true);
                command(settings, progress, arguments);
                return;
            }
            Home home = Home.open(settings.home());
            home.refuseHalfRestored();
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
            quiet.set(true);
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

    /** What is done instead of running the clinic. */
    private static void command(Settings settings, Progress progress, String... arguments) throws CannotStart {
        if (arguments.length != 2 || !List.of("backup", "restore").contains(arguments[0])) {
            throw new CannotStart(
                    "What to do is said as: backup FILE, or restore FILE; without either, the clinic runs.");
        }
        Backup backup = new Backup(settings, progress);
        Path file = Path.of(arguments[1]).toAbsolutePath();
        if (arguments[0].equals("backup")) {
            backup.make(file);
        } else {
            backup.restore(file);
        }
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
