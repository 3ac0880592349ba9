package clinic.booking;

import clinic.capacity.Rollforward;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What the house does by itself: rolls the ledger ahead and sweeps up what is over. */
@ApplicationScoped
public class HouseKeeping {
    @Inject
    private Rollforward rollforward;

    @Inject
    private VisitRules rules;

    @Inject
    private HoldDesk holds;

    @Inject
    private BookingDesk bookings;

    @Inject
    private CallDesk calls;

    /**
     * Rolls the ledger ahead, as hours, shifts and closures stand now.
     *
     * @return how many rows were new or changed
     */
    public int rollForward() {
        rules.forget();
        return rollforward.roll(rules.longestTurnover());
    }

    public void sweep() {
        holds.sweep();
        bookings.sweep();
        calls.sweep();
    }
}
