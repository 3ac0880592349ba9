package clinic.notification;

import static clinic.testing.Fixtures.aRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import clinic.booking.BookingEvents;
import clinic.booking.BookingEvents.Notice;
import clinic.booking.BookingRefused;
import clinic.booking.ConsultationDesk;
import clinic.booking.CourseVisit;
import clinic.booking.UnknownVisit;
import clinic.calendar.ClinicProfile;
import clinic.calendar.QuarterHours;
import clinic.calendar.Slot;
import clinic.infusion.InfusionEvents.SeriesChanged;
import clinic.infusion.InfusionEvents.SeriesPlanned;
import clinic.staff.Actor;
import clinic.staff.Role;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.TransactionManager;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the outbox keeps of a series and how it leaves. The series here are told of and never booked. */
@ExtendWith(ArquillianExtension.class)
class SeriesLettersIT {
    private static final Actor FRONT = Actor.of("fay", Role.FRONT_DESK, "127.0.0.1");
    /** Appointments that stand for the first visit of a series whose patient is told by phone: a call is about a real one. */
    private static final Map<Long, Long> BOOKED = new HashMap<>();

    private static final LocalDate MONDAY = LocalDate.of(2027, 3, 1);

    @Inject
    private Event<Object> happened;

    @Inject
    private ConsultationDesk consultations;

    @Inject
    private MessageDesk desk;

    @Inject
    private CallInsteadDesk instead;

    @Inject
    private LetterDesk letters;

    @Inject
    private ClinicProfile profile;

    @Inject
    private Mailbox mailbox;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private TransactionManager transaction;

    @Test
    void owesOneLetterForAWholeSeriesOnce() throws Exception {
        SeriesPlanned planned = new SeriesPlanned(801, plan(801, "sera@example.org", 0, 0, 0));
        tell(planned);
        assertThatThrownBy(() -> tell(planned)).isNotNull();
        assertThat(keys(801)).containsExactly("series:801:planned:0");
        assertThat(column("select concat(v.no, ' ', v.news, ' ', v.revision, ' ', v.day) from outbox_visit v"
                        + " join outbox_mail m on m.id = v.mail_id where m.series_id = 801 order by position"))
                .containsExactly("1 STANDS 0 2027-03-01", "2 STANDS 0 2027-03-03", "3 STANDS 0 2027-03-05");
    }

    @Test
    void tellsASeriesOfOneLikeAnyVisit() throws Exception {
        tell(new SeriesPlanned(802, plan(802, "una@example.org", 0)));
        assertThat(column("select concat(dedup_key, ' ', kind) from outbox_mail where series_id = 802"))
                .containsExactly("series:802:planned:0 BOOKED");
    }

    @Test
    void owesNothingToSomebodyWithoutAnAddress() throws Exception {
        book(803, LocalDateTime.of(2027, 2, 18, 14, 0));
        tell(new SeriesPlanned(803, plan(803, "", 0, 0)));
        assertThat(states(803)).containsExactly("SUPPRESSED");
    }

    @Test
    void tellsAChangedPlanInOneLetterAndEveryChangeToHerCalendar() throws Exception {
        List<Notice> visits = plan(804, "carla@example.org", 0, 0, 0);
        tell(new SeriesPlanned(804, visits));
        Notice moved = visit(804, "carla@example.org", 2, MONDAY.plusDays(3), 1);
        Notice dropped = visit(804, "carla@example.org", 3, MONDAY.plusDays(4), 1);
        tell(new SeriesChanged(804, 1, List.of(visits.get(0), moved), List.of(moved), List.of(dropped)));
        assertThat(keys(804))
                .containsExactly(
                        "series:804:planned:0",
                        "series:804:changed:1",
                        "visit:" + moved.visit() + ":moved:1",
                        "visit:" + dropped.visit() + ":cancelled:1");
        assertThat(column("select concat(v.news, ' ', coalesce(v.before_day, '-')) from outbox_visit v"
                        + " join outbox_mail m on m.id = v.mail_id where m.dedup_key = 'series:804:changed:1'"
                        + " order by position"))
                .containsExactly("STANDS -", "MOVED 2027-03-03", "DROPPED -");
        await().atMost(Duration.ofSeconds(30)).until(() -> states(804).stream().allMatch("SENT"::equals));
        assertThat(mailbox.newest(200))
                .filteredOn(mail -> mail.to().contains("carla@example.org"))
                .extracting(mail -> mail.ics().replaceAll("(?s).*(METHOD:\\w+).*", "$1"))
                .containsExactlyInAnyOrder("METHOD:PUBLISH", "METHOD:PUBLISH", "METHOD:REQUEST", "METHOD:CANCEL");
    }

    @Test
    void lettersOfAllVisitsAndOfOneLeaveInTheOrderTheyWereWritten() throws Exception {
        List<Notice> visits = plan(805, "olga@example.org", 0, 0, 0);
        Slot before = visits.get(2).slot();
        Notice moved = visit(805, "olga@example.org", 3, MONDAY.plusDays(7), 1);
        transaction.begin();
        happened.fire(new SeriesPlanned(805, visits));
        em.flush();
        em.createNativeQuery("update outbox_mail set next_attempt_at = utc_timestamp(6) + interval 3 second"
                        + " where series_id = 805")
                .executeUpdate();
        transaction.commit();
        tell(new BookingEvents.VisitMoved(moved, before, false, false));
        await().atMost(Duration.ofSeconds(30)).until(() -> states(805).stream().allMatch("SENT"::equals));
        assertThat(column("select kind from outbox_mail where series_id = 805 order by sent_at"))
                .containsExactly("SERIES_PLANNED", "MOVED");
    }

    @Test
    void sendsNoPlanAgainThatALaterLetterHasOvertaken() throws Exception {
        List<Notice> visits = plan(806, "rita@example.org", 0, 0, 0);
        tell(new SeriesPlanned(806, visits));
        awaitSent(newest(806));
        assertThat(desk.retry(FRONT, newest(806)).state()).isNotNull();
        Notice moved = visit(806, "rita@example.org", 3, MONDAY.plusDays(7), 1);
        long plan = newest(806);
        tell(new BookingEvents.VisitMoved(moved, visits.get(2).slot(), false, false));
        assertThatExceptionOfType(BookingRefused.class).isThrownBy(() -> desk.retry(FRONT, plan));
        awaitSent(newest(806));
        assertThat(desk.retry(FRONT, newest(806)).state()).isNotNull();
        assertThat(desk.one(FRONT, plan).text()).contains("3. Friday, March 5, 2027");
    }

    /** One that is leaving at this moment is not sent again. */
    private void awaitSent(long message) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> desk.one(FRONT, message).message().state().name().equals("SENT"));
    }

    @Test
    void asksForOneCallWhenNoneOfTheLettersAboutAChangeArrives() throws Exception {
        long real = book(809, LocalDateTime.of(2027, 2, 18, 16, 0));
        List<Notice> visits = plan(809, "", 0, 0, 0);
        tell(new SeriesPlanned(809, visits));
        Notice moved = visit(809, "", 1, MONDAY.plusDays(1), 1);
        Notice dropped = visit(809, "", 3, MONDAY.plusDays(4), 1);
        tell(new SeriesChanged(809, 1, List.of(moved, visits.get(1)), List.of(moved), List.of(dropped)));
        change("update outbox_mail set state = 'UNDELIVERABLE', visit_id = " + real
                + " where series_id = 809 and dedup_key <> 'series:809:planned:0'");
        assertThat(instead.undelivered(FRONT))
                .filteredOn(each -> each.message().visit() == real)
                .extracting(each -> each.message().kind())
                .containsExactly("SERIES_CHANGED");
    }

    @Test
    void throwsAPlanAwayNinetyDaysAfterTheLastOfItsVisits() throws Exception {
        book(807, LocalDateTime.of(2027, 2, 18, 14, 30));
        book(808, LocalDateTime.of(2027, 2, 18, 15, 0));
        tell(new SeriesPlanned(807, plan(807, "", 0, 0)));
        tell(new SeriesPlanned(808, plan(808, "", 0, 0)));
        LocalDate old = profile.today().minusDays(91);
        change("update outbox_mail set day = '" + old + "', created_at = '" + old.minusDays(10)
                + "' where series_id in (807, 808)");
        change("update outbox_visit set day = '" + old + "' where mail_id in"
                + " (select id from outbox_mail where series_id in (807, 808))");
        change("update outbox_visit set day = '" + old.plusDays(1) + "' where position = 2 and mail_id in"
                + " (select id from outbox_mail where series_id = 808)");
        letters.sweep();
        assertThat(keys(807)).isEmpty();
        assertThat(keys(808)).containsExactly("series:808:planned:0");
        assertThat(column("select count(*) from outbox_visit where mail_id not in (select id from outbox_mail)"))
                .containsExactly("0");
    }

    /** Catches: news of an appointment that is not there, which no one is ever called about. */
    @Test
    void asksForNoCallAboutAnAppointmentThatIsNotThere() {
        assertThatThrownBy(() -> tell(new SeriesPlanned(810, plan(810, "", 0, 0))))
                .isInstanceOf(UnknownVisit.class);
    }

    private static List<Notice> plan(long series, String email, int... revisions) {
        return IntStream.rangeClosed(1, revisions.length)
                .mapToObj(no -> visit(series, email, no, MONDAY.plusDays(2L * no - 2), revisions[no - 1]))
                .toList();
    }

    private static Notice visit(long series, String email, int no, LocalDate day, int revision) {
        long told = 900_000 + series * 10 + no;
        long id = no == 1 ? BOOKED.getOrDefault(series, told) : told;
        Slot slot = new Slot(day, QuarterHours.lasting(LocalTime.of(10, 0), 90));
        Optional<CourseVisit> course = Optional.of(new CourseVisit(series, no, 6));
        return new Notice(
                id, new UUID(series, no), 0, revision, slot, "Ana", "Series", email, "en", course, Optional.empty());
    }

    private long book(long series, LocalDateTime start) {
        long visit =
                consultations.book(aRequest(start), Optional.empty()).notice().visit();
        BOOKED.put(series, visit);
        return visit;
    }

    private void tell(Object event) throws Exception {
        transaction.begin();
        try {
            happened.fire(event);
            transaction.commit();
        } finally {
            if (transaction.getStatus() != jakarta.transaction.Status.STATUS_NO_TRANSACTION) {
                transaction.rollback();
            }
        }
    }

    private long newest(long series) {
        return Long.parseLong(column("select max(id) from outbox_mail where series_id = " + series)
                .get(0));
    }

    private List<String> keys(long series) {
        return column("select dedup_key from outbox_mail where series_id = " + series + " order by id");
    }

    private List<String> states(long series) {
        return column("select state from outbox_mail where series_id = " + series + " order by id");
    }

    private void change(String sql) throws Exception {
        transaction.begin();
        em.createNativeQuery(sql).executeUpdate();
        transaction.commit();
    }

    private List<String> column(String sql) {
        return ((List<?>) em.createNativeQuery(sql).getResultList())
                .stream().map(String::valueOf).toList();
    }
}
