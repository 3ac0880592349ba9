package clinic.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.calendar.QuarterHours;
import java.util.List;
import org.junit.jupiter.api.Test;

class StretchTest {
    private static final QuarterHours DAY = new QuarterHours(32, 76);
    private static final QuarterHours MORNING = new QuarterHours(32, 48);

    private static Load open(QuarterHours span) {
        return new Load(DayVector.EMPTY.with(span, 1), DayVector.EMPTY, DayVector.EMPTY);
    }

    private static Load taken(Load load, QuarterHours span) {
        return new Load(load.capacity(), load.used().plus(span, 1), load.held());
    }

    @Test
    void aDayNobodyWorksIsClosedInOnePiece() {
        assertThat(Stretch.of(DAY, List.of(List.of(Load.NOTHING_THERE))))
                .containsExactly(new Stretch(DAY, Stretch.State.CLOSED));
    }

    @Test
    void aVisitLiesBetweenTwoFreeStretches() {
        Load room = taken(open(DAY), new QuarterHours(40, 42));
        assertThat(Stretch.of(DAY, List.of(List.of(room))))
                .containsExactly(
                        new Stretch(new QuarterHours(32, 40), Stretch.State.FREE),
                        new Stretch(new QuarterHours(40, 42), Stretch.State.FULL),
                        new Stretch(new QuarterHours(42, 76), Stretch.State.FREE));
    }

    @Test
    void whatOthersHoldIsNotFree() {
        Load room = new Load(open(DAY).capacity(), DayVector.EMPTY, DayVector.EMPTY.with(MORNING, 1));
        assertThat(Stretch.of(MORNING, List.of(List.of(room))))
                .containsExactly(new Stretch(MORNING, Stretch.State.FULL));
    }

    @Test
    void aRoomWithoutAClinicianIsNoPlace() {
        assertThat(Stretch.of(DAY, List.of(List.of(open(DAY)), List.of(open(MORNING)))))
                .containsExactly(
                        new Stretch(MORNING, Stretch.State.FREE),
                        new Stretch(new QuarterHours(48, 76), Stretch.State.CLOSED));
    }

    @Test
    void oneOfTwoRoomsIsEnough() {
        List<List<Load>> rooms = List.of(List.of(taken(open(DAY), MORNING), open(DAY)));
        assertThat(Stretch.of(DAY, rooms)).containsExactly(new Stretch(DAY, Stretch.State.FREE));
        assertThat(Stretch.free(DAY, rooms)).isEqualTo(44);
    }
}
