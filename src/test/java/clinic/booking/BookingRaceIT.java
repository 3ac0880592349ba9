package clinic.booking;

import static clinic.testing.Fixtures.aRequest;
import static clinic.testing.Fixtures.under;
import static org.assertj.core.api.Assertions.assertThat;

import clinic.capacity.LedgerAudit;
import clinic.testing.AtOnce;
import clinic.testing.AtOnce.Outcome;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.TransactionManager;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Many people, one time, the real database. Catches: a check outside the lock, a lock too late, a claim lost. */
@ExtendWith(ArquillianExtension.class)
class BookingRaceIT {
    @Inject
    private ConsultationDesk desk;

    @Inject
    private LedgerAudit audit;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private TransactionManager transaction;

    @AfterEach
    void theLedgerTellsTheTruth() {
        LedgerAudit.Report report = audit.audit(LocalDate.of(2026, 11, 1));
        assertThat(report.mismatches()).isEmpty();
        assertThat(report.stranded()).isEmpty();
        assertThat(report.claims()).isPositive();
    }

    @Test
    void givesOneSlotToOneOfThirtyTwo() throws InterruptedException {
        LocalDateTime start = LocalDateTime.of(2026, 12, 7, 9, 0);
        List<Outcome<Visit>> outcomes = all(Collections.nCopies(32, start));
        assertThat(outcomes).filteredOn(Outcome::succeeded).hasSize(1);
        assertThat(outcomes).filteredOn(outcome -> !outcome.succeeded()).allSatisfy(loser -> {
            assertThat(loser.failure()).isInstanceOfSatisfying(BookingRefused.class, refused -> {
                assertThat(refused.reason()).isEqualTo(Reason.SLOT_TAKEN);
                assertThat(refused.alternatives()).isNotEmpty().noneMatch(slot -> slot.startsAt()
                        .equals(start));
            });
        });
    }

    @Test
    void givesFortySlotsToFortyOfTwoHundred() throws InterruptedException {
        List<LocalDateTime> starts = new ArrayList<>();
        for (int client = 0; client < 200; client++) {
            int slot = client % 40;
            starts.add(
                    LocalDate.of(2026, 12, 8).plusDays(slot / 20).atTime(8, 0).plusMinutes(30L * (slot % 20)));
        }
        Collections.shuffle(starts, new java.util.Random(7));
        List<Outcome<Visit>> outcomes = all(starts);
        assertThat(outcomes).filteredOn(Outcome::succeeded).hasSize(40);
        assertThat(outcomes.stream()
                        .filter(Outcome::succeeded)
                        .map(outcome -> outcome.result().slot())
                        .distinct())
                .hasSize(40);
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.succeeded())
                .allMatch(outcome ->
                        outcome.failure() instanceof BookingRefused refused && refused.reason() == Reason.SLOT_TAKEN);
    }

    @Test
    void letsEitherTheHoldOrTheBookingHaveTheSlot() throws InterruptedException {
        LocalDateTime start = LocalDateTime.of(2026, 12, 10, 9, 0);
        List<Callable<Object>> tries = new ArrayList<>();
        for (int client = 0; client < 16; client++) {
            String address = "10.0.0." + client;
            tries.add(() -> desk.hold(start, Optional.empty(), address, Optional.empty()));
            tries.add(() -> desk.book(aRequest(start), Optional.empty()));
        }
        assertThat(AtOnce.doAll(tries)).filteredOn(Outcome::succeeded).hasSize(1);
    }

    @Test
    void letsTheHolderBookAgainstThirtyOneWhoTry() throws InterruptedException {
        LocalDateTime start = LocalDateTime.of(2026, 12, 10, 11, 0);
        HoldDesk.Held held = desk.hold(start, Optional.empty(), "10.0.1.1", Optional.empty());
        List<Callable<Visit>> tries =
                new ArrayList<>(Collections.nCopies(31, () -> desk.book(aRequest(start), Optional.empty())));
        tries.add(() -> desk.book(under(held.token(), aRequest(start)), Optional.empty()));
        List<Outcome<Visit>> outcomes = AtOnce.doAll(tries);
        assertThat(outcomes.get(31).succeeded()).isTrue();
        assertThat(outcomes).filteredOn(Outcome::succeeded).hasSize(1);
    }

    @Test
    void letsOneOfManyMovesAndBookingsHaveTheSlot() throws InterruptedException {
        LocalDate day = LocalDate.of(2026, 12, 14);
        LocalDateTime wanted = day.atTime(14, 0);
        List<Visit> visits = IntStream.range(0, 10)
                .mapToObj(index -> desk.book(aRequest(day.atTime(8, 0).plusMinutes(30L * index)), Optional.empty()))
                .toList();
        List<Callable<Visit>> tries = new ArrayList<>();
        visits.forEach(visit -> tries.add(() -> desk.move(visit.token(), wanted)));
        tries.addAll(Collections.nCopies(10, () -> desk.book(aRequest(wanted), Optional.empty())));
        assertThat(AtOnce.doAll(tries)).filteredOn(Outcome::succeeded).hasSize(1);
    }

    @Test
    void swapsNothingWhenTwoVisitsMoveOntoEachOther() throws InterruptedException {
        LocalDate day = LocalDate.of(2026, 12, 15);
        Visit early = desk.book(aRequest(day.atTime(9, 0)), Optional.empty());
        Visit late = desk.book(aRequest(day.atTime(10, 0)), Optional.empty());
        List<Outcome<Visit>> outcomes = AtOnce.doAll(List.of(
                () -> desk.move(early.token(), day.atTime(10, 0)), () -> desk.move(late.token(), day.atTime(9, 0))));
        assertThat(outcomes).noneMatch(Outcome::succeeded);
        assertThat(desk.visit(early.token()).slot()).isEqualTo(early.slot());
        assertThat(desk.visit(late.token()).slot()).isEqualTo(late.slot());
    }

    @Test
    void movesOneVisitOnceWhenAskedManyTimesAtOnce() throws InterruptedException {
        LocalDate day = LocalDate.of(2026, 12, 16);
        Visit visit = desk.book(aRequest(day.atTime(9, 0)), Optional.empty());
        List<Callable<Visit>> tries = new ArrayList<>();
        for (int index = 0; index < 12; index++) {
            LocalDateTime to = day.atTime(10, 0).plusMinutes(30L * index);
            tries.add(() -> desk.move(visit.token(), to));
        }
        List<Outcome<Visit>> outcomes = AtOnce.doAll(tries);
        assertThat(outcomes).allMatch(Outcome::succeeded);
        assertThat(desk.visit(visit.token()).revision()).isEqualTo(12);
        assertThat(desk.days(day, 1, Optional.empty()).get(0).slots()).hasSize(21);
    }

    @Test
    void cancelsOnceAndBooksOnceWhenAllHappensTogether() throws InterruptedException {
        LocalDateTime start = LocalDateTime.of(2026, 12, 17, 9, 0);
        Visit visit = desk.book(aRequest(start), Optional.empty());
        List<Callable<Visit>> tries =
                new ArrayList<>(Collections.nCopies(8, () -> desk.cancel(visit.token(), Optional.empty())));
        tries.addAll(Collections.nCopies(8, () -> desk.book(aRequest(start), Optional.empty())));
        List<Outcome<Visit>> outcomes = AtOnce.doAll(tries);
        assertThat(outcomes.subList(0, 8)).allMatch(Outcome::succeeded);
        assertThat(outcomes.subList(8, 16)).filteredOn(Outcome::succeeded).hasSizeLessThanOrEqualTo(1);
        assertThat(desk.visit(visit.token()).revision()).isEqualTo(1);
    }

    @Test
    void givesTheTimeOfAHoldThatExpiresAtTheMomentOfBookingToExactlyOne() throws Exception {
        LocalDateTime start = LocalDateTime.of(2026, 12, 18, 9, 0);
        HoldDesk.Held held = desk.hold(start, Optional.empty(), "10.0.2.1", Optional.empty());
        expireWithin(held, 30);
        List<Callable<Visit>> tries =
                new ArrayList<>(Collections.nCopies(15, () -> desk.book(aRequest(start), Optional.empty())));
        tries.add(() -> desk.book(under(held.token(), aRequest(start)), Optional.empty()));
        List<Outcome<Visit>> outcomes = AtOnce.doAll(tries);
        assertThat(outcomes).filteredOn(Outcome::succeeded).hasSize(1);
    }

    @Test
    void booksOneVisitForOneKeyHoweverOftenItIsRepeatedAtOnce() throws InterruptedException {
        LocalDateTime start = LocalDateTime.of(2026, 12, 21, 9, 0);
        RequestKey key = RequestKey.of("book", "ana@example.org", "key-of-a-race", "body");
        List<Outcome<Visit>> outcomes =
                AtOnce.doAll(Collections.nCopies(16, () -> desk.book(aRequest(start), Optional.of(key))));
        assertThat(outcomes).allMatch(Outcome::succeeded);
        assertThat(outcomes.stream().map(outcome -> outcome.result().token()).distinct())
                .hasSize(1);
        assertThat(desk.days(start.toLocalDate(), 1, Optional.empty()).get(0).slots())
                .hasSize(21);
    }

    private void expireWithin(HoldDesk.Held held, int millis) throws Exception {
        transaction.begin();
        em.createNativeQuery("update hold set expires_at = ? where fingerprint = ?")
                .setParameter(
                        1,
                        java.time.LocalDateTime.ofInstant(
                                held.expiresAt().minus(HoldDesk.KEPT).plusMillis(millis), java.time.ZoneOffset.UTC))
                .setParameter(2, PrivateLinks.fingerprint(held.token()))
                .executeUpdate();
        transaction.commit();
    }

    private List<Outcome<Visit>> all(List<LocalDateTime> starts) throws InterruptedException {
        return AtOnce.doAll(starts.stream()
                .<Callable<Visit>>map(start -> () -> desk.book(aRequest(start), Optional.empty()))
                .toList());
    }
}
