package clinic.infusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.booking.BookingRefused;
import clinic.booking.CourseRefused;
import clinic.booking.Reason;
import clinic.booking.Refusal;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Of every series it is said what became of it, whatever became of the others. */
class OneByOneTest {
    private static final Map<Long, String> FOUR = new TreeMap<>(Map.of(1L, "a", 2L, "b", 3L, "c", 4L, "d"));

    private final List<Long> tried = new ArrayList<>();

    private List<DayRepair.Applied> failingAt(long which, RuntimeException failure) {
        return OneByOne.apply(FOUR, (series, proposal) -> {
            tried.add(series);
            if (series == which) {
                throw failure;
            }
        });
    }

    private static DayRepair.Applied done(long series) {
        return new DayRepair.Applied(series, List.of());
    }

    private static DayRepair.Applied failed(long series, Reason reason) {
        return new DayRepair.Applied(series, List.of(Refusal.of(reason, "proposal")));
    }

    @Test
    void goesOnPastWhatCannotBeDone() {
        BookingRefused stale = new BookingRefused(List.of(Refusal.of(Reason.REPAIR_STALE, "proposal")), List.of());
        assertThat(failingAt(2, stale)).containsExactly(done(1), failed(2, Reason.REPAIR_STALE), done(3), done(4));
    }

    @Test
    void keepsWhatWasDoneWhenTheDatabaseGoesAndWaitsForItOnce() {
        RuntimeException away = new IllegalStateException(new SQLNonTransientConnectionException("gone"));
        assertThat(failingAt(2, away))
                .containsExactly(
                        done(1), failed(2, Reason.NOT_DONE), failed(3, Reason.NOT_DONE), failed(4, Reason.NOT_DONE));
        assertThat(tried).containsExactly(1L, 2L);
    }

    @Test
    void goesOnPastADeadlock() {
        RuntimeException deadlock = new IllegalStateException(new SQLException("deadlock", "40001", 1213));
        assertThat(failingAt(3, deadlock)).containsExactly(done(1), done(2), failed(3, Reason.NOT_DONE), done(4));
    }

    @Test
    void namesEverythingThatIsAgainstACourse() {
        Refusal late = Refusal.of(Reason.GAP_TOO_LONG, "start");
        Refusal taken = Refusal.of(Reason.SLOT_TAKEN, "start");
        assertThat(failingAt(2, new CourseRefused(Map.of(2, List.of(late), 3, List.of(taken)))))
                .containsExactly(done(1), new DayRepair.Applied(2, List.of(late, taken)), done(3), done(4));
    }

    @Test
    void goesOnPastASeriesThatIsGone() {
        assertThat(failingAt(2, new UnknownSeries()))
                .containsExactly(done(1), failed(2, Reason.REPAIR_STALE), done(3), done(4));
    }

    /** It answers: what comes next may only have to read. */
    @Test
    void goesOnPastADiskThatIsFull() {
        RuntimeException full = new IllegalStateException(new SQLException("The table is full", "HY000", 1114));
        assertThat(failingAt(3, full)).containsExactly(done(1), done(2), failed(3, Reason.NOT_DONE), done(4));
    }

    @Test
    void hidesNoDefect() {
        assertThatThrownBy(() -> failingAt(3, new IllegalStateException("a defect")))
                .hasMessage("a defect");
    }
}
