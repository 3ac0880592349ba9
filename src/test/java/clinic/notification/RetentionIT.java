package clinic.notification;

import static clinic.testing.Fixtures.aRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import clinic.booking.CallRequestDesk;
import clinic.booking.ConsultationDesk;
import clinic.booking.HouseKeeping;
import clinic.booking.Visit;
import clinic.calendar.ClinicProfile;
import clinic.security.SweepDesk;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.TransactionManager;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is kept no longer than it is needed, by the clinic's clock. */
@ExtendWith(ArquillianExtension.class)
class RetentionIT {
    private static final String COPY =
            "dedup_key, kind, visit_id, uid, generation, revision, day, start_q, end_q, first_name, last_name,"
                    + " recipient, language, state, attempts, created_at";

    @Inject
    private LetterDesk letters;

    @Inject
    private CallRequestDesk calls;

    @Inject
    private HouseKeeping houseKeeping;

    @Inject
    private SweepDesk doors;

    @Inject
    private ConsultationDesk desk;

    @Inject
    private ClinicProfile profile;

    @Inject
    private Clock clock;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private TransactionManager transaction;

    @Test
    void throwsLettersAwayNinetyDaysAfterTheirVisit() throws Exception {
        Visit visit = desk.book(aRequest(LocalDateTime.of(2027, 2, 1, 9, 0)), Optional.empty());
        long id = visit.notice().visit();
        await().atMost(Duration.ofSeconds(30)).until(() -> states(id).equals(List.of("SENT")));
        LocalDate old = profile.today().minusDays(91);
        LocalDate kept = profile.today().minusDays(90);
        copy(id, "old sent", "SENT", old, 91);
        copy(id, "old unsent", "SUPPRESSED", old, 91);
        copy(id, "old in vain", "UNDELIVERABLE", old, 91);
        copy(id, "owed still", "QUEUED", old, 91);
        copy(id, "of a visit not so old", "SENT", kept, 200);
        copy(id, "written not so long ago", "SENT", old, 89);

        assertThat(letters.sweep()).as("more to do").isFalse();

        assertThat(keys(id))
                .containsExactlyInAnyOrder(
                        "visit:" + id + ":booked:0", "owed still", "of a visit not so old", "written not so long ago");
        change("delete from outbox_mail where dedup_key = 'owed still'");
    }

    @Test
    void forgetsWhoWasCalledNinetyDaysAfterTheCallAndNobodyElse() throws Exception {
        calls.callMe(new CallRequestDesk.CallMe("Called Long Ago", "818-555-0147", "en", ""), Optional.empty());
        calls.callMe(new CallRequestDesk.CallMe("Called Lately", "818-555-0148", "en", ""), Optional.empty());
        calls.callMe(new CallRequestDesk.CallMe("Never Called", "818-555-0149", "en", ""), Optional.empty());
        answered("Called Long Ago", 91);
        answered("Called Lately", 89);
        change("update call_request set created_at = '2020-01-01' where name = 'Never Called'");

        change("insert into call_attempt (call_id, outcome, at, actor)"
                + " select id, 'REACHED', created_at, 'fay' from call_request where name like '%Called%'");

        houseKeeping.sweep();

        assertThat(column("select c.name from call_attempt a join call_request c on c.id = a.call_id"
                        + " where c.name like '%Called%' order by c.id"))
                .as("attempts go with their call")
                .containsExactly("Called Lately", "Never Called");
        assertThat(column("select name from call_request where name like '%Called%' order by id"))
                .containsExactly("Called Lately", "Never Called");
    }

    @Test
    void forgetsFirstAnswersAfterADay() throws Exception {
        remember("a".repeat(64), Duration.ofHours(25));
        remember("b".repeat(64), Duration.ofHours(23));

        houseKeeping.sweep();

        assertThat(column("select id from remembered_answer where body = 'retention'"))
                .containsExactly("b".repeat(64));
    }

    @Test
    void forgetsWhatLetsNobodyInAnyMore() throws Exception {
        session("old", 31, 31);
        session("old, but seen", 31, 29);
        session("lately", 29, 29);
        link("expired", Duration.ofDays(31));
        link("lately", Duration.ofDays(29));
        failures("forgotten", Duration.ofHours(25), "null");
        failures("counted", Duration.ofHours(23), "null");
        failures("locked", Duration.ofHours(25), "'" + ago(Duration.ofHours(-1)) + "'");

        doors.sweep();

        assertThat(column("select address from staff_session where address like 'sweep%' order by id"))
                .containsExactly("sweep old, but seen", "sweep lately");
        assertThat(column("select fingerprint from account_link where fingerprint like 'sweep%'"))
                .containsExactly("sweep lately");
        assertThat(column("select id from sign_in_failures where id like 'sweep%' order by id"))
                .containsExactly("sweep counted", "sweep locked");
        change("delete from staff_session where address like 'sweep%'");
        change("delete from account_link where fingerprint like 'sweep%'");
        change("delete from sign_in_failures where id like 'sweep%'");
    }

    private void session(String which, int madeDaysAgo, int seenDaysAgo) throws Exception {
        String seen = "'" + ago(Duration.ofDays(seenDaysAgo)) + "'";
        change("insert into staff_session (account_id, fingerprint, address, created_at, last_seen_at, proved_at,"
                + " waits_for_code) select min(id), 'sweep " + which + "', 'sweep " + which + "', '"
                + ago(Duration.ofDays(madeDaysAgo)) + "', " + seen + ", " + seen + ", false from account");
    }

    private void link(String which, Duration expired) throws Exception {
        change(
                "insert into account_link (account_id, kind, fingerprint, created_at, expires_at) select min(id), 'RESET',"
                        + " 'sweep " + which + "', '" + ago(expired) + "', '" + ago(expired) + "' from account");
    }

    private void failures(String name, Duration age, String lockedUntil) throws Exception {
        change("insert into sign_in_failures (id, failures, last_at, locked_until) values ('sweep " + name + "', 5, '"
                + ago(age) + "', " + lockedUntil + ")");
    }

    /** The letter of a visit once more, as if it had been written long ago for a visit of another day. */
    private void copy(long visit, String key, String state, LocalDate day, int daysAgo) throws Exception {
        change("insert into outbox_mail (" + COPY + ", next_attempt_at) select '" + key
                + "', kind, visit_id, uid, generation, revision, '" + day
                + "', start_q, end_q, first_name, last_name, recipient, language, '" + state + "', attempts, '"
                + ago(Duration.ofDays(daysAgo))
                + "', utc_timestamp(6) + interval 1 day from outbox_mail where dedup_key = 'visit:" + visit
                + ":booked:0'");
    }

    private void answered(String name, int daysAgo) throws Exception {
        change("update call_request set answered_at = '" + ago(Duration.ofDays(daysAgo)) + "' where name = '" + name
                + "'");
    }

    private void remember(String id, Duration age) throws Exception {
        change("insert into remembered_answer (id, body, created_at) values ('" + id + "', 'retention', '" + ago(age)
                + "')");
    }

    private LocalDateTime ago(Duration age) {
        return LocalDateTime.ofInstant(clock.instant().minus(age), ZoneOffset.UTC);
    }

    private void change(String sql) throws Exception {
        transaction.begin();
        em.createNativeQuery(sql).executeUpdate();
        transaction.commit();
    }

    private List<String> states(long visit) {
        return column("select state from outbox_mail where visit_id = " + visit);
    }

    private List<String> keys(long visit) {
        return column("select dedup_key from outbox_mail where visit_id = " + visit);
    }

    private List<String> column(String sql) {
        return ((List<?>) em.createNativeQuery(sql).getResultList())
                .stream().map(String::valueOf).toList();
    }
}
