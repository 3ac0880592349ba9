package clinic.patient;

import java.util.List;
import java.util.Map;

/** Thrown by the register when something that was written down cannot be: all of it at once. */
public class PatientRefused extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient List<Refused> refused;

    /**
     * @param field as the contract names it
     * @param longest for what is too long
     * @param facts what both records say, where they differ: a and b; the text that says it, where it has one of its own
     */
    public record Refused(String field, Flaw flaw, int longest, Map<String, Object> facts) {
        Refused(String field, Flaw flaw, int longest) {
            this(field, flaw, longest, Map.of());
        }

        static Refused differing(RecordMerge.Difference difference) {
            return new Refused(
                    difference.field().field(),
                    Flaw.RECORDS_DIFFER,
                    0,
                    Map.of("a", difference.a(), "b", difference.b()));
        }
    }

    PatientRefused(List<Refused> refused) {
        super(refused.toString());
        this.refused = List.copyOf(refused);
    }

    public List<Refused> refused() {
        return refused;
    }
}
