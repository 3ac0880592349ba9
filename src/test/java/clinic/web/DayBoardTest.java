package clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.booking.StaffVisit;
import clinic.booking.Status;
import clinic.booking.VisitKind;
import clinic.calendar.QuarterHours;
import clinic.calendar.Slot;
import clinic.capacity.LoadsFixture;
import clinic.capacity.Purpose;
import clinic.capacity.Resource;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DayBoardTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final Optional<QuarterHours> OPEN = Optional.of(new QuarterHours(32, 76));

    private final Resource c1 = LoadsFixture.withId(Resource.room("C1", Purpose.CONSULT), 5);
    private final Resource r1 = LoadsFixture.withId(Resource.room("R1", Purpose.CONSULT), 1);
    private final Resource doctor = LoadsFixture.withId(Resource.clinician("Dr. Lee", Purpose.CONSULT), 9);

    private StaffVisit visit(long id, Resource room, Status status, int start, int end) {
        return new StaffVisit(
                id,
                1,
                VisitKind.CONSULTATION,
                status,
                new Slot(DAY, new QuarterHours(start, end)),
                0,
                room,
                doctor,
                id,
                "Ana",
                "Ruiz",
                Optional.empty(),
                false,
                false,
                Optional.empty(),
                Instant.EPOCH,
                false,
                List.of(),
                List.of(),
                false,
                false,
                false,
                Optional.empty(),
                Optional.empty());
    }

    private DayBoard board(Optional<QuarterHours> hours, StaffVisit... visits) {
        return DayBoard.of(List.of(visits), hours, List.of(r1, c1), List.of(c1), StaffVisit::room);
    }

    /** Catches: a page that fails because a room was added after the list of rooms was read. */
    @Test
    void showsAVisitWhereNoListNamesItsRoom() {
        Resource added = LoadsFixture.withId(Resource.room("R9", Purpose.CONSULT), 42);
        DayBoard board = board(Optional.empty(), visit(1, added, Status.BOOKED, 40, 42));

        assertThat(board.columns())
                .extracting(column -> column.resource().name())
                .contains("R9");
    }

    @Test
    void putsAVisitInTheColumnOfItsRoomAndTheRowOfItsTime() {
        DayBoard.Block block =
                board(OPEN, visit(1, c1, Status.BOOKED, 38, 40)).blocks().get(0);
        assertThat(block.column()).isEqualTo(1);
        assertThat(block.row()).isEqualTo(7);
        assertThat(block.length()).isEqualTo(2);
    }

    @Test
    void showsARoomNobodyUsesOnlyWhereItIsAlwaysShown() {
        DayBoard board = board(OPEN);
        assertThat(board.columns())
                .extracting(column -> column.resource().name())
                .containsExactly("C1");
        assertThat(board.quiet()).containsExactly(r1);
    }

    @Test
    void countsWhoComesToARoom() {
        DayBoard board = board(OPEN, visit(1, r1, Status.DONE, 32, 34), visit(2, r1, Status.BOOKED, 40, 42));
        assertThat(board.columns()).extracting(DayBoard.Column::visits).containsExactly(2, 0);
    }

    @Test
    void leavesCancelledVisitsOut() {
        assertThat(board(OPEN, visit(1, c1, Status.CANCELLED, 38, 40)).blocks()).isEmpty();
    }

    @Test
    void putsANoShowAsideOnlyWhereAnotherTookItsTime() {
        DayBoard alone = board(OPEN, visit(1, c1, Status.NO_SHOW, 38, 40));
        DayBoard taken = board(OPEN, visit(1, c1, Status.NO_SHOW, 38, 40), visit(2, c1, Status.BOOKED, 39, 41));
        assertThat(alone.blocks()).extracting(DayBoard.Block::aside).containsExactly(false);
        assertThat(taken.blocks()).extracting(DayBoard.Block::aside).containsExactly(true, false);
    }

    @Test
    void growsByWholeHoursForAVisitBeforeOrAfterTheOpeningHours() {
        DayBoard board = board(OPEN, visit(1, c1, Status.BOOKED, 30, 32), visit(2, c1, Status.BOOKED, 76, 78));
        assertThat(board.window()).isEqualTo(new QuarterHours(28, 80));
        assertThat(board.hours()).hasSize(13).first().isEqualTo(new DayBoard.Hour(LocalTime.of(7, 0), 1));
    }

    @Test
    void drawsTheLineOfNowOnlyWithinTheDay() {
        DayBoard board = board(OPEN);
        assertThat(board.rowOf(LocalTime.of(10, 5))).contains(9);
        assertThat(board.rowOf(LocalTime.of(7, 59))).isEmpty();
        assertThat(board.rowOf(LocalTime.of(19, 0))).isEmpty();
    }
}
