package clinic.api;

/** The body is not one JSON text in UTF-8. */
class MalformedJson extends RuntimeException {
    private static final long serialVersionUID = 1;

    MalformedJson(String what) {
        super(what);
    }

    MalformedJson(String what, Throwable cause) {
        super(what, cause);
    }
}
