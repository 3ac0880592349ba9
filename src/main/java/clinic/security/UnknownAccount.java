package clinic.security;

/** Nobody of that number works here. */
public class UnknownAccount extends RuntimeException {
    private static final long serialVersionUID = 1;
}
