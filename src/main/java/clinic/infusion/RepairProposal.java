package clinic.infusion;

import clinic.booking.Status;
import clinic.calendar.Slot;
import clinic.capacity.Resource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a series would be like, repaired. Nothing is changed until somebody says so.
 *
 * @param id by which it is applied, for an hour
 * @param before the visits that count as they stand, with those that are made good
 * @param after the same repaired; one left out is not there
 * @param moved numbers of those that have another place
 */
public record RepairProposal(String id, long series, List<Visit> before, List<Visit> after, List<Integer> moved) {
    public RepairProposal {
        before = List.copyOf(before);
        after = List.copyOf(after);
        moved = List.copyOf(moved);
    }

    /**
     * A visit of the series.
     *
     * @param appointment which it is; none yet, if it is to be made
     */
    public record Visit(
            int no,
            Slot slot,
            Resource room,
            Commitment commitment,
            OptionalLong appointment,
            Optional<Status> status) {}
}
