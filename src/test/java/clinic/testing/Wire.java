package clinic.testing;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;

/** The wire to a server on this machine, which a test can cut and mend: the server itself notices nothing. */
public final class Wire implements AutoCloseable {
    private final int target;
    private final int port;
    private final Queue<Socket> connections = new ConcurrentLinkedQueue<>();
    private final AtomicReference<String> doomed = new AtomicReference<>();
    private final AtomicReference<String> last = new AtomicReference<>();
    private volatile boolean silent;
    private ServerSocket entrance;

    private Wire(int target, int port) {
        this.target = target;
        this.port = port;
    }

    /** A wire to {@code target} that is still cut. */
    public static Wire cutTo(int target) {
        return new Wire(target, Ports.next());
    }

    public int port() {
        return port;
    }

    /**
     * A process that another test starts at this moment holds copies of our sockets until it has closed them, the one just
     * cut among them; so the port may be ours only a moment later.
     */
    public void mend() {
        entrance = await().pollInSameThread()
                .pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(10))
                .ignoreExceptionsInstanceOf(BindException.class)
                .until(() -> new ServerSocket(port, 100, InetAddress.getLoopbackAddress()), ServerSocket::isBound);
        ServerSocket open = entrance;
        inBackground(() -> accept(open));
    }

    /** Every connection breaks, and no new one is made. */
    public void cut() {
        try {
            if (entrance != null) {
                entrance.close();
            }
            for (Socket connection : connections) {
                connection.close();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        connections.clear();
        silent = false;
    }

    /**
     * The next connection that sends a statement with these words, in capitals or not, breaks at the commit after it: the
     * server hears of it, and its answer is lost. Others go on.
     */
    public void loseTheAnswerToTheCommitOf(String statement) {
        doomed.set(statement.toLowerCase(Locale.ROOT));
    }

    /**
     * From the next statement with these words on, nothing is passed on any more: connections stand, questions are taken,
     * and nobody answers, as when the machine at the other end hangs. Until it is cut.
     */
    public void fallSilentAt(String statement) {
        last.set(statement.toLowerCase(Locale.ROOT));
    }

    public boolean isSilent() {
        return silent;
    }

    public boolean hasLostAnAnswer() {
        return doomed.get() == null;
    }

    private void accept(ServerSocket open) {
        try {
            while (true) {
                Socket near = open.accept();
                Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
                connections.add(near);
                connections.add(far);
                inBackground(() -> carryQuestions(near, far));
                inBackground(() -> carry(far, near));
            }
        } catch (IOException cut) {
            // Closing the entrance is how accepting ends.
        }
    }

    /** A question comes in one piece: each is short, and the asker waits for its answer. */
    private void carryQuestions(Socket from, Socket to) {
        try (from;
                to) {
            byte[] piece = new byte[1 << 16];
            boolean doomedHere = false;
            for (int size = from.getInputStream().read(piece);
                    size >= 0;
                    size = from.getInputStream().read(piece)) {
                if (silent) {
                    continue;
                }
                String sought = doomed.get();
                String lastOfAll = last.get();
                boolean lost = false;
                if (sought != null || lastOfAll != null) {
                    String statement = new String(piece, 0, size, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
                    if (lastOfAll != null && statement.contains(lastOfAll) && last.compareAndSet(lastOfAll, null)) {
                        silent = true;
                        continue;
                    }
                    doomedHere |= sought != null && statement.contains(sought);
                    lost = doomedHere && statement.endsWith("commit") && doomed.compareAndSet(sought, null);
                }
                if (lost) {
                    from.close();
                }
                to.getOutputStream().write(piece, 0, size);
                if (lost) {
                    return;
                }
            }
        } catch (IOException cut) {
            // Either side may go at any time.
        }
    }

    private static void carry(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException cut) {
            // Either side may go at any time.
        }
    }

    private static void inBackground(Runnable work) {
        Thread thread = new Thread(work, "wire");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        cut();
    }
}
