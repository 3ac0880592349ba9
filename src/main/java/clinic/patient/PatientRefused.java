package clinic.patient;

import java.util.List;

/** Thrown by the register when something that was written down cannot be: all of it at once. */
public class PatientRefused extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient List<Refused> refused;

    /**
     * @param field as the contract names it
     * @param longest for what is too long
     */
    public record Refused(String field, Flaw flaw, int longest) {}

    PatientRefused(List<Refused> refused) {
        super(refused.toString());
        this.refused = List.copyOf(refused);
    }

    public List<Refused> refused() {
        return refused;
    }
}
