package clinic.infusion;

import java.util.List;
import java.util.Optional;

/**
 * What a series waits for, and what was done about its price.
 *
 * @param estimates the latest first
 */
public record FollowUp(long series, long patient, List<Due> due, Optional<Booster> booster, List<Estimate> estimates) {
    public FollowUp {
        due = List.copyOf(due);
        estimates = List.copyOf(estimates);
    }
}
