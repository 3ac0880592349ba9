package clinic.security;

/** The link has been used, is too old, or never was one. */
public class LinkExpired extends RuntimeException {
    private static final long serialVersionUID = 1;
}
