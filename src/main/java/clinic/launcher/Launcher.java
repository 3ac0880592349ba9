package clinic.launcher;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TimeZone;

/** The one command: settings, database, application; and the way back when it is told to stop. */
public final class Launcher {
    private Launcher() {}

    public static void main(String[] arguments) {
        Progress progress = new Progress(System.out);
        Installation installation = new Installation(progress);
        Runtime.getRuntime().addShutdownHook(new Thread(installation::stop, "stop"));
        try {
            Settings settings = Settings.read(System.getenv());
            Home home = Home.open(settings.home());
            refuseTakenPort(settings.port());
            keepToUtcAndHome(home);
            installation.start(settings, home, war());
        } catch (CannotStart refusal) {
            progress.say(refusal.getMessage());
            if (System.getProperty("dbg") != null) refusal.printStackTrace();
            System.exit(1);
        }
    }

    private static void refuseTakenPort(int port) throws CannotStart {
        try (ServerSocket probe = new ServerSocket(port)) {
            probe.setReuseAddress(true);
        } catch (IOException taken) {
            throw new CannotStart(
                    "CLINIC_PORT " + port + " cannot be used: " + taken.getMessage() + "; choose another.", taken);
        }
    }

    /** Before anything has asked for either: both are read once and kept. */
    private static void keepToUtcAndHome(Home home) throws CannotStart {
        System.setProperty("java.io.tmpdir", home.emptyFolder("tmp").toString());
        System.setProperty("user.timezone", "UTC");
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    }

    private static Path war() throws CannotStart {
        try {
            Path jar = Path.of(Launcher.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            Path war = jar.resolveSibling("clinic.war");
            if (!Files.exists(war)) {
                throw new CannotStart("clinic.war is missing beside " + jar + "; build it with mvn package.");
            }
            return war;
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException("the launcher's own place is no URI", impossible);
        }
    }
}
