package clinic.booking;

import static clinic.testing.Fixtures.aRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.platform.StartRefused;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.TransactionManager;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The secret and the database belong together. Whatever happens here is rolled back: the other tests go on with theirs. */
@ExtendWith(ArquillianExtension.class)
class SecretDeskIT {
    private static final String OURS = "a-secret-for-tests-of-at-least-32-characters";
    private static final String ANOTHER = "another-secret-of-at-least-32-characters";
    private static final String THIRD = "a-third-secret-of-at-least-32-characters";

    @Inject
    private ConsultationDesk desk;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Event<SecretChanged> changed;

    @Inject
    private TransactionManager transaction;

    private final List<PrivateLinks> used = new ArrayList<>();

    @BeforeEach
    void begin() throws Exception {
        transaction.begin();
    }

    @AfterEach
    void takeBack() throws Exception {
        transaction.rollback();
    }

    private SecretDesk desk(String secret, String previous) {
        PrivateLinks links = new PrivateLinks(secret);
        used.add(links);
        SecretDesk secrets = new SecretDesk(links, changed, Optional.ofNullable(previous));
        secrets.setDatabase(em);
        return secrets;
    }

    @Test
    void startsWithTheSecretTheDatabaseBelongsTo() {
        assertThatCode(() -> desk(OURS, null).check()).doesNotThrowAnyException();
        assertThatCode(() -> desk(OURS, ANOTHER).check())
                .as("with what was needed for one start, and forgotten")
                .doesNotThrowAnyException();
    }

    @Test
    void refusesToStartWithAnotherAndSaysWhatToDo() {
        assertThatThrownBy(() -> desk(ANOTHER, null).check())
                .isInstanceOf(StartRefused.class)
                .hasMessage(
                        "CLINIC_SECRET (or the file secret in CLINIC_HOME) is not the one this database belongs to: put"
                                + " the right one back, or, to change it for good, start once with CLINIC_SECRET_PREVIOUS set to the"
                                + " old one, or to the word lost if nobody has it any more.");
        assertThatThrownBy(() -> desk(ANOTHER, THIRD).check())
                .hasMessageContaining("belongs to, and neither is CLINIC_SECRET_PREVIOUS");
    }

    @Test
    void revokesEveryLinkSentBeforeAndKeepsWhatLastsWhenItIsChanged() {
        String before = book();
        assertThat(visits(before)).isEqualTo(1);

        desk(ANOTHER, OURS).check();

        assertThat(visits(before)).as("a link sent before").isZero();
        assertThat(visits(tokenOfNewest(ANOTHER))).as("a link sent from now on").isEqualTo(1);
        PrivateLinks now = used.get(0);
        assertThat(now.key("audit", "x")).isEqualTo(new PrivateLinks(OURS).key("audit", "x"));
        assertThat(now.key("totp", "x")).isEqualTo(new PrivateLinks(OURS).key("totp", "x"));
        assertThat(now.key("csrf", "x")).isNotEqualTo(new PrivateLinks(OURS).key("csrf", "x"));

        desk(ANOTHER, null).check();
        assertThat(used.get(1).key("totp", "x")).as("at the next start").isEqualTo(now.key("totp", "x"));
        desk(THIRD, ANOTHER).check();
        assertThat(used.get(2).key("totp", "x")).as("changed again").isEqualTo(now.key("totp", "x"));
        assertThatThrownBy(() -> desk(OURS, null).check()).isInstanceOf(StartRefused.class);
    }

    @Test
    void goesOnWithoutTheOldOneWhenNobodyHasIt() {
        em.createNativeQuery("update account set totp_secret = 'seed' where name = 'nurse'")
                .executeUpdate();
        String before = book();
        desk(ANOTHER, "lost").check();
        assertThat(visits(before)).isZero();
        assertThat(visits(tokenOfNewest(ANOTHER))).isEqualTo(1);
        assertThat(number("select count(*) from account where totp_secret is not null"))
                .isZero();
    }

    /** A database of a version that did not remember its secret: the links it has sent tell. */
    @Test
    void knowsTheSecretOfAnOlderVersionByItsLinks() {
        book();
        em.createNativeQuery("delete from secret_check").executeUpdate();
        assertThatThrownBy(() -> desk(ANOTHER, null).check()).isInstanceOf(StartRefused.class);
        em.createNativeQuery("delete from secret_check").executeUpdate();
        desk(OURS, null).check();
        assertThat(number("select count(*) from secret_check where fingerprint <> ''"))
                .isEqualTo(1);
    }

    private String book() {
        return desk.book(aRequest(LocalDateTime.of(2027, 1, 14, 9, 0)), Optional.empty())
                .token();
    }

    private String tokenOfNewest(String secret) {
        long visit = number("select max(id) from appointment");
        return new PrivateLinks(secret).visitToken(visit, generation(visit));
    }

    private int generation(long visit) {
        return (int) number("select link_generation from appointment where id = " + visit);
    }

    private long visits(String token) {
        return number("select count(*) from appointment where fingerprint = '" + PrivateLinks.fingerprint(token) + "'");
    }

    private long number(String question) {
        em.flush();
        return ((Number) em.createNativeQuery(question).getSingleResult()).longValue();
    }
}
