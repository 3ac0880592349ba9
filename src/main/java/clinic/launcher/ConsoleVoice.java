package clinic.launcher;

import java.io.PrintStream;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import javax.naming.NamingException;

/**
 * What the server says to the person at the console: warnings, one line each; the stack traces are in the log. While it
 * starts it says nothing, but the first failure is remembered: it is most likely why the start fails. Public because
 * the platform's logging makes it by name.
 */
public final class ConsoleVoice extends Handler {
    /** What this logger says goes out word for word, also while the server starts: how to sign in the first time. */
    private static final String ANNOUNCEMENTS = "clinic.console";

    /** What this logger says is why the application refuses to start. */
    private static final String REFUSALS = "clinic.refusal";

    private static final PrintStream CONSOLE = System.out;
    private static final AtomicReference<Throwable> FIRST_FAILURE = new AtomicReference<>();
    private static final AtomicReference<String> REFUSAL = new AtomicReference<>();
    private static volatile boolean heard;

    private final Formatter texts = new SimpleFormatter();
    private final FailureCount failures = new FailureCount(System::nanoTime);

    public ConsoleVoice() {
        setLevel(Level.INFO);
    }

    private static boolean isForTheConsole(LogRecord entry) {
        return ANNOUNCEMENTS.equals(entry.getLoggerName());
    }

    /** From now on, or no more. */
    static void hear(boolean from) {
        heard = from;
    }

    static Optional<String> firstFailure() {
        return Optional.ofNullable(FIRST_FAILURE.get()).map(ConsoleVoice::words);
    }

    static Optional<String> refusal() {
        return Optional.ofNullable(REFUSAL.get());
    }

    @Override
    public void publish(LogRecord entry) {
        if (REFUSALS.equals(entry.getLoggerName())) {
            REFUSAL.compareAndSet(null, entry.getMessage());
        } else if (isForTheConsole(entry)) {
            CONSOLE.println(texts.formatMessage(entry));
        } else if (entry.getLevel().intValue() < Level.WARNING.intValue()) {
            return;
        } else if (heard) {
            if (failures.isNews(entry)) {
                CONSOLE.println(line(entry));
            }
        } else if (entry.getThrown() != null) {
            FIRST_FAILURE.accumulateAndGet(root(entry.getThrown()), ConsoleVoice::telling);
        }
    }

    private String line(LogRecord entry) {
        LocalTime time = LocalTime.ofInstant(entry.getInstant(), ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS);
        String because = entry.getThrown() == null ? "" : ": " + words(root(entry.getThrown()));
        return time + "Z " + entry.getLevel().getName() + " " + firstLine(texts.formatMessage(entry)) + because;
    }

    /** A name nobody finds follows from what failed before it, and may be heard first. */
    static Throwable telling(Throwable known, Throwable next) {
        return known == null || known instanceof NamingException && !(next instanceof NamingException) ? next : known;
    }

    private static Throwable root(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private static String words(Throwable root) {
        return root.getMessage() == null ? root.getClass().getName() : firstLine(root.getMessage());
    }

    private static String firstLine(String text) {
        return text.strip().lines().findFirst().orElse("");
    }

    @Override
    public void flush() {
        CONSOLE.flush();
    }

    @Override
    public void close() {
        flush();
    }
}
