package clinic.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A network cable to a port on this machine that a test can unplug and plug in again. */
public final class Cable implements AutoCloseable {
    private final int target;
    private final int port;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private ServerSocket listener;

    public Cable(int target) {
        this.target = target;
        this.listener = listen(0);
        this.port = listener.getLocalPort();
        carry(listener);
    }

    /** The end to plug into. */
    public int port() {
        return port;
    }

    /** Cuts every connection, and refuses new ones. */
    public void unplug() {
        close(listener);
        sockets.forEach(Cable::close);
        sockets.clear();
    }

    public void plugIn() {
        listener = listen(port);
        carry(listener);
    }

    @Override
    public void close() {
        unplug();
    }

    private static ServerSocket listen(int port) {
        try {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return socket;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void carry(ServerSocket from) {
        start(() -> {
            while (!from.isClosed()) {
                Socket near = from.accept();
                sockets.add(near);
                Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
                sockets.add(far);
                start(() -> pump(near, far));
                start(() -> pump(far, near));
            }
        });
    }

    private void pump(Socket from, Socket to) throws IOException {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } finally {
            close(from);
            close(to);
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    /** A cut cable ends the work; that is what it is for. */
    private static void start(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException cut) {
                Thread.currentThread().interrupt();
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(AutoCloseable open) {
        try {
            open.close();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
