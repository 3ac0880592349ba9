package clinic.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The running database server. It listens on this machine only, on a port of its own choice. */
final class DatabaseProcess {
    private static final int ATTEMPTS = 5;
    private static final int PATIENCE_SECONDS = 120;

    private final Process process;
    private final int port;

    private DatabaseProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Another program may take the port between choosing and listening: then another one is tried. */
    static DatabaseProcess start(DatabaseFolder folder, Path firstStatements)
            throws CannotStart, IOException, InterruptedException {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            int port = freePort(folder.path().resolve("port"));
            DatabaseProcess server = new DatabaseProcess(folder.serve(port, firstStatements), port);
            if (server.answers(folder)) {
                return server;
            }
        }
        throw new CannotStart("The database does not start; the reason is in " + folder.log() + ".");
    }

    /** At the port it had, which those who use it know. */
    static DatabaseProcess startAgain(DatabaseFolder folder, Path firstStatements, int port)
            throws CannotStart, IOException, InterruptedException {
        DatabaseProcess server = new DatabaseProcess(folder.serve(port, firstStatements), port);
        if (!server.answers(folder)) {
            throw new CannotStart("The database does not start; the reason is in " + folder.log() + ".");
        }
        return server;
    }

    /** The port of the last start, so that a person's tools find it again, unless somebody else has it now. */
    private static int freePort(Path remembered) throws IOException {
        InetAddress here = InetAddress.getLoopbackAddress();
        if (Files.exists(remembered)) {
            String port = Files.readString(remembered).strip();
            try (ServerSocket same = new ServerSocket(Integer.parseInt(port), 1, here)) {
                return same.getLocalPort();
            } catch (IOException | IllegalArgumentException takenOrDamaged) {
                Files.delete(remembered);
            }
        }
        try (ServerSocket any = new ServerSocket(0, 1, here)) {
            PrivateFiles.write(remembered, Integer.toString(any.getLocalPort()));
            return any.getLocalPort();
        }
    }

    private boolean answers(DatabaseFolder folder) throws CannotStart, InterruptedException {
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        boolean answered = false;
        try {
            while (!answered && !process.waitFor(50, TimeUnit.MILLISECONDS)) {
                answered = greets();
                if (System.nanoTime() > patience) {
                    throw new CannotStart("The database has not answered for " + PATIENCE_SECONDS
                            + " seconds; the reason may be in " + folder.log() + ".");
                }
            }
            return answered;
        } finally {
            if (!answered) {
                stop();
            }
        }
    }

    /** It listens early, but greets only when the first statements are done. */
    private boolean greets() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
            socket.setSoTimeout(2000);
            return socket.getInputStream().read() >= 0 && process.isAlive();
        } catch (IOException notYet) {
            return false;
        }
    }

    void awaitEnd() {
        process.onExit().join();
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    /** An orderly shutdown: the server writes what it holds and ends. */
    void stop() {
        end(process.toHandle());
    }

    /** Ends what a killed run left behind. Only who holds the home's lock may call this. */
    static void endLeftOver(DatabaseFolder folder) {
        ProcessHandle.allProcesses().filter(folder::isServedBy).forEach(DatabaseProcess::end);
    }

    private static void end(ProcessHandle server) {
        server.destroy();
        CompletableFuture<ProcessHandle> exit = server.onExit();
        try {
            exit.get(30, TimeUnit.SECONDS);
        } catch (TimeoutException tooSlow) {
            server.destroyForcibly();
            exit.join();
        } catch (InterruptedException hurry) {
            exit.join();
            Thread.currentThread().interrupt();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException("a process cannot end exceptionally", impossible);
        }
    }
}
