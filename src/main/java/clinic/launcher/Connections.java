package clinic.launcher;

/**
 * How many requests a node serves at once, and what follows from it for its pool of connections and for the database. The
 * data source, docker-compose.yml and config/haproxy.cfg say the same numbers; a test keeps them equal.
 */
final class Connections {
    static final int REQUESTS = 64;
    /** Nobody waits for a connection while others wait for rows; what runs by itself has some, too. */
    static final int POOL = REQUESTS + 6;

    private static final int NODES = 2;
    /** For a third node during an upgrade that is only starting, for backups, monitors and people. */
    private static final int RESERVE = 20;

    /** What the database has to allow. One node needs as many for a moment, when it was cut off and the old ones still count. */
    static final int DATABASE = NODES * POOL + RESERVE;

    private Connections() {}
}
