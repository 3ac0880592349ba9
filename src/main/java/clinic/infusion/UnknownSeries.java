package clinic.infusion;

/** There is no such series, or none for whoever asks. */
public class UnknownSeries extends RuntimeException {
    private static final long serialVersionUID = 1;
}
