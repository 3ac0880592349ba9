package clinic.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.CloseListener;
import org.glassfish.grizzly.CloseType;
import org.glassfish.grizzly.Closeable;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;

/**
 * Stands before everything that reads bytes: so many connections per client network, and so many seconds for a request
 * to arrive in. Connections cost no thread while they wait, so slowness costs nothing but a place in a table.
 */
final class ConnectionGuard extends BaseFilter {
    /** Headers and body together. A form of 10 kB needs 4 kbit/s. */
    static final Duration REQUEST_ARRIVES_IN = Duration.ofSeconds(20);

    /** A refused client gets so long to read why, and what it still sends is thrown away. */
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    /** What is known of one connection. */
    private static final class Open {
        private final String client;
        /** By when something must have happened, in nanoseconds of the clock; 0 while nothing is awaited. */
        private volatile long due;

        private volatile boolean refused;

        Open(String client) {
            this.client = client;
        }
    }

    private final int most;
    private final Predicate<InetAddress> trusted;
    private final EdgeEvents events;
    private final LongSupplier nanos;
    private final Map<Connection<?>, Open> all = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> perNetwork = new ConcurrentHashMap<>();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(run -> {
        Thread thread = new Thread(run, "slow requests");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * @param most connections of one client network at a time; 0 for no limit
     * @param trusted proxies, whose connections are other people's
     */
    ConnectionGuard(int most, Predicate<InetAddress> trusted, EdgeEvents events) {
        this.most = most;
        this.trusted = trusted;
        this.events = events;
        this.nanos = System::nanoTime;
    }

    void start() {
        long every = LOOK_EVERY.toMillis();
        watch.scheduleWithFixedDelay(this::closeOverdue, every, every, TimeUnit.MILLISECONDS);
    }

    void stop() {
        watch.shutdownNow();
    }

    @Override
    public NextAction handleAccept(FilterChainContext context) throws IOException {
        Connection<?> connection = context.getConnection();
        return open(connection) == null ? context.getStopAction() : context.getInvokeAction();
    }

    /** Takes a connection in; null when its client has too many. */
    private Open open(Connection<?> connection) {
        InetAddress client = ((InetSocketAddress) connection.getPeerAddress()).getAddress();
        Open open = new Open(client.getHostAddress());
        if (most > 0 && !trusted.test(client)) {
            String network = ClientNetwork.of(client);
            int count = perNetwork
                    .compute(network, (key, known) -> {
                        AtomicInteger counter = known == null ? new AtomicInteger() : known;
                        counter.incrementAndGet();
                        return counter;
                    })
                    .get();
            connection.addCloseListener((CloseListener<Closeable, CloseType>) (closed, type) -> leave(network));
            if (count > most) {
                events.add(EdgeEvents.Kind.TOO_MANY_CONNECTIONS, open.client);
                connection.closeSilently();
                return null;
            }
        }
        all.put(connection, open);
        connection.addCloseListener((CloseListener<Closeable, CloseType>) (closed, type) -> all.remove(connection));
        open.due = dueIn(REQUEST_ARRIVES_IN);
        return open;
    }

    private void leave(String network) {
        perNetwork.computeIfPresent(network, (key, count) -> count.decrementAndGet() <= 0 ? null : count);
    }

    @Override
    public NextAction handleRead(FilterChainContext context) throws IOException {
        Connection<?> connection = context.getConnection();
        Open open = all.get(connection);
        if (open == null) {
            // Accepted before this filter stood here.
            open = open(connection);
        }
        if (open == null || open.refused) {
            ((Buffer) context.getMessage()).tryDispose();
            return context.getStopAction();
        }
        if (open.due == 0) {
            open.due = dueIn(REQUEST_ARRIVES_IN);
        }
        return context.getInvokeAction();
    }

    /** The request has arrived whole: from here on the server's own limits hold. */
    void arrived(Connection<?> connection) {
        Open open = all.get(connection);
        if (open != null) {
            open.due = 0;
        }
    }

    /** Nothing more is read from it, and soon it is closed. */
    void refused(Connection<?> connection, EdgeEvents.Kind why) {
        Open open = all.get(connection);
        if (open != null) {
            open.refused = true;
            open.due = dueIn(FAREWELL);
            events.add(why, open.client);
        }
    }

    private long dueIn(Duration duration) {
        long due = nanos.getAsLong() + duration.toNanos();
        return due == 0 ? 1 : due;
    }

    private void closeOverdue() {
        long now = nanos.getAsLong();
        all.forEach((connection, open) -> {
            long due = open.due;
            if (due != 0 && now - due > 0) {
                if (!open.refused) {
                    events.add(EdgeEvents.Kind.SLOW_REQUEST, open.client);
                }
                connection.closeSilently();
            }
        });
    }
}
