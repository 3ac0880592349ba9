package clinic.booking;

import static clinic.testing.Fixtures.aRequest;
import static clinic.testing.Fixtures.ana;
import static clinic.testing.Fixtures.under;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import clinic.capacity.Ledger;
import clinic.capacity.LedgerAudit;
import clinic.patient.Consent;
import clinic.patient.RedFlag;
import clinic.staff.Actor;
import clinic.staff.Role;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.TransactionManager;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the desk promises one patient at a time, on the real database. Each test has a day of its own. */
@ExtendWith(ArquillianExtension.class)
class ConsultationDeskIT {
    @Inject
    private ConsultationDesk desk;

    @Inject
    private BookingDesk bookings;

    @Inject
    private HoldDesk holds;

    @Inject
    private FreeTimes freeTimes;

    @Inject
    private CallDesk calls;

    @Inject
    private LedgerAudit audit;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private TransactionManager transaction;

    @AfterEach
    void theLedgerTellsTheTruth() {
        assertThat(audit.audit(LocalDate.of(2026, 11, 1)).consistent()).isTrue();
    }

    @Test
    void booksMovesAndCancelsOneVisit() {
        LocalDate day = LocalDate.of(2027, 1, 4);
        Visit booked = desk.book(aRequest(day.atTime(9, 0)), Optional.empty());
        assertThat(booked.status()).isEqualTo(Status.BOOKED);
        assertThat(booked.revision()).isZero();
        assertThat(free(day)).hasSize(21);

        Visit moved = desk.move(booked.token(), day.atTime(18, 30));
        assertThat(moved.revision()).isEqualTo(1);
        assertThat(moved.token()).isEqualTo(booked.token());
        assertThat(moved.notice().uid()).isEqualTo(booked.notice().uid());
        assertThat(free(day)).hasSize(21).contains(day.atTime(9, 0)).doesNotContain(day.atTime(18, 30));

        Visit cancelled = desk.cancel(booked.token(), Optional.of("feeling better"));
        assertThat(cancelled.status()).isEqualTo(Status.CANCELLED);
        assertThat(desk.cancel(booked.token(), Optional.empty()).revision()).isEqualTo(cancelled.revision());
        assertThat(free(day)).hasSize(22);
    }

    @Test
    void moveToTheSameTimeChangesNothing() {
        LocalDateTime start = LocalDateTime.of(2027, 1, 5, 9, 0);
        Visit booked = desk.book(aRequest(start), Optional.empty());
        assertThat(desk.move(booked.token(), start).revision()).isZero();
    }

    @Test
    void refusesToMoveACancelledVisit() {
        Visit booked = desk.book(aRequest(LocalDateTime.of(2027, 1, 5, 11, 0)), Optional.empty());
        desk.cancel(booked.token(), Optional.empty());
        refused(Reason.ILLEGAL_TRANSITION, () -> desk.move(booked.token(), LocalDateTime.of(2027, 1, 5, 12, 0)));
    }

    @Test
    void knowsNoVisitByAWrongToken() {
        assertThatExceptionOfType(UnknownVisit.class).isThrownBy(() -> desk.visit("wrong"));
        assertThatExceptionOfType(UnknownVisit.class).isThrownBy(() -> desk.cancel("wrong", Optional.empty()));
        assertThatExceptionOfType(UnknownVisit.class)
                .isThrownBy(() -> desk.move("wrong", LocalDateTime.of(2027, 1, 5, 9, 0)));
    }

    @Test
    void showsAHeldTimeToItsHolderOnly() {
        LocalDateTime start = LocalDateTime.of(2027, 1, 6, 9, 0);
        HoldDesk.Held held = hold(start);
        assertThat(free(start.toLocalDate())).doesNotContain(start);
        assertThat(free(start.toLocalDate(), Optional.of(held.token()))).contains(start);
        refused(Reason.SLOT_TAKEN, () -> desk.book(aRequest(start), Optional.empty()));
    }

    @Test
    void countsHoldsUnderTheLockToo() {
        LocalDateTime start = LocalDateTime.of(2027, 1, 6, 10, 0);
        Placement placement = placement(start);
        hold(start);
        refused(
                Reason.SLOT_TAKEN,
                () -> bookings.book(
                        VisitKind.CONSULTATION,
                        aRequest(start),
                        Optional.empty(),
                        placement,
                        Ledger.NO_HOLD,
                        Optional.empty()));
        refused(
                Reason.SLOT_TAKEN,
                () -> holds.hold(placement.slot(), placement.claims(), Ledger.NO_HOLD, "other", Optional.empty()));
    }

    @Test
    void givesTheOldTimeBackWhenAnotherIsChosen() {
        LocalDateTime first = LocalDateTime.of(2027, 1, 7, 9, 0);
        HoldDesk.Held held = hold(first);
        HoldDesk.Held next = desk.hold(first.plusHours(1), Optional.of(held.token()), "10.9.0.1", Optional.empty());
        assertThat(free(first.toLocalDate())).contains(first).doesNotContain(first.plusHours(1));
        assertThat(desk.held(held.token())).isEmpty();
        assertThat(desk.held(next.token())).isPresent();
    }

    @Test
    void releasesAHoldAtOnce() {
        LocalDateTime start = LocalDateTime.of(2027, 1, 7, 13, 0);
        HoldDesk.Held held = hold(start);
        holds.release(held.token());
        holds.release(held.token());
        assertThat(free(start.toLocalDate())).contains(start);
    }

    @Test
    void freesAnExpiredHoldWithoutAnyJob() throws Exception {
        LocalDateTime start = LocalDateTime.of(2027, 1, 8, 9, 0);
        HoldDesk.Held held = hold(start);
        expire(held);
        assertThat(free(start.toLocalDate())).contains(start);
        assertThat(desk.held(held.token())).isEmpty();
    }

    @Test
    void honoursAnExpiredHoldWhileTheTimeIsFree() throws Exception {
        LocalDateTime start = LocalDateTime.of(2027, 1, 8, 10, 0);
        HoldDesk.Held held = hold(start);
        expire(held);
        assertThat(desk.book(under(held.token(), aRequest(start)), Optional.empty())
                        .status())
                .isEqualTo(Status.BOOKED);
    }

    @Test
    void saysThatTheHoldExpiredWhenSomebodyElseHasTheTime() throws Exception {
        LocalDateTime start = LocalDateTime.of(2027, 1, 8, 11, 0);
        HoldDesk.Held held = hold(start);
        expire(held);
        desk.book(aRequest(start), Optional.empty());
        assertThat(refused(Reason.HOLD_EXPIRED, () -> desk.book(under(held.token(), aRequest(start)), Optional.empty()))
                        .alternatives())
                .isNotEmpty();
    }

    @Test
    void capsTheHoldsOfOneAddress() {
        LocalDate day = LocalDate.of(2027, 1, 11);
        for (int index = 0; index < 10; index++) {
            desk.hold(day.atTime(8, 0).plusMinutes(30L * index), Optional.empty(), "10.9.9.9", Optional.empty());
        }
        refused(
                Reason.TOO_MANY_HOLDS,
                () -> desk.hold(day.atTime(18, 0), Optional.empty(), "10.9.9.9", Optional.empty()));
        assertThat(desk.hold(day.atTime(18, 0), Optional.empty(), "10.9.9.8", Optional.empty()))
                .isNotNull();
    }

    @Test
    void answersARepeatedRequestWithTheFirstAnswer() {
        LocalDateTime start = LocalDateTime.of(2027, 1, 12, 9, 0);
        RequestKey key = RequestKey.of("book", "ana@example.org", "k1", "body");
        Visit first = desk.book(aRequest(start), Optional.of(key));
        desk.move(first.token(), start.plusHours(1));
        Visit again = desk.book(aRequest(start), Optional.of(key));
        assertThat(again.token()).isEqualTo(first.token());
        assertThat(again.slot()).isEqualTo(first.slot());
        assertThat(again.revision()).isZero();
    }

    @Test
    void refusesAKeyUsedForAnotherRequest() {
        LocalDateTime start = LocalDateTime.of(2027, 1, 12, 12, 0);
        desk.book(aRequest(start), Optional.of(RequestKey.of("book", "ana@example.org", "k2", "body")));
        refused(
                Reason.IDEMPOTENCY_MISMATCH,
                () -> desk.book(
                        aRequest(start.plusHours(1)),
                        Optional.of(RequestKey.of("book", "ana@example.org", "k2", "other"))));
    }

    @Test
    void doesNotRememberARefusal() {
        LocalDateTime start = LocalDateTime.of(2027, 1, 12, 15, 0);
        RequestKey key = RequestKey.of("book", "ana@example.org", "k3", "body");
        Visit other = desk.book(aRequest(start), Optional.empty());
        refused(Reason.SLOT_TAKEN, () -> desk.book(aRequest(start), Optional.of(key)));
        desk.cancel(other.token(), Optional.empty());
        assertThat(desk.book(aRequest(start), Optional.of(key)).status()).isEqualTo(Status.BOOKED);
    }

    @Test
    void keepsAVisitWithARedFlagForReviewAndPromisesACall() {
        LocalDateTime start = LocalDateTime.of(2027, 1, 13, 9, 0);
        VisitRequest.IntakeAnswers intake = new VisitRequest.IntakeAnswers(
                Optional.of(LocalDate.of(2026, 3, 1)),
                Optional.of(7),
                List.of("SHOOTING"),
                List.of("RF_CAUDA", "RF_CAUDA"),
                Optional.of("since March"));
        Visit visit = desk.book(
                new VisitRequest(
                        start,
                        Optional.empty(),
                        ana(),
                        Optional.of(new VisitRequest.OnBehalfOf("Luz", "Ruiz", "mother")),
                        Optional.of(intake),
                        false,
                        Consent.Source.API),
                Optional.empty());
        assertThat(visit.status()).isEqualTo(Status.PENDING_REVIEW);
        assertThat(visit.clinicalReview()).isTrue();
        assertThat(desk.visit(visit.token()).redFlags()).containsExactly(RedFlag.RF_CAUDA);
        assertThat(desk.visit(visit.token()).onBehalfOf()).isPresent();
        assertThat(free(start.toLocalDate())).doesNotContain(start);
        assertThat(calls.waiting(Actor.of("fay", Role.FRONT_DESK, "")))
                .extracting(CallTask::cause)
                .contains(CallRequest.Cause.RED_FLAG);
    }

    @Test
    void keepsAMinorsVisitForTheFrontDeskToCall() {
        LocalDateTime start = LocalDateTime.of(2027, 1, 13, 11, 0);
        VisitRequest.Person minor =
                new VisitRequest.Person("Kim", "Lee", "kim@example.org", "818-555-0143", "en", false, false);
        Visit visit = desk.book(aRequest(start, minor), Optional.empty());
        assertThat(visit.status()).isEqualTo(Status.PENDING_REVIEW);
        assertThat(visit.clinicalReview()).isFalse();
        assertThat(calls.waiting(Actor.of("fay", Role.FRONT_DESK, "")))
                .extracting(CallTask::cause)
                .contains(CallRequest.Cause.NOT_ADULT);
    }

    @Test
    void recordsConsentsWithTimeAndWording() {
        desk.book(aRequest(LocalDateTime.of(2027, 1, 13, 14, 0)), Optional.empty());
        assertThat((Object) em.createNativeQuery(
                                "select concat(subject, ' ', given, ' ', text_version, ' ', source) from consent"
                                        + " where patient_id = (select max(id) from patient) order by subject")
                        .getResultList())
                .hasToString("[EMAIL 1 2026-11 API, PRIVACY_NOTICE 1 2026-12 API]");
    }

    @Test
    void storesNothingOfARefusedRequest() {
        long before = count("patient");
        LocalDateTime start = LocalDateTime.of(2027, 1, 14, 9, 0);
        desk.book(aRequest(start), Optional.empty());
        refused(Reason.SLOT_TAKEN, () -> desk.book(aRequest(start), Optional.empty()));
        assertThat(count("patient")).isEqualTo(before + 1);
    }

    @Test
    void offersTheLastSlotOfTheDayToSevenExactly() {
        LocalDate day = LocalDate.of(2027, 1, 15);
        Visit visit = desk.book(aRequest(day.atTime(18, 30)), Optional.empty());
        assertThat(visit.slot().span().endsAt()).hasHour(19).hasMinute(0);
    }

    private HoldDesk.Held hold(LocalDateTime start) {
        return desk.hold(
                start, Optional.empty(), "10.8." + start.getDayOfMonth() + "." + start.getHour(), Optional.empty());
    }

    private Placement placement(LocalDateTime start) {
        VisitNeeds needs = freeTimes.needs(VisitKind.CONSULTATION);
        var slot = new clinic.calendar.Slot(
                start.toLocalDate(), clinic.calendar.QuarterHours.lasting(start.toLocalTime(), 30));
        return needs.choose(slot, freeTimes.read(slot.day(), slot.day(), Ledger.NO_HOLD), 0)
                .orElseThrow();
    }

    private void expire(HoldDesk.Held held) throws Exception {
        transaction.begin();
        em.createNativeQuery("update hold set expires_at = ? where fingerprint = ?")
                .setParameter(
                        1,
                        LocalDateTime.ofInstant(
                                held.expiresAt().minus(HoldDesk.KEPT).minusSeconds(1), ZoneOffset.UTC))
                .setParameter(2, PrivateLinks.fingerprint(held.token()))
                .executeUpdate();
        transaction.commit();
    }

    private long count(String table) {
        return ((Number) em.createNativeQuery("select count(*) from " + table).getSingleResult()).longValue();
    }

    private List<LocalDateTime> free(LocalDate day) {
        return free(day, Optional.empty());
    }

    private List<LocalDateTime> free(LocalDate day, Optional<String> hold) {
        return desk.days(day, 1, hold).get(0).slots().stream()
                .map(slot -> slot.startsAt())
                .toList();
    }

    private static BookingRefused refused(Reason reason, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        BookingRefused refused = org.assertj.core.api.Assertions.catchThrowableOfType(BookingRefused.class, call);
        assertThat(refused).isNotNull();
        assertThat(refused.reason()).isEqualTo(reason);
        return refused;
    }
}
