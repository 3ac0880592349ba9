package clinic.house;

/** There is no such closure, or there is none any more. */
public class UnknownClosure extends RuntimeException {
    private static final long serialVersionUID = 1;
}
