package clinic.care;

/** There is no such visit, or nobody is treated in it. */
public class UnknownTreatment extends RuntimeException {
    private static final long serialVersionUID = 1;
}
