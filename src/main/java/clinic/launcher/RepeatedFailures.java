package clinic.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.logging.Filter;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/**
 * Keeps an outage from turning the log over: of each kind of failure the first trace is written, then a count every minute.
 * The first of each kind since the start also stands in a file of its own, {@code failures.log}, which no later failure
 * pushes out. Public because the platform's logging makes it by name.
 */
public final class RepeatedFailures implements Filter {
    private static final String COUNTS = "clinic.failures";
    private static final Logger COUNTS_LOG = Logger.getLogger(COUNTS);
    private static final int MOST_FIRSTS = 200;
    private static final long MOST_BYTES = 5_000_000;

    private final FailureCount count;
    private final FailureEvents events;
    private final SimpleFormatter texts = new SimpleFormatter();
    private final Set<String> firsts = new HashSet<>();
    private final Optional<Path> file;

    public RepeatedFailures() {
        this(
                Optional.ofNullable(LogManager.getLogManager().getProperty(RepeatedFailures.class.getName() + ".file"))
                        .map(Path::of),
                System::nanoTime,
                new FailureEvents().register());
        ScheduledExecutorService everyMinute = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "count of failures");
            thread.setDaemon(true);
            return thread;
        });
        everyMinute.scheduleWithFixedDelay(this::tellCounts, 1, 1, TimeUnit.MINUTES);
    }

    RepeatedFailures(Optional<Path> file, LongSupplier nanos, FailureEvents events) {
        this.file = file;
        this.events = events;
        this.count = new FailureCount(nanos);
    }

    @Override
    public boolean isLoggable(LogRecord entry) {
        if (COUNTS.equals(entry.getLoggerName())) {
            return true;
        }
        boolean failure = entry.getLevel().intValue() >= Level.WARNING.intValue();
        if (failure) {
            events.add(entry);
        }
        if (!count.isNews(entry)) {
            return false;
        }
        if (failure) {
            keepFirst(entry);
        }
        return true;
    }

    void tellCounts() {
        count.repeated()
                .forEach(each ->
                        COUNTS_LOG.log(Level.WARNING, "{0} more: {1}", new Object[] {each.times(), each.kind()}));
    }

    private synchronized void keepFirst(LogRecord entry) {
        if (file.isEmpty() || firsts.size() >= MOST_FIRSTS || !firsts.add(FailureCount.kind(entry))) {
            return;
        }
        try {
            write(file.get(), texts.format(entry));
        } catch (IOException full) {
            // It stands in the log, if there is room for that.
        }
    }

    private static void write(Path file, String text) throws IOException {
        if (Files.exists(file) && Files.size(file) > MOST_BYTES) {
            Files.move(file, file.resolveSibling(file.getFileName() + ".before"), StandardCopyOption.REPLACE_EXISTING);
        }
        if (Files.notExists(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(file, text, StandardCharsets.UTF_8, StandardOpenOption.APPEND);
    }
}
