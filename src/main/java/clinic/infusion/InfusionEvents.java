package clinic.infusion;

import clinic.booking.BookingEvents.Notice;
import java.time.LocalDate;
import java.util.List;

/** What happened to series, told inside the transaction that made it so. Values only, never an entity. */
public final class InfusionEvents {
    private InfusionEvents() {}

    /**
     * A whole series was booked.
     *
     * @param visits all of them, in order
     */
    public record SeriesPlanned(long series, List<Notice> visits) {}

    /**
     * The plan of a series was changed in one act.
     *
     * @param revision 1 for the first change, one more for every further one
     * @param plan all visits that are still to come, in order
     * @param changed those of them that have another time, or are new
     * @param dropped those that fell away
     */
    public record SeriesChanged(
            long series, int revision, List<Notice> plan, List<Notice> changed, List<Notice> dropped) {}

    /**
     * A cancellation of a whole series was taken back.
     *
     * @param revision as of a change of its plan
     * @param plan all visits that are to come, in order
     * @param back those of them that had been cancelled
     */
    public record SeriesRestored(long series, int revision, List<Notice> plan, List<Notice> back) {}

    /**
     * Somebody of the clinic asked her to come again, to be written to her.
     *
     * @param opens the first day of the window she is invited into
     * @param last a visit of the series she had
     */
    public record Invited(long series, LocalDate opens, Notice last) {}
}
