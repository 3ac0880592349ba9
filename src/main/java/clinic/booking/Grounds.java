package clinic.booking;

import java.util.Optional;

/**
 * Why staff take a step with a visit.
 *
 * @param canceller whose wish it is, when the step is a cancellation; without a word, the patient's, but whom the clinic
 *     declines did not ask for it
 * @param overrideReason why a prescriber lets her pass though something is missing
 */
public record Grounds(Optional<String> reason, Optional<Canceller> canceller, Optional<String> overrideReason) {
    public static final Grounds NONE = new Grounds(Optional.empty(), Optional.empty(), Optional.empty());

    public static Grounds of(String reason) {
        return new Grounds(Optional.of(reason), Optional.empty(), Optional.empty());
    }

    public static Grounds wishOf(Canceller canceller, String reason) {
        return new Grounds(Optional.of(reason), Optional.of(canceller), Optional.empty());
    }

    /** A prescriber's word for letting her pass. */
    public static Grounds overriding(String reason) {
        return new Grounds(Optional.empty(), Optional.empty(), Optional.of(reason));
    }

    Canceller cancellerBy(Edge edge) {
        return edge == Edge.DECLINE ? Canceller.CLINIC : canceller.orElse(Canceller.PATIENT);
    }
}
