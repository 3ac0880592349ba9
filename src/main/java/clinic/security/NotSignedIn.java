package clinic.security;

/** Nobody has said yet who she is. */
public class NotSignedIn extends RuntimeException {
    private static final long serialVersionUID = 1;
}
