package clinic.booking;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Thrown when visits that are to be had together cannot be: each with everything that speaks against it. */
public class CourseRefused extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Map<Integer, List<Refusal>> conflicts;

    public CourseRefused(Map<Integer, List<Refusal>> conflicts) {
        super(conflicts.toString());
        this.conflicts = new TreeMap<>(conflicts);
    }

    /** By number of the visit in its series, from 1. */
    public Map<Integer, List<Refusal>> conflicts() {
        return conflicts;
    }
}
