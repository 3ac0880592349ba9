package clinic.web;

/** What was pressed is not what the form says: it changed after the button was shown. Nothing was done. */
final class NotAsShown extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final String field;
    private final String text;

    /**
     * @param field that differs; empty if it is the page as a whole
     * @param text says both, and what to do
     */
    NotAsShown(String field, String text) {
        super(field);
        this.field = field;
        this.text = text;
    }

    String field() {
        return field;
    }

    String text() {
        return text;
    }
}
