package clinic.care;

import java.util.Optional;
import java.util.stream.Stream;

/** How an adverse event stood when it was recorded. */
public enum AdverseOutcome {
    RESOLVED,
    STILL_OBSERVED,
    TRANSFERRED,
    OTHER;

    /** The outcome of that name; nothing for any other word. */
    public static Optional<AdverseOutcome> find(String name) {
        return Stream.of(values()).filter(each -> each.name().equals(name)).findFirst();
    }
}
