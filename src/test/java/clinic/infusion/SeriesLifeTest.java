package clinic.infusion;

import static clinic.booking.Status.BOOKED;
import static clinic.booking.Status.CANCELLED;
import static clinic.booking.Status.DONE;
import static clinic.booking.Status.NO_SHOW;
import static org.assertj.core.api.Assertions.assertThat;

import clinic.booking.Status;
import clinic.capacity.Purpose;
import clinic.planner.CourseDays;
import clinic.protocol.Gap;
import clinic.protocol.Phases;
import clinic.protocol.Protocol;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Where a series stands by its visits and by what was decided. */
class SeriesLifeTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 30);
    /** Four visits two to five days apart, with a checkpoint after the second and the last. */
    private static final Protocol FOUR = new Protocol(
            "FOUR",
            1,
            4,
            new Gap(Gap.Unit.CALENDAR_DAYS, 2, 3, 5),
            14,
            Protocol.ANY_SPLITS,
            new Phases(15, 45, 30, 15),
            Purpose.MOOD,
            2,
            Set.of(2, 4));

    private static SeriesLife life(int decidedTo, Integer... accepted) {
        return new SeriesLife(FOUR, new CourseDays(List.of()), decidedTo, Set.of(accepted), true);
    }

    /** Visits three days apart. */
    private static List<SeriesLife.Standing> visits(Status... statuses) {
        List<SeriesLife.Standing> visits = new ArrayList<>();
        for (Status status : statuses) {
            visits.add(new SeriesLife.Standing(visits.size() + 1, status, MONDAY.plusDays(3L * visits.size())));
        }
        return visits;
    }

    private static SeriesState after(SeriesState before, SeriesLife life, Status... statuses) {
        return life.after(before, visits(statuses));
    }

    @Test
    void waitsForWhoeverDecidesThatSheMayBeTreated() {
        SeriesLife unknown = new SeriesLife(FOUR, new CourseDays(List.of()), 0, Set.of(), false);
        assertThat(after(SeriesState.PLANNED, unknown, BOOKED, BOOKED, BOOKED, BOOKED))
                .isEqualTo(SeriesState.DRAFT);
        assertThat(after(SeriesState.DRAFT, life(0), BOOKED, BOOKED, BOOKED, BOOKED))
                .isEqualTo(SeriesState.PLANNED);
    }

    @Test
    void isUnderWayAfterItsFirstVisitAndBackWhenThatIsUndone() {
        assertThat(after(SeriesState.PLANNED, life(0), DONE, BOOKED, BOOKED, BOOKED))
                .isEqualTo(SeriesState.ACTIVE);
        assertThat(after(SeriesState.ACTIVE, life(0), BOOKED, BOOKED, BOOKED, BOOKED))
                .isEqualTo(SeriesState.PLANNED);
    }

    @Test
    void stopsAtACheckpointUntilItIsDecided() {
        assertThat(after(SeriesState.ACTIVE, life(0), DONE, DONE, BOOKED, BOOKED))
                .isEqualTo(SeriesState.AT_CHECKPOINT);
        assertThat(after(SeriesState.ACTIVE, life(2), DONE, DONE, BOOKED, BOOKED))
                .isEqualTo(SeriesState.ACTIVE);
        assertThat(after(SeriesState.ACTIVE, life(2), DONE, DONE, DONE, DONE)).isEqualTo(SeriesState.AT_CHECKPOINT);
        assertThat(after(SeriesState.ACTIVE, life(4), DONE, DONE, DONE, DONE)).isEqualTo(SeriesState.COMPLETED);
    }

    @Test
    void comesToItsLastCheckpointAlsoWhenTheLastVisitWasMissed() {
        assertThat(after(SeriesState.ACTIVE, life(2), DONE, DONE, DONE, NO_SHOW))
                .isEqualTo(SeriesState.AT_CHECKPOINT);
    }

    @Test
    void breaksWhereAMissedVisitLeavesTooLongAGap() {
        assertThat(after(SeriesState.ACTIVE, life(2), DONE, NO_SHOW, BOOKED, BOOKED))
                .isEqualTo(SeriesState.GAP_BREACH);
        assertThat(after(SeriesState.GAP_BREACH, life(2, 3), DONE, NO_SHOW, BOOKED, BOOKED))
                .isEqualTo(SeriesState.ACTIVE);
        assertThat(after(SeriesState.GAP_BREACH, life(2), DONE, BOOKED, BOOKED, BOOKED))
                .isEqualTo(SeriesState.ACTIVE);
    }

    @Test
    void isCancelledWithTheLastOfItsVisits() {
        assertThat(after(SeriesState.PLANNED, life(0), CANCELLED, CANCELLED, CANCELLED, CANCELLED))
                .isEqualTo(SeriesState.CANCELLED);
    }

    @Test
    void staysPausedAndStaysEnded() {
        assertThat(after(SeriesState.PAUSED, life(2), DONE, DONE, BOOKED, BOOKED))
                .isEqualTo(SeriesState.PAUSED);
        assertThat(after(SeriesState.STOPPED, life(2), DONE, DONE, CANCELLED, CANCELLED))
                .isEqualTo(SeriesState.STOPPED);
        assertThat(after(SeriesState.MAINTENANCE, life(4), DONE, DONE, DONE, DONE))
                .isEqualTo(SeriesState.MAINTENANCE);
    }
}
