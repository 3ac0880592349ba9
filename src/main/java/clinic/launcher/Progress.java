package clinic.launcher;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** What the person at the console follows: what is being started, how long it took, where to go. */
final class Progress {
    private final PrintStream console;
    private final long begun = System.nanoTime();

    /** The stream is taken before the server replaces {@code System.out} with its own log. */
    Progress(PrintStream console) {
        this.console = console;
    }

    /** A step that takes a while; its end is told by {@link Step#done}. */
    Step begin(String what) {
        say(what + " ...");
        return new Step(System.nanoTime());
    }

    void say(String line) {
        console.printf(Locale.ROOT, "[%5.1f s] %s%n", seconds(begun), line);
        console.flush();
    }

    private static double seconds(long since) {
        return Duration.ofNanos(System.nanoTime() - since).toMillis() / 1000.0;
    }

    final class Step {
        private final long begun;

        private Step(long begun) {
            this.begun = begun;
        }

        void done(String what) {
            say(String.format(Locale.ROOT, "%s (%.1f s)", what, seconds(begun)));
        }
    }
}
