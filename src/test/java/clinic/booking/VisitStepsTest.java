package clinic.booking;

import static clinic.testing.House.ZONE;
import static org.assertj.core.api.Assertions.assertThat;

import clinic.calendar.QuarterHours;
import clinic.calendar.Slot;
import clinic.staff.Actor;
import clinic.staff.Role;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The table "States and edges" of the contract, line by line, for visits that are talk. */
class VisitStepsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final Slot TEN = new Slot(DAY, QuarterHours.lasting(LocalTime.of(10, 0), 30));

    private static VisitSteps at(Status status, LocalDateTime now) {
        return new VisitSteps(VisitKind.CONSULTATION, status, TEN, now.atZone(ZONE));
    }

    private static VisitSteps before(Status status) {
        return at(status, DAY.atTime(9, 50));
    }

    @ParameterizedTest
    @CsvSource({
        "PENDING_REVIEW, APPROVE DECLINE CANCEL",
        "BOOKED, CONFIRM CHECK_IN CANCEL",
        "CONFIRMED, CHECK_IN CANCEL",
        "CHECKED_IN, START CANCEL",
        "IN_PROGRESS, COMPLETE",
        "DONE, ''",
        "CANCELLED, ''",
        "NO_SHOW, CHECK_IN"
    })
    void leadsFromEveryState(Status status, String edges) {
        assertThat(before(status).all())
                .containsExactlyElementsOf(
                        edges.isEmpty()
                                ? List.of()
                                : Arrays.stream(edges.split(" "))
                                        .map(Edge::valueOf)
                                        .toList());
    }

    @ParameterizedTest
    @EnumSource(names = {"BOOKED", "CONFIRMED"})
    void isANoShowFromTwentyMinutesAfterTheStart(Status status) {
        assertThat(at(status, DAY.atTime(10, 19, 59)).lead(Edge.MISS)).isFalse();
        assertThat(at(status, DAY.atTime(10, 20)).lead(Edge.MISS)).isTrue();
    }

    @Test
    void letsHerComeAfterAllOnTheDayItself() {
        assertThat(at(Status.NO_SHOW, DAY.atTime(23, 59)).lead(Edge.CHECK_IN)).isTrue();
        assertThat(at(Status.NO_SHOW, DAY.plusDays(1).atStartOfDay()).lead(Edge.CHECK_IN))
                .isFalse();
    }

    @Test
    void isLateAfterAQuarterOfAnHourUnlessSheHasCome() {
        assertThat(at(Status.BOOKED, DAY.atTime(10, 15)).isLate()).isFalse();
        assertThat(at(Status.CONFIRMED, DAY.atTime(10, 16)).isLate()).isTrue();
        assertThat(at(Status.CHECKED_IN, DAY.atTime(10, 16)).isLate()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"FRONT_DESK, CANCEL", "NURSE, START CANCEL", "PRESCRIBER, START CANCEL", "ADMIN, CANCEL", "AUDITOR, ''"
    })
    void offersARoleItsOwnTasksOnly(Role role, String edges) {
        assertThat(before(Status.CHECKED_IN).of(Actor.of("kim", role, "")).stream()
                        .map(Edge::name))
                .containsExactlyElementsOf(Stream.of(edges.split(" "))
                        .filter(edge -> !edge.isEmpty())
                        .toList());
    }

    @Test
    void saysWhereItStandsAndWhatThereIsInstead() {
        Actor nurse = Actor.of("kim", Role.NURSE, "");
        Refusal refusal =
                before(Status.CHECKED_IN).refusal(Edge.COMPLETE, nurse).orElseThrow();
        assertThat(BookingTexts.text(refusal, Locale.US))
                .isEqualTo("The visit is checked in. Possible now: start, cancel.");
        assertThat(BookingTexts.text(before(Status.DONE).illegal(nurse), Locale.forLanguageTag("es")))
                .isEqualTo("La visita está: terminada. Ahora es posible: nada.");
    }

    @Test
    void namesNoStepTheRoleMayNotTake() {
        Actor frontDesk = Actor.of("lee", Role.FRONT_DESK, "");
        assertThat(BookingTexts.text(before(Status.CHECKED_IN).illegal(frontDesk), Locale.US))
                .isEqualTo("The visit is checked in. Possible now: cancel.");
    }

    @Test
    void saysWhoCanUndoAndForHowLong() {
        Actor frontDesk = Actor.of("lee", Role.FRONT_DESK, "");
        assertThat(BookingTexts.text(before(Status.CHECKED_IN).cannotUndo(frontDesk), Locale.US))
                .contains("by the person who took it", VisitSteps.UNDOABLE.toMinutes() + " minutes", "cancel");
    }
}
