package clinic.booking;

import static clinic.testing.Fixtures.aRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.calendar.QuarterHours;
import clinic.calendar.Slot;
import clinic.patient.Patient;
import clinic.testing.House;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whose wish a cancellation is decides whether it can be late: 48 hours before, and the patient's only. */
class CancellationTest {
    private static final LocalDate DAY = LocalDate.of(2026, 12, 2);
    private static final LocalDateTime START = DAY.atTime(9, 0);

    private static Appointment visit(Status status) {
        Slot slot = new Slot(DAY, QuarterHours.lasting(LocalTime.of(9, 0), 30));
        ZonedDateTime now = START.minusDays(20).atZone(House.ZONE);
        Appointment visit = new Appointment(
                VisitKind.CONSULTATION,
                new Patient(aRequest(START).details(), now.toInstant()),
                Grants.of(new Placement(slot, 2, 1, List.of())),
                now.toInstant());
        if (status == Status.PENDING_REVIEW) {
            visit.keepForReview();
        }
        return visit;
    }

    private static Appointment cancelled(Canceller by, LocalDateTime at) {
        Appointment visit = visit(Status.BOOKED);
        visit.cancel(by, at.atZone(House.ZONE));
        return visit;
    }

    @Test
    void isLateWhenThePatientCancelsLessThan48HoursBefore() {
        assertThat(cancelled(Canceller.PATIENT, START.minusHours(48)).ending().isLate())
                .isFalse();
        assertThat(cancelled(Canceller.PATIENT, START.minusHours(48).plusSeconds(1))
                        .ending()
                        .isLate())
                .isTrue();
    }

    @Test
    void isNeverLateWhenTheClinicCancels() {
        Appointment visit = cancelled(Canceller.CLINIC, START.minusMinutes(5));
        assertThat(visit.ending().isLate()).isFalse();
        assertThat(visit.ending().cancelledBy()).contains(Canceller.CLINIC);
    }

    @Test
    void isTheClinicsWhenItDeclines() {
        Appointment visit = visit(Status.PENDING_REVIEW);
        Grounds said = Grounds.wishOf(Canceller.PATIENT, "whatever was said");
        visit.step(Edge.DECLINE, said, "paul", START.minusHours(1).atZone(House.ZONE), Optional.empty());
        assertThat(visit.ending().cancelledBy()).contains(Canceller.CLINIC);
        assertThat(visit.ending().isLate()).isFalse();
    }

    @Test
    void isForgottenWhenItIsTakenBack() {
        Appointment visit = visit(Status.BOOKED);
        ZonedDateTime now = START.minusHours(1).atZone(House.ZONE);
        visit.step(Edge.CANCEL, Grounds.NONE, "fay", now, Optional.empty());
        assertThat(visit.ending().isLate()).isTrue();
        visit.stepBack(now.toInstant(), Optional.of(Grants.of(visit.placement())));
        assertThat(visit.ending().isLate()).isFalse();
        assertThat(visit.ending().cancelledBy()).isEmpty();
    }

    /** She came after all: who was missed takes the time again, and asks for it. */
    @Test
    void isNoWayBackForWhoWasMissedUnlessTheGateWasAsked() {
        Appointment visit = visit(Status.BOOKED);
        ZonedDateTime now = START.plusMinutes(30).atZone(House.ZONE);
        visit.step(Edge.MISS, Grounds.NONE, "fay", now, Optional.empty());
        assertThatThrownBy(() -> visit.step(Edge.CHECK_IN, Grounds.NONE, "fay", now, Optional.empty()))
                .isInstanceOf(IllegalStateException.class);
        assertThat(visit.status()).isEqualTo(Status.NO_SHOW);
        visit.step(Edge.CHECK_IN, Grounds.NONE, "fay", now, Optional.of(Grants.of(visit.placement())));
        assertThat(visit.status()).isEqualTo(Status.CHECKED_IN);
    }

    @Test
    void isForgottenWhenAllOfItsSeriesComesBack() {
        Appointment visit = cancelled(Canceller.PATIENT, START.minusHours(1));
        visit.comeBack(
                Status.BOOKED,
                Grants.of(visit.placement()),
                START.minusMinutes(50).atZone(House.ZONE).toInstant());
        assertThat(visit.ending().isLate()).isFalse();
        assertThat(visit.ending().cancelledBy()).isEmpty();
    }

    @Test
    void isNotTakenBackUnlessTheGateWasAsked() {
        Appointment visit = visit(Status.BOOKED);
        ZonedDateTime now = START.minusHours(1).atZone(House.ZONE);
        visit.step(Edge.CANCEL, Grounds.NONE, "fay", now, Optional.empty());
        assertThatThrownBy(() -> visit.stepBack(now.toInstant(), Optional.empty()))
                .isInstanceOf(IllegalStateException.class);
        assertThat(visit.status()).isEqualTo(Status.CANCELLED);
    }
}
