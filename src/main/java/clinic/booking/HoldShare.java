package clinic.booking;

import clinic.capacity.Holds;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Whose hold gives way when there are as many as there may be. */
final class HoldShare {
    private HoldShare() {}

    /**
     * The hold that gives way.
     *
     * @param holds at least one
     * @return the id of the hold that expires first among those of the address that has most
     */
    static long oldestOfTheHeaviest(List<Holds.Live> holds) {
        Map<String, Long> shares =
                holds.stream().collect(Collectors.groupingBy(Holds.Live::address, Collectors.counting()));
        return holds.stream()
                .min(Comparator.comparing((Holds.Live hold) -> -shares.get(hold.address()))
                        .thenComparing(Holds.Live::expiresAt)
                        .thenComparing(Holds.Live::id))
                .orElseThrow()
                .id();
    }
}
