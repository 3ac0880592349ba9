package clinic.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.function.Consumer;

/**
 * The database that comes with the clinic: a real MariaDB whose data live in the home and survive every restart. It is
 * there for one machine; its password is a new one at every start.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    private final DatabaseFolder folder;
    private final String password;
    private final Runnable unlock;
    private volatile DatabaseProcess server;
    private volatile boolean closing;

    private EmbeddedDatabase(DatabaseProcess server, DatabaseFolder folder, String password, Runnable unlock) {
        this.server = server;
        this.folder = folder;
        this.password = password;
        this.unlock = unlock;
    }

    /** Locks the home, starts its database, and keeps both until closed. */
    public static EmbeddedDatabase start(Path home) throws CannotStart {
        Home opened = Home.open(home);
        try {
            return start(opened, opened::close);
        } catch (CannotStart failure) {
            opened.close();
            throw failure;
        }
    }

    /** Starts the database of a home that somebody else has locked and will release. */
    static EmbeddedDatabase start(Home home) throws CannotStart {
        return start(home, () -> {});
    }

    private static EmbeddedDatabase start(Home home, Runnable unlock) throws CannotStart {
        try {
            DatabaseFolder folder = DatabaseFolder.prepare(home);
            DatabaseProcess.endLeftOver(folder);
            String password = password(new SecureRandom());
            Path statements = folder.firstStatements(password);
            DatabaseProcess server = DatabaseProcess.start(folder, statements);
            Files.delete(statements);
            EmbeddedDatabase database = new EmbeddedDatabase(server, folder, password, unlock);
            database.leaveKeyForTools();
            return database;
        } catch (IOException failure) {
            throw new CannotStart("The database in " + home.path() + " cannot be started: " + failure + ".", failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CannotStart("The start was interrupted.", stopped);
        }
    }

    private static String password(SecureRandom random) {
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** How a backup or a person's own tools get in while it runs. */
    private void leaveKeyForTools() throws IOException {
        PrivateFiles.write(
                folder.path().resolve("access.properties"),
                "url=" + url() + "\nuser=" + user() + "\npassword=" + password + "\n");
    }

    /**
     * From now on, starts it again at the same port whenever it ends by itself: killed for want of memory, or broken.
     *
     * @param voice hears what happens
     * @param givesUp called when it does not stay up
     */
    void watch(Consumer<String> voice, Runnable givesUp) {
        Thread watch = new Thread(
                () -> new DatabaseWatch(this::awaitEnd, this::startAgain, voice).keepUp(givesUp), "database watch");
        watch.setDaemon(true);
        watch.start();
    }

    /** Its next end is no surprise: a Ctrl-C reaches it as well as us. */
    void expectEnd() {
        closing = true;
    }

    /** Whether it ended by itself. */
    private boolean awaitEnd() {
        server.awaitEnd();
        return !closing;
    }

    private synchronized void startAgain() throws CannotStart, IOException, InterruptedException {
        if (closing) {
            return;
        }
        Path statements = folder.firstStatements(password);
        server = DatabaseProcess.startAgain(folder, statements, server.port());
        Files.delete(statements);
    }

    public String url() {
        return JdbcUrl.of("jdbc:mysql://127.0.0.1:" + server.port() + "/" + DatabaseFolder.SCHEMA + "?sslMode=DISABLED")
                .text();
    }

    public String user() {
        return DatabaseFolder.USER;
    }

    public String password() {
        return password;
    }

    public int port() {
        return server.port();
    }

    public long pid() {
        return server.pid();
    }

    public String version() {
        return folder.version();
    }

    /** Stops the server in order, then gives the home back. */
    @Override
    public void close() {
        expectEnd();
        stop();
        unlock.run();
    }

    private synchronized void stop() {
        server.stop();
    }
}
