package clinic.notification;

import static clinic.testing.Fixtures.aRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import clinic.booking.BookingRefused;
import clinic.booking.ConsultationDesk;
import clinic.staff.Actor;
import clinic.staff.Role;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.TransactionManager;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What becomes of a letter that was taken, entry by entry. Each holds the lease on it, so that the courier lets it be. */
@ExtendWith(ArquillianExtension.class)
class DispatchDeskIT {
    private static final Actor FRONT = Actor.of("fay", Role.FRONT_DESK, "127.0.0.1");
    private static final String LEASED = "state = 'QUEUED', sent_at = null, lease_owner = 'a test',"
            + " lease_until = utc_timestamp(6) + interval 1 hour, next_attempt_at = utc_timestamp(6) + interval 1 hour";

    @Inject
    private DispatchDesk desk;

    @Inject
    private CallInsteadDesk instead;

    @Inject
    private MessageDesk messages;

    @Inject
    private ConsultationDesk consultations;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private TransactionManager transaction;

    @Test
    void whatMayHaveArrivedIsSentOnceMoreAndThenAPersonFindsOut() throws Exception {
        long id = aSentLetter(9);
        NotDelivered unknown = new NotDelivered(NotDelivered.Reason.OUTCOME_UNKNOWN, "no answer");
        rewrite(id, LEASED + ", attempts = 1");
        desk.notDelivered(find(id), unknown);
        assertThat(column("state", id)).isEqualTo("QUEUED");
        assertThat(column("unknown_outcomes", id)).isEqualTo("1");
        rewrite(id, LEASED + ", attempts = 2");
        desk.notDelivered(find(id), unknown);
        assertThat(column("state", id)).isEqualTo("UNDELIVERABLE");
        assertThat(instead.undelivered(FRONT))
                .filteredOn(one -> one.message().id() == id)
                .singleElement()
                .satisfies(one -> assertThat(one.message().problem()).contains(DeliveryProblem.OUTCOME_UNKNOWN));
    }

    @Test
    void aLetterThatWasNotTriedKeepsItsCount() throws Exception {
        long id = aSentLetter(10);
        rewrite(id, LEASED + ", attempts = 3");
        desk.handBack(find(id), NotDelivered.serverAway(MailTrouble.UNREACHABLE, "away", null));
        // The courier takes it again at once: the count says that nothing was added in between.
        await().atMost(Duration.ofSeconds(30)).until(() -> column("state", id).equals("SENT"));
        assertThat(column("attempts", id)).isEqualTo("3");
    }

    @Test
    void aLeaseThatIsRenewedKeepsOthersAway() throws Exception {
        long id = aSentLetter(11);
        rewrite(id, LEASED + ", lease_until = utc_timestamp(6), next_attempt_at = utc_timestamp(6) + interval 1 hour");
        desk.renew(find(id));
        assertThat(column("lease_until > utc_timestamp(6) + interval 50 second", id))
                .isEqualTo("1");
        assertThatExceptionOfType(BookingRefused.class)
                .as("what is on its way is not queued again, and nobody is told so")
                .isThrownBy(() -> messages.retry(FRONT, id))
                .matches(refused -> refused.reason() == clinic.booking.Reason.MESSAGE_LEAVING);
        assertThat(column("lease_owner", id)).isEqualTo("a test");
    }

    @Test
    void whatComesTooLateDoesNotLeave() throws Exception {
        long id = aSentLetter(12);
        assertThat(column("timestampdiff(hour, expires_at, day)", id))
                .as("its visit's start, noon in California")
                .isEqualTo("-20");
        rewrite(id, LEASED + ", lease_until = utc_timestamp(6), expires_at = '2020-01-01'");
        await().atMost(Duration.ofSeconds(30)).until(() -> column("state", id).equals("UNDELIVERABLE"));
        assertThat(column("last_error", id)).startsWith("EXPIRED");
        assertThatExceptionOfType(BookingRefused.class)
                .isThrownBy(() -> messages.retry(FRONT, id))
                .matches(refused -> refused.reason() == clinic.booking.Reason.MESSAGE_TOO_LATE);
    }

    private long aSentLetter(int hour) {
        var visit = consultations.book(aRequest(LocalDateTime.of(2027, 2, 17, hour, 0)), Optional.empty());
        List<?> ids = em.createNativeQuery("select id from outbox_mail where visit_id = ?")
                .setParameter(1, visit.notice().visit())
                .getResultList();
        long id = ((Number) ids.get(0)).longValue();
        await().atMost(Duration.ofSeconds(30)).until(() -> column("state", id).equals("SENT"));
        return id;
    }

    private OutboxMail find(long id) throws Exception {
        transaction.begin();
        OutboxMail letter = em.find(OutboxMail.class, id);
        transaction.commit();
        return letter;
    }

    private String column(String name, long id) {
        return String.valueOf(em.createNativeQuery("select " + name + " from outbox_mail where id = ?")
                .setParameter(1, id)
                .getSingleResult());
    }

    private void rewrite(long id, String values) throws Exception {
        transaction.begin();
        em.createNativeQuery("update outbox_mail set " + values + " where id = ?")
                .setParameter(1, id)
                .executeUpdate();
        transaction.commit();
    }
}
