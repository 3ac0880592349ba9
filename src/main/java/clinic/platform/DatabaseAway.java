package clinic.platform;

/** The database is not asked: a moment ago it could not be reached. */
class DatabaseAway extends RuntimeException {
    private static final long serialVersionUID = 1;

    DatabaseAway() {
        super("the database was away a moment ago");
    }
}
