package clinic.api;

import clinic.booking.Refusal;
import java.util.List;

/** What stands in the address cannot be read at all. */
class ParameterRefused extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient List<Refusal> refusals;

    ParameterRefused(List<Refusal> refusals) {
        super(refusals.toString());
        this.refusals = List.copyOf(refusals);
    }

    List<Refusal> refusals() {
        return refusals;
    }
}
