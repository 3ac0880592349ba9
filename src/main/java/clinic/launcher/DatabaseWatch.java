package clinic.launcher;

import java.io.IOException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Starts the database again when it ends by itself, sooner at first, and gives up when it does not stay up. */
final class DatabaseWatch {
    private static final int TRIES = 6;
    private static final Duration STAYS_UP = Duration.ofMinutes(5);

    private final BooleanSupplier endsByItself;
    private final Start start;
    private final Consumer<String> voice;
    private final Duration firstPause;

    interface Start {
        void run() throws CannotStart, IOException, InterruptedException;
    }

    DatabaseWatch(BooleanSupplier endsByItself, Start start, Consumer<String> voice) {
        this(endsByItself, start, voice, Duration.ofMillis(500));
    }

    /**
     * @param endsByItself waits for the end of the database that runs, or has run last; false when it was told to end
     * @param firstPause before the first try; doubled before each further one
     */
    DatabaseWatch(BooleanSupplier endsByItself, Start start, Consumer<String> voice, Duration firstPause) {
        this.endsByItself = endsByItself;
        this.start = start;
        this.voice = voice;
        this.firstPause = firstPause;
    }

    void keepUp(Runnable givesUp) {
        try {
            int tries = 0;
            long up = System.nanoTime();
            while (endsByItself.getAsBoolean()) {
                tries = System.nanoTime() - up > STAYS_UP.toNanos() ? 1 : tries + 1;
                if (tries > TRIES) {
                    voice.accept(
                            "The database has ended " + TRIES + " times in a short while, and is not started again;"
                                    + " the reason is in logs/database.log of CLINIC_HOME. Start the clinic again when it is mended.");
                    givesUp.run();
                    return;
                }
                Thread.sleep(firstPause.multipliedBy(1L << (tries - 1)).toMillis());
                up = System.nanoTime();
                tryToStart();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void tryToStart() throws InterruptedException {
        voice.accept("The database ended by itself; starting it again");
        try {
            start.run();
            voice.accept("The database runs again");
        } catch (CannotStart | IOException failure) {
            voice.accept("The database could not be started again: " + failure.getMessage());
        }
    }
}
