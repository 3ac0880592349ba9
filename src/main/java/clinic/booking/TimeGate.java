package clinic.booking;

import clinic.capacity.Claim;
import clinic.capacity.Ledger;
import clinic.capacity.LockedDays;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The only way to a time. Whatever gives a visit a place or brings one back asks here, inside the transaction that does
 * it: the rows of the ledger are locked, everything that speaks against it is collected, and only then is the place
 * taken. What it hands out is a {@link Grant}, which nobody else can make and without which no visit changes its place.
 * The caller holds the lock of the patient's row, where the patient is known.
 */
@ApplicationScoped
class TimeGate {
    @Inject
    private StaffTimes times;

    @Inject
    private Ledger ledger;

    /** A place that was asked for and is had. Its constructor is this gate's alone. */
    static final class Grant {
        private final Placement placement;

        private Grant(Placement placement) {
            this.placement = placement;
        }

        Placement placement() {
            return placement;
        }
    }

    /**
     * Takes a place for one visit and gives back what that visit had.
     *
     * @param hold under which the place is kept for who asks; {@link Ledger#NO_HOLD} for none
     * @throws BookingRefused with everything that speaks against it, and the nearest times that would do
     */
    Grant take(TimeAsked asked, long hold) {
        LockedDays days = ledger.lock(times.touched(asked), hold);
        StaffTimes.Finding finding = times.find(asked, days.loads());
        Placement placement = finding.placement()
                .orElseThrow(() -> new BookingRefused(finding.refusals(), times.alternatives(asked)));
        days.release(asked.given());
        days.take(placement.claims());
        return new Grant(placement);
    }

    /**
     * Takes places for several visits of one patient's series, each beside the ones before it: all or none.
     *
     * @param asked by number of the visit, in the order of time
     * @param given what other visits give back in the same act
     * @throws CourseRefused naming every visit that cannot be had, and nothing is taken
     */
    Map<Integer, Grant> takeAll(Map<Integer, TimeAsked> asked, Collection<Claim> given) {
        LockedDays days = ledger.lock(
                Stream.concat(given.stream(), asked.values().stream().flatMap(each -> times.touched(each).stream()))
                        .toList(),
                Ledger.NO_HOLD);
        StaffTimes.Together found = times.together(asked, days.loads().without(given));
        if (!found.conflicts().isEmpty()) {
            throw new CourseRefused(found.conflicts());
        }
        days.release(given);
        Map<Integer, Grant> granted = new LinkedHashMap<>();
        found.placements().forEach((no, placement) -> {
            days.take(placement.claims());
            granted.put(no, new Grant(placement));
        });
        return granted;
    }

    /**
     * Lets a visit count again that kept its claims but not its patient's time: one that was missed.
     *
     * @throws BookingRefused with everything of the patient's and of the series that speaks against it
     */
    Grant stand(TimeAsked asked) {
        List<Refusal> refusals = times.standing(asked);
        if (!refusals.isEmpty()) {
            throw new BookingRefused(refusals, times.alternatives(asked));
        }
        return new Grant(asked.visit().orElseThrow().from());
    }
}
