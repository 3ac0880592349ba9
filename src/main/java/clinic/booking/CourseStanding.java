package clinic.booking;

import clinic.calendar.Slot;
import clinic.capacity.Claim;
import java.util.List;

/**
 * Where one visit of a series stands. Of two visits of one number, a new one in the place of one that fell away, it is the
 * one that counts.
 *
 * @param no its number in the series, from 1
 * @param revision as often as it was moved
 * @param claims what it holds of the ledger; nothing once cancelled
 */
public record CourseStanding(
        int no, long appointment, int revision, Status status, Slot slot, long room, List<Claim> claims) {
    public CourseStanding {
        claims = List.copyOf(claims);
    }

    /** Whether it fell away: cancelled or missed. */
    public boolean isGone() {
        return status.isGone();
    }

    static CourseStanding of(int no, Appointment visit) {
        return new CourseStanding(
                no, visit.id(), visit.revision(), visit.status(), visit.slot(), visit.room(), visit.claims());
    }

    /** Of two of one number: what is not gone, or else what was made later. */
    CourseStanding orInstead(CourseStanding other) {
        if (isGone() != other.isGone()) {
            return isGone() ? other : this;
        }
        return appointment > other.appointment ? this : other;
    }
}
