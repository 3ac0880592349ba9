package clinic.launcher;

/**
 * Counts what was refused before the application saw it, for the application to put on record: by kind and client
 * address, {@code BAD_PATH 203.0.113.7}.
 */
final class EdgeEvents {
    /** Where the application finds it. */
    static final String NAME = "clinic:type=EdgeEvents";

    /** A flood from everywhere is counted under one address: memory stays bounded. */
    private static final int MOST_KEYS = 1_000;

    private static final String ELSEWHERE = "elsewhere";

    /** Why a connection or a request was refused. */
    enum Kind {
        BAD_PATH,
        BAD_REQUEST,
        TOO_LARGE,
        SLOW_REQUEST,
        TOO_MANY_CONNECTIONS
    }

    private final EventCounts counts = new EventCounts();

    static EdgeEvents register() {
        EdgeEvents events = new EdgeEvents();
        events.counts.register(NAME);
        return events;
    }

    void add(Kind kind, String address) {
        counts.add(kind + " " + address, MOST_KEYS, kind + " " + ELSEWHERE);
    }
}
