package clinic.capacity;

/** There is no such room and no such clinician. */
public class UnknownResource extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnknownResource() {
        super("no such resource");
    }
}
