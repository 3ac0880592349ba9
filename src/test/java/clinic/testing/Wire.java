package clinic.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The wire to a server on this machine, which a test can cut and mend: the server itself notices nothing. */
public final class Wire implements AutoCloseable {
    private final int target;
    private final int port;
    private final Queue<Socket> connections = new ConcurrentLinkedQueue<>();
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

    public void mend() {
        try {
            entrance = new ServerSocket(port, 100, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
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
    }

    private void accept(ServerSocket open) {
        try {
            while (true) {
                Socket near = open.accept();
                Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
                connections.add(near);
                connections.add(far);
                inBackground(() -> carry(near, far));
                inBackground(() -> carry(far, near));
            }
        } catch (IOException cut) {
            // Closing the entrance is how accepting ends.
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
