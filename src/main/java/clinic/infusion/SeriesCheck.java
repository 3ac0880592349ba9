package clinic.infusion;

import clinic.booking.Refusal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the house says of visits somebody put together by hand, before they are booked.
 *
 * @param conflicts everything that speaks against each visit, by its number in the order of time
 * @param gaps between them, by the days of the protocol
 */
public record SeriesCheck(Map<Integer, List<Refusal>> conflicts, List<Integer> gaps) {
    public SeriesCheck {
        conflicts = Collections.unmodifiableMap(new TreeMap<>(conflicts));
        gaps = List.copyOf(gaps);
    }
}
