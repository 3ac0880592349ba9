package clinic.security;

/** Before this she must prove again that it is still she who sits there. */
public class ProofNeeded extends RuntimeException {
    private static final long serialVersionUID = 1;
}
