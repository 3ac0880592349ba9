package clinic.booking;

import java.util.List;

/** Two records stay two. Asking again does not help: something of one of them has to be changed first. */
public class MergeRefused extends BookingRefused {
    private static final long serialVersionUID = 1;

    MergeRefused(List<Refusal> refusals) {
        super(refusals, List.of());
    }

    @Override
    public Reason.Nature nature(Reason reason) {
        return Reason.Nature.NEVER_ALLOWED;
    }
}
