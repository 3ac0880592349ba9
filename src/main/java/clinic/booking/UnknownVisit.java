package clinic.booking;

/** No visit has that token, or no longer. The same answer for a wrong token and for somebody else's visit. */
public class UnknownVisit extends RuntimeException {
    private static final long serialVersionUID = 1;

    public UnknownVisit() {
        super("no visit with that token");
    }
}
