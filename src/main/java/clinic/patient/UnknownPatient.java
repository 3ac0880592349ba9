package clinic.patient;

/** There is no such patient. */
public class UnknownPatient extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnknownPatient() {
        super("no such patient");
    }
}
