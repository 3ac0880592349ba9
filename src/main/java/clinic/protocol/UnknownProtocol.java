package clinic.protocol;

/** There is no such version of a protocol, or no more. */
public class UnknownProtocol extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnknownProtocol() {
        super("no such protocol");
    }
}
