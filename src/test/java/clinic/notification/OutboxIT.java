package clinic.notification;

import static clinic.testing.Fixtures.aRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import clinic.booking.ConsultationDesk;
import clinic.booking.Edge;
import clinic.booking.Grounds;
import clinic.booking.LinkDesk;
import clinic.booking.StaffBookingDesk;
import clinic.booking.StaffMove;
import clinic.booking.Visit;
import clinic.booking.VisitDesk;
import clinic.booking.VisitRequest;
import clinic.staff.Actor;
import clinic.staff.Role;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.TransactionManager;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is owed is written with the booking or not at all, leaves once and in order. */
@ExtendWith(ArquillianExtension.class)
class OutboxIT {
    private static final Actor FRONT = Actor.of("fay", Role.FRONT_DESK, "127.0.0.1");
    private static final Actor NURSE = Actor.of("nia", Role.NURSE, "127.0.0.1");

    @Inject
    private ConsultationDesk desk;

    @Inject
    private LinkDesk links;

    @Inject
    private StaffBookingDesk staff;

    @Inject
    private VisitDesk visits;

    @Inject
    private Mailbox mailbox;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private TransactionManager transaction;

    @Test
    void owesOneLetterForEveryStepOfAVisit() {
        LocalDate day = LocalDate.of(2027, 1, 25);
        Visit visit = desk.book(aRequest(day.atTime(9, 0)), Optional.empty());
        desk.move(visit.token(), day.atTime(10, 0));
        desk.cancel(visit.token(), Optional.empty());
        desk.cancel(visit.token(), Optional.empty());
        assertThat(keys(visit)).containsExactly("booked:0", "moved:1", "cancelled:2");
    }

    @Test
    void owesNothingForARefusedBooking() {
        LocalDateTime start = LocalDateTime.of(2027, 1, 25, 14, 0);
        desk.book(aRequest(start), Optional.empty());
        long before = letters();
        assertThatThrownBy(() -> desk.book(aRequest(start), Optional.empty())).isNotNull();
        assertThat(letters()).isEqualTo(before);
    }

    @Test
    void invitesNobodyToAVisitThatIsOnlyKept() {
        LocalDate day = LocalDate.of(2027, 1, 26);
        VisitRequest.Person minor =
                new VisitRequest.Person("Kim", "Lee", "kim@example.org", "818-555-0143", "en", false, false);
        Visit visit = desk.book(aRequest(day.atTime(9, 0), minor), Optional.empty());
        desk.move(visit.token(), day.atTime(10, 0));
        desk.cancel(visit.token(), Optional.empty());
        assertThat(kinds(visit)).containsExactly("KEPT_FOR_REVIEW", "KEPT_FOR_REVIEW", "WITHDRAWN");
    }

    @Test
    void takesAnEntryBackWhenAnApprovalIsUndone() {
        VisitRequest.Person minor =
                new VisitRequest.Person("Kay", "Lee", "kay@example.org", "818-555-0145", "en", false, false);
        Visit visit = desk.book(aRequest(LocalDateTime.of(2027, 1, 28, 9, 0), minor), Optional.empty());
        long id = visit.notice().visit();
        visits.step(NURSE, id, Edge.APPROVE, Grounds.NONE, OptionalInt.empty());
        visits.undo(NURSE, id);
        visits.step(NURSE, id, Edge.APPROVE, Grounds.NONE, OptionalInt.empty());
        assertThat(kinds(visit)).containsExactly("KEPT_FOR_REVIEW", "BOOKED", "UNCONFIRMED", "BOOKED");
        assertThat(keys(visit)).as("each newer than the one before").endsWith("kept:1", "booked:2");
    }

    @Test
    void sendsALostLinkToItsOwnerOnceInAWhile() {
        VisitRequest.Person lou =
                new VisitRequest.Person("Lou", "Reed", "lou@example.org", "818-555-0144", "es", true, true);
        Visit visit = desk.book(aRequest(LocalDateTime.of(2027, 1, 27, 9, 0), lou), Optional.empty());
        links.ask(" LOU@example.org ");
        links.ask("lou@example.org");
        links.ask("nobody@example.org");
        links.ask("lóu@example.org");
        await().atMost(Duration.ofSeconds(30)).until(() -> requests() == 0);
        assertThat(kinds(visit)).containsExactly("BOOKED", "LINK");
    }

    /** A stranger may have booked under it: one mail leads its owner to all of it. */
    @Test
    void sendsTheLinksOfAllThatIsOpenUnderAnAddressInOneLetter() {
        Visit first = desk.book(
                aRequest(LocalDateTime.of(2027, 2, 17, 9, 30), someone("Una", "una@example.org")), Optional.empty());
        Visit second = desk.book(
                aRequest(LocalDateTime.of(2027, 2, 17, 11, 30), someone("Otra", "una@example.org")), Optional.empty());
        Visit another = desk.book(
                aRequest(LocalDateTime.of(2027, 2, 17, 13, 30), someone("Una", "uná@example.org")), Optional.empty());
        Visit gone = desk.book(
                aRequest(LocalDateTime.of(2027, 2, 17, 15, 30), someone("Una", "una@example.org")), Optional.empty());
        desk.cancel(gone.token(), Optional.empty());
        links.ask("una@example.org");
        await().atMost(Duration.ofSeconds(30)).until(() -> kinds(first).contains("LINKS"));
        assertThat(kinds(second)).containsExactly("BOOKED");
        await().atMost(Duration.ofSeconds(30)).until(() -> states(first).equals(List.of("SENT", "SENT")));
        assertThat(mailbox.newest(200))
                .filteredOn(mail -> mail.subject().contains("links you asked for")
                        && mail.to().contains("una@"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text())
                        .contains(first.token(), second.token())
                        .doesNotContain(another.token(), gone.token()));
    }

    private static VisitRequest.Person someone(String name, String email) {
        return new VisitRequest.Person(name, "Links", email, "818-555-0147", "en", true, true);
    }

    private long requests() {
        return ((Number) em.createNativeQuery("select count(*) from link_request where sent_at is null")
                        .getSingleResult())
                .longValue();
    }

    @Test
    void carriesTheLettersOutInTheOrderOfTheVisit() {
        LocalDate day = LocalDate.of(2027, 1, 28);
        VisitRequest.Person max =
                new VisitRequest.Person("Max", "Order", "max@example.org", "818-555-0145", "en", true, true);
        Visit visit = desk.book(aRequest(day.atTime(9, 0), max), Optional.empty());
        desk.move(visit.token(), day.atTime(11, 0));
        desk.cancel(visit.token(), Optional.empty());
        await().atMost(Duration.ofSeconds(30))
                .until(() -> states(visit).stream().allMatch("SENT"::equals));
        assertThat(em.createNativeQuery("select kind from outbox_mail where visit_id = ? order by sent_at, revision")
                        .setParameter(1, visit.notice().visit())
                        .getResultList()
                        .toString())
                .isEqualTo("[BOOKED, MOVED, CANCELLED]");
        assertThat(mailbox.newest(200))
                .filteredOn(mail -> mail.to().contains("max@example.org"))
                .hasSize(3);
    }

    @Test
    void sendsALetterAgainWhoseBearerDied() throws Exception {
        VisitRequest.Person eve =
                new VisitRequest.Person("Eve", "Again", "eve@example.org", "818-555-0146", "en", true, true);
        Visit visit = desk.book(aRequest(LocalDateTime.of(2027, 1, 29, 9, 0), eve), Optional.empty());
        await().atMost(Duration.ofSeconds(30)).until(() -> states(visit).equals(List.of("SENT")));
        rewrite(
                visit,
                "state = 'QUEUED', sent_at = null, lease_owner = uuid(),"
                        + " next_attempt_at = utc_timestamp(6), lease_until = utc_timestamp(6)");
        await().atMost(Duration.ofSeconds(30)).until(() -> states(visit).equals(List.of("SENT")));
        assertThat(column("attempts", visit)).containsExactly("2");
        // The same letter to the letter: it lies where the first one lay.
        assertThat(mailbox.newest(200))
                .filteredOn(mail -> mail.to().contains("eve@example.org"))
                .hasSize(1);
    }

    @Test
    void tellsNobodyOfWhatStaffTakeBackAtOnce() {
        LocalDate day = LocalDate.of(2027, 1, 27);
        Visit visit = desk.book(aRequest(day.atTime(14, 0)), Optional.empty());
        long id = visit.notice().visit();
        staff.move(FRONT, id, StaffMove.to(day.atTime(15, 0)));
        staff.move(FRONT, id, StaffMove.to(day.atTime(14, 0)));
        visits.step(FRONT, id, Edge.CANCEL, Grounds.NONE, OptionalInt.empty());
        visits.undo(FRONT, id);
        assertThat(keys(visit)).containsExactly("booked:0", "moved:1", "moved:2", "cancelled:3", "booked:4");
        assertThat(states(visit).subList(1, 5)).containsOnly("SUPPRESSED");
        staff.move(FRONT, id, StaffMove.to(day.atTime(15, 30)));
        assertThat(states(visit).subList(5, 6)).containsExactly("QUEUED");
    }

    @Test
    void saysThatTheOldTimeStandsAgainWhenTheLetterHasLeft() throws Exception {
        LocalDate day = LocalDate.of(2027, 1, 27);
        Visit visit = desk.book(aRequest(day.atTime(17, 0)), Optional.empty());
        staff.move(FRONT, visit.notice().visit(), StaffMove.to(day.atTime(18, 0)));
        rewrite(visit, "state = 'SENT'");
        staff.move(FRONT, visit.notice().visit(), StaffMove.to(day.atTime(17, 0)));
        assertThat(kinds(visit)).containsExactly("BOOKED", "MOVED", "MOVED");
        assertThat(states(visit).get(2)).isNotEqualTo("SUPPRESSED");
    }

    private List<String> keys(Visit visit) {
        String prefix = "visit:" + visit.notice().visit() + ":";
        return column("dedup_key", visit).stream()
                .map(key -> key.substring(prefix.length()))
                .toList();
    }

    private List<String> kinds(Visit visit) {
        return column("kind", visit);
    }

    private List<String> states(Visit visit) {
        return column("state", visit);
    }

    private List<String> column(String name, Visit visit) {
        return ((List<?>) em.createNativeQuery("select " + name + " from outbox_mail where visit_id = ? order by id")
                        .setParameter(1, visit.notice().visit())
                        .getResultList())
                .stream().map(String::valueOf).toList();
    }

    private long letters() {
        return ((Number)
                        em.createNativeQuery("select count(*) from outbox_mail").getSingleResult())
                .longValue();
    }

    /** By id, as the courier does who works beside us: by another index, each could wait for the other. */
    private void rewrite(Visit visit, String values) throws Exception {
        for (String letter : column("id", visit)) {
            transaction.begin();
            em.createNativeQuery("update outbox_mail set " + values + " where id = ?")
                    .setParameter(1, Long.valueOf(letter))
                    .executeUpdate();
            transaction.commit();
        }
    }
}
