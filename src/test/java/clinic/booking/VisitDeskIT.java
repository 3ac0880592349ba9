package clinic.booking;

import static clinic.testing.Fixtures.aRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import clinic.capacity.LedgerAudit;
import clinic.staff.Actor;
import clinic.staff.NotAllowed;
import clinic.staff.Role;
import clinic.testing.AtOnce;
import clinic.testing.AtOnce.Outcome;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.TransactionManager;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Staff take visits along their edges, on the real database. Each test has a day of its own. */
@ExtendWith(ArquillianExtension.class)
class VisitDeskIT {
    private static final Actor FRONT = Actor.of("fay", Role.FRONT_DESK, "127.0.0.1");
    private static final Actor NURSE = Actor.of("nell", Role.NURSE, "127.0.0.1");
    private static final Actor PRESCRIBER = Actor.of("paul", Role.PRESCRIBER, "127.0.0.1");
    private static final Actor AUDITOR = Actor.of("olga", Role.AUDITOR, "127.0.0.1");

    @Inject
    private VisitDesk desk;

    @Inject
    private ConsultationDesk patients;

    @Inject
    private LedgerAudit audit;

    @Inject
    private clinic.calendar.ClinicProfile clock;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private TransactionManager transaction;

    @AfterEach
    void theLedgerTellsTheTruth() {
        assertThat(audit.audit(LocalDate.of(2026, 11, 1)).consistent()).isTrue();
    }

    @Test
    void takesAVisitFromItsBookingToItsEnd() {
        long visit = book(LocalDateTime.of(2026, 12, 29, 9, 0));
        assertThat(step(FRONT, visit, Edge.CONFIRM).status()).isEqualTo(Status.CONFIRMED);
        StaffVisit there = step(FRONT, visit, Edge.CHECK_IN);
        assertThat(there.next()).containsExactly(Edge.CANCEL);
        assertThat(desk.visit(NURSE, visit).next()).containsExactly(Edge.START, Edge.CANCEL);
        step(NURSE, visit, Edge.START);
        assertThat(step(NURSE, visit, Edge.COMPLETE).status()).isEqualTo(Status.DONE);
        assertThat(desk.history(FRONT, visit))
                .extracting(VisitStep::edge)
                .containsExactly("BOOK", "CONFIRM", "CHECK_IN", "START", "COMPLETE");
        assertThat(desk.history(FRONT, visit).get(2)).satisfies(line -> {
            assertThat(line.by()).isEqualTo("fay");
            assertThat(line.role()).contains(Role.FRONT_DESK);
            assertThat(line.before()).contains(Status.CONFIRMED);
            assertThat(line.after()).contains(Status.CHECKED_IN);
        });
    }

    @Test
    void readsAnyNumberOfVisitsByOneStatement() throws Exception {
        LocalDate day = LocalDate.of(2027, 2, 2);
        for (int index = 0; index < 6; index++) {
            book(day.atTime(9 + index, 0));
        }
        // The first look is written down as well.
        desk.on(FRONT, day.minusDays(20), day.plusDays(20));
        transaction.begin();
        try {
            long before = statements();
            List<StaffVisit> visits = desk.on(FRONT, day.minusDays(20), day.plusDays(20));
            assertThat(statements() - before).isEqualTo(1);
            assertThat(visits).hasSizeGreaterThanOrEqualTo(6);
            assertThat(visits).extracting(StaffVisit::slot).isSorted();
            assertThat(visits)
                    .filteredOn(visit -> visit.slot().day().equals(day))
                    .allSatisfy(visit -> {
                        assertThat(visit.room().name()).isEqualTo("C1");
                        assertThat(visit.firstName()).isEqualTo("Ana");
                        assertThat(visit.stranded()).isFalse();
                        assertThat(visit.missing()).isEmpty();
                    });
        } finally {
            transaction.rollback();
        }
    }

    @Test
    void refusesAStepThatDoesNotLeadFromHere() {
        long visit = book(LocalDateTime.of(2027, 2, 3, 9, 0));
        refused(Reason.ILLEGAL_TRANSITION, () -> step(NURSE, visit, Edge.START));
        refused(Reason.ILLEGAL_TRANSITION, () -> step(FRONT, visit, Edge.MISS));
        step(FRONT, visit, Edge.CHECK_IN);
        refused(Reason.ILLEGAL_TRANSITION, () -> step(NURSE, visit, Edge.PREPARE));
    }

    @Test
    void letsThoseWhoseTaskItIsAndTheyOnly() {
        long visit = book(LocalDateTime.of(2027, 2, 3, 11, 0));
        step(FRONT, visit, Edge.CHECK_IN);
        assertThatExceptionOfType(NotAllowed.class).isThrownBy(() -> step(FRONT, visit, Edge.START));
        assertThatExceptionOfType(NotAllowed.class).isThrownBy(() -> desk.visit(AUDITOR, visit));
        assertThatExceptionOfType(NotAllowed.class).isThrownBy(() -> desk.on(AUDITOR, day(visit), day(visit)));
        assertThatExceptionOfType(NotAllowed.class).isThrownBy(() -> desk.undo(AUDITOR, visit));
        assertThatExceptionOfType(UnknownVisit.class).isThrownBy(() -> desk.visit(FRONT, 999_999_999));
        assertThatExceptionOfType(UnknownVisit.class).isThrownBy(() -> step(FRONT, 999_999_999, Edge.CANCEL));
    }

    @Test
    void refusesWhatWasDecidedOnAnOldSight() {
        long visit = book(LocalDateTime.of(2027, 2, 3, 14, 0));
        int seen = desk.visit(FRONT, visit).version();
        desk.step(FRONT, visit, Edge.CONFIRM, Grounds.NONE, OptionalInt.of(seen));
        refused(Reason.STALE_VERSION, () -> desk.step(FRONT, visit, Edge.CHECK_IN, Grounds.NONE, OptionalInt.of(seen)));
    }

    @Test
    void givesTheTimeBackWhenItIsCancelledAndTakesItAgainWhenThatIsUndone() {
        LocalDateTime start = LocalDateTime.of(2027, 2, 4, 9, 0);
        long visit = book(start);
        step(FRONT, visit, Edge.CONFIRM);
        StaffVisit cancelled = desk.step(FRONT, visit, Edge.CANCEL, Grounds.of(" she is ill "), OptionalInt.empty());
        assertThat(cancelled.undoable()).isTrue();
        assertThat(cancelled.lateCancel()).isFalse();
        assertThat(desk.history(FRONT, visit).get(2).reason()).contains("she is ill");
        assertThat(free(start)).isTrue();

        assertThatExceptionOfType(BookingRefused.class).isThrownBy(() -> desk.undo(NURSE, visit));
        StaffVisit back = desk.undo(FRONT, visit);
        assertThat(back.status()).isEqualTo(Status.CONFIRMED);
        assertThat(back.undoable()).isFalse();
        assertThat(free(start)).isFalse();
        assertThat(letters(visit)).containsExactly("booked:0", "cancelled:1", "booked:2");
        refused(Reason.ILLEGAL_TRANSITION, () -> desk.undo(FRONT, visit));
    }

    @Test
    void keepsWhoseWishACancellationWas() {
        LocalDateTime start = LocalDateTime.of(2027, 2, 4, 14, 0);
        long visit = book(start);
        Grounds sick = Grounds.wishOf(Canceller.CLINIC, "the clinician is ill");
        assertThat(desk.step(FRONT, visit, Edge.CANCEL, sick, OptionalInt.empty())
                        .cancelledBy())
                .contains(Canceller.CLINIC);
        assertThat(desk.undo(FRONT, visit).cancelledBy()).isEmpty();
        assertThat(step(FRONT, visit, Edge.CANCEL).cancelledBy()).contains(Canceller.PATIENT);
        assertThat(desk.history(FRONT, visit))
                .extracting(VisitStep::cancelledBy)
                .containsExactly(
                        Optional.empty(),
                        Optional.of(Canceller.CLINIC),
                        Optional.empty(),
                        Optional.of(Canceller.PATIENT));
        Visit hers = patients.book(aRequest(start), Optional.empty());
        patients.cancel(hers.token(), Optional.empty());
        assertThat(desk.visit(FRONT, hers.notice().visit()).cancelledBy()).contains(Canceller.PATIENT);
    }

    @Test
    void refusesToUndoACancellationWhoseTimeIsSomebodyElsesByNow() {
        LocalDateTime start = LocalDateTime.of(2027, 2, 4, 11, 0);
        long visit = book(start);
        step(FRONT, visit, Edge.CANCEL);
        book(start);
        refused(Reason.SLOT_TAKEN, () -> desk.undo(FRONT, visit));
        assertThat(desk.visit(FRONT, visit).status()).isEqualTo(Status.CANCELLED);
    }

    @Test
    void undoesForTenMinutesOnly() throws Exception {
        long visit = book(LocalDateTime.of(2027, 2, 5, 9, 0));
        step(FRONT, visit, Edge.CHECK_IN);
        change("update appointment set status_since = status_since - interval 11 minute where id = " + visit);
        refused(Reason.ILLEGAL_TRANSITION, () -> desk.undo(FRONT, visit));
        step(NURSE, visit, Edge.START);
        assertThat(desk.undo(NURSE, visit).status()).isEqualTo(Status.CHECKED_IN);
    }

    @Test
    void confirmsToHerWhatWasKeptForReviewAndTakesItBack() {
        long visit = keep(LocalDateTime.of(2026, 12, 30, 9, 0));
        assertThat(step(NURSE, visit, Edge.APPROVE).status()).isEqualTo(Status.BOOKED);
        assertThat(desk.undo(NURSE, visit).status()).isEqualTo(Status.PENDING_REVIEW);
        assertThat(step(PRESCRIBER, visit, Edge.APPROVE).status()).isEqualTo(Status.BOOKED);
        assertThat(letters(visit)).containsExactly("kept:0", "booked:0", "kept:1", "booked:2");
    }

    @Test
    void declinesWhatWasKeptForReview() {
        LocalDateTime start = LocalDateTime.of(2026, 12, 30, 11, 0);
        long visit = keep(start);
        assertThatExceptionOfType(NotAllowed.class).isThrownBy(() -> step(NURSE, visit, Edge.DECLINE));
        StaffVisit declined = step(PRESCRIBER, visit, Edge.DECLINE);
        assertThat(declined.status()).isEqualTo(Status.CANCELLED);
        assertThat(declined.cancelledBy()).contains(Canceller.CLINIC);
        assertThat(free(start)).isTrue();
        assertThat(letters(visit)).containsExactly("kept:0", "cancelled:1");
    }

    @Test
    void takesAStepOnceWhenTwelveTakeItAtOnce() throws InterruptedException {
        long visit = book(LocalDateTime.of(2026, 12, 31, 9, 0));
        List<Outcome<StaffVisit>> outcomes =
                AtOnce.doAll(Collections.nCopies(12, () -> step(FRONT, visit, Edge.CHECK_IN)));
        assertThat(outcomes).filteredOn(Outcome::succeeded).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.succeeded())
                .allMatch(outcome -> outcome.failure() instanceof BookingRefused refused
                        && refused.reason() == Reason.ILLEGAL_TRANSITION);
        assertThat(desk.history(FRONT, visit)).hasSize(2);
    }

    @Test
    void marksANoShowAndLetsHerComeAfterAll() throws Exception {
        long visit = book(LocalDateTime.of(2027, 1, 19, 9, 0));
        LocalDate today = clock.today();
        change("update appointment set day = '" + today.minusDays(1) + "' where id = " + visit);
        assertThat(step(FRONT, visit, Edge.MISS).status()).isEqualTo(Status.NO_SHOW);
        refused(Reason.ILLEGAL_TRANSITION, () -> step(FRONT, visit, Edge.CHECK_IN));
        change("update appointment set day = '" + today + "' where id = " + visit);
        assertThat(step(FRONT, visit, Edge.CHECK_IN).status()).isEqualTo(Status.CHECKED_IN);
    }

    @Test
    void listsWhatEarlierDaysLeftOpenUntilItIsClosed() throws Exception {
        long visit = book(LocalDateTime.of(2027, 1, 19, 10, 0));
        assertThat(leftOpen()).doesNotContain(visit);
        change("update appointment set day = '" + clock.today().minusDays(3) + "' where id = " + visit);
        assertThat(leftOpen()).contains(visit);
        step(FRONT, visit, Edge.MISS);
        assertThat(leftOpen()).doesNotContain(visit);
        assertThatExceptionOfType(NotAllowed.class).isThrownBy(() -> desk.leftOpen(AUDITOR));
    }

    private List<Long> leftOpen() {
        return desk.leftOpen(FRONT).stream().map(StaffVisit::id).toList();
    }

    private StaffVisit step(Actor actor, long visit, Edge edge) {
        return desk.step(actor, visit, edge, Grounds.NONE, OptionalInt.empty());
    }

    private long book(LocalDateTime start) {
        return patients.book(aRequest(start), Optional.empty()).notice().visit();
    }

    private long keep(LocalDateTime start) {
        VisitRequest.Person minor =
                new VisitRequest.Person("Kim", "Lee", "kim@example.org", "818-555-0143", "en", false, false);
        return patients.book(aRequest(start, minor), Optional.empty()).notice().visit();
    }

    private LocalDate day(long visit) {
        return desk.visit(FRONT, visit).slot().day();
    }

    private boolean free(LocalDateTime start) {
        return patients.days(start.toLocalDate(), 1, Optional.empty()).get(0).slots().stream()
                .anyMatch(slot -> slot.startsAt().equals(start));
    }

    private List<String> letters(long visit) {
        List<?> keys = em.createNativeQuery("select dedup_key from outbox_mail where visit_id = ? order by id")
                .setParameter(1, visit)
                .getResultList();
        return keys.stream()
                .map(key -> key.toString().substring(("visit:" + visit + ":").length()))
                .toList();
    }

    private long statements() {
        Object[] row = (Object[])
                em.createNativeQuery("show session status like 'Com_select'").getSingleResult();
        return Long.parseLong(row[1].toString());
    }

    private void change(String sql) throws Exception {
        transaction.begin();
        em.createNativeQuery(sql).executeUpdate();
        transaction.commit();
    }

    private static void refused(Reason reason, ThrowingCallable call) {
        BookingRefused refused = catchThrowableOfType(BookingRefused.class, call);
        assertThat(refused).isNotNull();
        assertThat(refused.reason()).isEqualTo(reason);
    }
}
