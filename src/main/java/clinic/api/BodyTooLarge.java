package clinic.api;

/** The body is longer than anything we ask for could be. */
class BodyTooLarge extends RuntimeException {
    private static final long serialVersionUID = 1;

    BodyTooLarge() {
        super("a body of more than " + JsonBodyReader.LONGEST + " bytes");
    }
}
