package clinic.launcher;

import java.io.IOException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Starts the database again when it ends by itself, sooner at first, and gives up when it does not stay up. */
final class DatabaseWatch {
    private static final int TRIES = 6;
    private static final Duration STAYS_UP = Duration.ofMinutes(5);
    /** Before the first try; doubled before each further one. */
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

    private final BooleanSupplier endsByItself;
    private final Start start;
    private final Consumer<String> voice;
    private final LongSupplier nanos;
    private final Pause pause;

    interface Start {
        void run() throws CannotStart, IOException, InterruptedException;
    }

    interface Pause {
        void of(Duration length) throws InterruptedException;
    }

    DatabaseWatch(BooleanSupplier endsByItself, Start start, Consumer<String> voice) {
        this(endsByItself, start, voice, System::nanoTime, length -> Thread.sleep(length.toMillis()));
    }

    /**
     * @param endsByItself waits for the end of the database that runs, or has run last; false when it was told to end
     */
    DatabaseWatch(BooleanSupplier endsByItself, Start start, Consumer<String> voice, LongSupplier nanos, Pause pause) {
        this.endsByItself = endsByItself;
        this.start = start;
        this.voice = voice;
        this.nanos = nanos;
        this.pause = pause;
    }

    void keepUp(Runnable givesUp) {
        try {
            int tries = 0;
            long up = nanos.getAsLong();
            while (endsByItself.getAsBoolean()) {
                tries = nanos.getAsLong() - up > STAYS_UP.toNanos() ? 1 : tries + 1;
                if (tries > TRIES) {
                    voice.accept(
                            "The database has ended " + TRIES + " times in a short while, and is not started again;"
                                    + " the reason is in logs/database.log of CLINIC_HOME. Start the clinic again when it is mended.");
                    givesUp.run();
                    return;
                }
                pause.of(FIRST_PAUSE.multipliedBy(1L << (tries - 1)));
                up = nanos.getAsLong();
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
