package clinic.notification;

/** There is no such letter. */
public class UnknownMessage extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnknownMessage() {
        super("no such letter");
    }
}
