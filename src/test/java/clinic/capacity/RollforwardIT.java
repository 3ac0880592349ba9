package clinic.capacity;

import static clinic.testing.Fixtures.aRequest;
import static org.assertj.core.api.Assertions.assertThat;

import clinic.booking.BookingRefused;
import clinic.booking.ConsultationDesk;
import clinic.booking.HouseKeeping;
import clinic.booking.Visit;
import clinic.calendar.ClinicProfile;
import clinic.testing.AtOnce;
import clinic.testing.AtOnce.Outcome;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.TransactionManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Hours, shifts and closures become capacity, while people book. */
@ExtendWith(ArquillianExtension.class)
class RollforwardIT {
    @Inject
    private HouseKeeping houseKeeping;

    @Inject
    private ConsultationDesk desk;

    @Inject
    private LedgerAudit audit;

    @Inject
    private ClinicProfile profile;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private TransactionManager transaction;

    @Test
    void isRolledOutFourHundredDaysAheadAndRollingAgainWritesNothing() {
        assertThat(houseKeeping.rollForward()).isZero();
        Object last = em.createNativeQuery("select max(day) from resource_day").getSingleResult();
        assertThat(last.toString()).isEqualTo(profile.today().plusDays(399).toString());
    }

    @Test
    void putsBackARowThatIsMissing() throws Exception {
        change("delete from resource_day where day = '2027-08-03'");
        int roomsPeopleAndPools = 5 + 5 + 4;
        assertThat(houseKeeping.rollForward()).isEqualTo(roomsPeopleAndPools);
    }

    @Test
    void takesAwayWhatIsClosedAndListsWhoIsStranded() throws Exception {
        LocalDate day = LocalDate.of(2027, 1, 20);
        Visit visit = desk.book(aRequest(day.atTime(9, 0)), Optional.empty());
        change("insert into closure (resource_id, starts_at, ends_at, reason)"
                + " values (null, '2027-01-20 08:00:00', '2027-01-20 12:00:00', 'no power')");
        houseKeeping.rollForward();
        LedgerAudit.Report report = audit.audit(day);
        assertThat(report.consistent()).isTrue();
        assertThat(report.stranded()).contains(visit.notice().visit());
        assertThat(desk.days(day, 1, Optional.empty()).get(0).slots()).hasSize(14);

        desk.cancel(visit.token(), Optional.empty());
        assertThat(audit.audit(day).stranded()).doesNotContain(visit.notice().visit());
    }

    @Test
    void opensAndClosesAnyDateByHand() throws Exception {
        LocalDate holiday = LocalDate.of(2027, 2, 15);
        assertThat(desk.days(holiday, 1, Optional.empty()).get(0).slots()).isEmpty();
        change("insert into day_exception (day, clinic_open, start_q, end_q, note)"
                + " values ('2027-02-15', true, 36, 48, 'open on the holiday')");
        houseKeeping.rollForward();
        assertThat(desk.days(holiday, 1, Optional.empty()).get(0).slots()).hasSize(6);
        change("update day_exception set clinic_open = false where day = '2027-02-15'");
        houseKeeping.rollForward();
        assertThat(desk.days(holiday, 1, Optional.empty()).get(0).slots()).isEmpty();
    }

    @Test
    void letsNothingSlipThroughWhileAClosureIsRolledAndPeopleBook() throws Exception {
        LocalDate day = LocalDate.of(2027, 1, 21);
        change("insert into closure (resource_id, starts_at, ends_at, reason)"
                + " values (null, '2027-01-21 00:00:00', '2027-01-22 00:00:00', 'flood')");
        List<Callable<Object>> tries = new ArrayList<>();
        for (int index = 0; index < 22; index++) {
            int slot = index;
            tries.add(() -> desk.book(aRequest(day.atTime(8, 0).plusMinutes(30L * slot)), Optional.empty()));
        }
        tries.add(() -> houseKeeping.rollForward());
        List<Outcome<Object>> outcomes = AtOnce.doAll(tries);
        long booked = outcomes.stream()
                .filter(outcome -> outcome.result() instanceof Visit)
                .count();
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.succeeded())
                .allMatch(outcome -> outcome.failure() instanceof BookingRefused);
        LedgerAudit.Report report = audit.audit(day);
        assertThat(report.mismatches()).isEmpty();
        assertThat(report.stranded().stream()
                        .filter(id -> dayOf(id).equals(day.toString()))
                        .count())
                .isEqualTo(booked);
        assertThat(desk.days(day, 1, Optional.empty()).get(0).slots()).isEmpty();
        outcomes.stream()
                .map(Outcome::result)
                .filter(Visit.class::isInstance)
                .forEach(visit -> desk.cancel(((Visit) visit).token(), Optional.empty()));
    }

    private String dayOf(long appointment) {
        return em.createNativeQuery("select day from appointment where id = ?")
                .setParameter(1, appointment)
                .getSingleResult()
                .toString();
    }

    private void change(String sql) throws Exception {
        transaction.begin();
        em.createNativeQuery(sql).executeUpdate();
        transaction.commit();
    }
}
