package clinic.booking;

import clinic.capacity.CapacityDesk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Whether any nurse has a shift on any day. A clinic of an older release has none until somebody adds them. */
@ApplicationScoped
public class NurseRoster {
    @Inject
    private CapacityDesk capacity;

    /** @throws BookingRefused with {@link Reason#NO_NURSE_ON_ROSTER} if no infusion can be planned for want of nurses */
    public void mustHaveANurse() {
        if (!capacity.hasNurses()) {
            throw new BookingRefused(Reason.NO_NURSE_ON_ROSTER);
        }
    }

    /** The refusals, with too few nurses on shift explained where there are none at all. */
    List<Refusal> explained(List<Refusal> refusals) {
        if (refusals.stream().noneMatch(NurseRoster::isOfNurses) || capacity.hasNurses()) {
            return refusals;
        }
        return Stream.concat(
                        refusals.stream().filter(refusal -> !isOfNurses(refusal)),
                        Stream.of(Refusal.ofStart(Reason.NO_NURSE_ON_ROSTER, Map.of())))
                .toList();
    }

    private static boolean isOfNurses(Refusal refusal) {
        return refusal.reason() == Reason.NO_NURSE;
    }
}
