package clinic.house;

import static clinic.testing.Fixtures.aRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import clinic.booking.BookingRefused;
import clinic.booking.ConsultationDesk;
import clinic.booking.HouseKeeping;
import clinic.booking.Reason;
import clinic.booking.Visit;
import clinic.calendar.DayException;
import clinic.calendar.QuarterHours;
import clinic.capacity.LedgerAudit;
import clinic.capacity.Purpose;
import clinic.capacity.Resource;
import clinic.capacity.ResourceKind;
import clinic.capacity.Resources;
import clinic.staff.Actor;
import clinic.staff.NotAllowed;
import clinic.staff.Role;
import clinic.testing.AtOnce;
import clinic.testing.AtOnce.Outcome;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.TransactionManager;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Hours, days by hand, shifts and rooms changed at the desk, while people book. */
@ExtendWith(ArquillianExtension.class)
class RosterDeskIT {
    private static final Actor ADMIN = Actor.of("admin", Role.ADMIN, "127.0.0.1");
    private static final LocalDate MONDAY = LocalDate.of(2027, 2, 8);
    private static final LocalDate SATURDAY = MONDAY.plusDays(5);
    private static final QuarterHours USUAL = between(8, 19);

    @Inject
    private RosterDesk desk;

    @Inject
    private ConsultationDesk consultations;

    @Inject
    private HouseKeeping houseKeeping;

    @Inject
    private LedgerAudit audit;

    @Inject
    private Resources resources;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private TransactionManager transaction;

    private final List<Visit> booked = new ArrayList<>();

    /** The container's other tests book on Mondays too, and would be stranded beside our own. */
    private List<Long> strandedOfOurs(LocalDate from) {
        List<Long> ours = booked.stream().map(RosterDeskIT::id).toList();
        return audit.audit(from).stranded().stream().filter(ours::contains).toList();
    }

    @AfterEach
    void everythingIsAsItWas() {
        save(new RosterChange.Hours(DayOfWeek.MONDAY, Optional.of(USUAL)));
        booked.forEach(visit -> consultations.cancel(visit.token(), Optional.empty()));
        assertThat(audit.audit(MONDAY).consistent()).isTrue();
        assertThat(audit.audit(MONDAY).stranded()).isEmpty();
        assertThat(free(MONDAY)).isEqualTo(22);
        assertThat(free(SATURDAY)).isZero();
        assertThat(houseKeeping.rollForward()).isZero();
    }

    @Test
    void opensAWeekdayForFourHundredDaysAndStrandsWhomItShowedWhenItCloses() {
        long clinician = clinician();
        save(new RosterChange.WorkingTime(clinician, DayOfWeek.SATURDAY, List.of(times(between(9, 12)))));
        save(new RosterChange.Hours(DayOfWeek.SATURDAY, Optional.of(between(9, 12))));
        assertThat(free(SATURDAY)).isEqualTo(6);
        assertThat(count("select count(*) from resource_day where dayofweek(day) = 7 and hex(capacity) like '%01%'"))
                .isEqualTo(57 * 6);
        assertThat(houseKeeping.rollForward()).isZero();

        Visit late = book(SATURDAY.atTime(11, 30));
        book(SATURDAY.minusDays(7).atTime(9, 0));
        RosterChange shorter = new RosterChange.Hours(DayOfWeek.SATURDAY, Optional.of(between(9, 11)));
        assertThat(desk.preview(ADMIN, shorter)).containsExactly(id(late));
        assertThat(free(SATURDAY)).isEqualTo(5);
        assertThat(desk.save(ADMIN, shorter)).containsExactly(id(late));
        assertThat(audit.audit(MONDAY).stranded()).containsExactly(id(late));
        assertThat(free(SATURDAY)).isEqualTo(4);

        save(new RosterChange.Hours(DayOfWeek.SATURDAY, Optional.empty()));
        save(new RosterChange.WorkingTime(clinician, DayOfWeek.SATURDAY, List.of()));
    }

    @Test
    void opensAHolidayByHandAndForgetsItAgain() {
        LocalDate presidentsDay = LocalDate.of(2027, 2, 15);
        assertThat(free(presidentsDay)).isZero();
        save(new RosterChange.DayByHand(DayException.open(presidentsDay, between(9, 12), "open this year")));
        assertThat(free(presidentsDay)).isEqualTo(6);
        Visit visit = book(presidentsDay.atTime(9, 0));
        RosterChange usual = new RosterChange.DayAsUsual(presidentsDay);
        assertThat(desk.preview(ADMIN, usual)).containsExactly(id(visit));
        assertThat(desk.save(ADMIN, usual)).containsExactly(id(visit));
        assertThat(free(presidentsDay)).isZero();
    }

    @Test
    void givesAClinicianABreakAndRefusesOneOutsideHerShift() {
        Visit visit = book(MONDAY.atTime(12, 0));
        ShiftTimes lunch = new ShiftTimes(USUAL, List.of(between(12, 13)));
        assertThat(desk.save(ADMIN, new RosterChange.WorkingTime(clinician(), DayOfWeek.MONDAY, List.of(lunch))))
                .contains(id(visit));
        assertThat(free(MONDAY)).isEqualTo(20);
        ShiftTimes early = new ShiftTimes(USUAL, List.of(between(7, 8)));
        assertRefused(
                Reason.BREAK_OUTSIDE_SHIFT,
                new RosterChange.WorkingTime(clinician(), DayOfWeek.MONDAY, List.of(early)));
        assertRefused(
                Reason.OVERLAP,
                new RosterChange.WorkingTime(
                        clinician(), DayOfWeek.MONDAY, List.of(times(between(8, 12)), times(between(11, 19)))));
        assertRefused(Reason.UNKNOWN_RESOURCE, new RosterChange.WorkingTime(4711, DayOfWeek.MONDAY, List.of(lunch)));
        save(new RosterChange.WorkingTime(clinician(), DayOfWeek.MONDAY, List.of(times(USUAL))));
    }

    @Test
    void addsARoomAndRetiresIt() throws Exception {
        long room = desk.add(ADMIN, Resource.room("C9", Purpose.CONSULT));
        try {
            assertThat(count("select count(*) from resource_day where resource_id = " + room))
                    .isEqualTo(400);
            assertThat(resources.serving(ResourceKind.ROOM, Purpose.CONSULT)).hasSize(2);
            assertThatExceptionOfType(BookingRefused.class)
                    .isThrownBy(() -> desk.add(ADMIN, Resource.room("C9", Purpose.MOOD)))
                    .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.NAME_TAKEN));
            assertThat(desk.preview(ADMIN, new RosterChange.Retirement(room))).isEmpty();
            save(new RosterChange.Retirement(room));
            assertThat(resources.serving(ResourceKind.ROOM, Purpose.CONSULT)).hasSize(1);
            assertThat(count("select count(*) from resource_day where hex(capacity) like '%01%' and resource_id = "
                            + room))
                    .isZero();
        } finally {
            change("delete from resource_day where resource_id = " + room);
            change("delete from resource_use where resource_id = " + room);
            change("delete from resource where id = " + room);
            resources.forget();
        }
    }

    @Test
    void isTheTaskOfAnAdminAlone() {
        RosterChange change = new RosterChange.Hours(DayOfWeek.SUNDAY, Optional.empty());
        for (Role role : List.of(Role.FRONT_DESK, Role.NURSE, Role.PRESCRIBER, Role.AUDITOR)) {
            Actor actor = Actor.of("somebody", role, "");
            assertThatExceptionOfType(NotAllowed.class).isThrownBy(() -> desk.save(actor, change));
            assertThatExceptionOfType(NotAllowed.class).isThrownBy(() -> desk.preview(actor, change));
        }
    }

    @Test
    void refusesADayThatIsOver() {
        assertRefused(
                Reason.IN_THE_PAST, new RosterChange.DayByHand(DayException.closed(LocalDate.of(2026, 11, 20), "")));
    }

    @Test
    void letsNothingSlipThroughBetweenHoursAndBookings() throws InterruptedException {
        RosterChange morning = new RosterChange.Hours(DayOfWeek.MONDAY, Optional.of(between(8, 12)));
        List<Callable<Object>> tries = new ArrayList<>();
        for (int slot = 0; slot < 14; slot++) {
            for (LocalDate day : List.of(MONDAY, MONDAY.minusDays(28))) {
                LocalDateTime start = day.atTime(12, 0).plusMinutes(30L * slot);
                tries.add(() -> consultations.book(aRequest(start), Optional.empty()));
            }
        }
        tries.add(14, () -> desk.save(ADMIN, morning));
        List<Outcome<Object>> outcomes = AtOnce.doAll(tries);
        outcomes.stream()
                .map(Outcome::result)
                .filter(Visit.class::isInstance)
                .forEach(visit -> booked.add((Visit) visit));
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.succeeded())
                .allMatch(outcome -> outcome.failure() instanceof BookingRefused);
        List<Long> made = booked.stream().map(RosterDeskIT::id).toList();
        assertThat(((Set<?>) outcomes.get(14).result()).containsAll(made)).isTrue();
        assertThat(audit.audit(LocalDate.of(2027, 1, 1)).mismatches()).isEmpty();
        assertThat(strandedOfOurs(LocalDate.of(2027, 1, 1))).containsExactlyInAnyOrderElementsOf(made);
        assertThat(free(MONDAY)).isEqualTo(8);
    }

    private void assertRefused(Reason reason, RosterChange change) {
        assertThatExceptionOfType(BookingRefused.class)
                .isThrownBy(() -> desk.save(ADMIN, change))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private void save(RosterChange change) {
        desk.save(ADMIN, change);
    }

    private int free(LocalDate day) {
        return consultations.days(day, 1, Optional.empty()).get(0).slots().size();
    }

    private long clinician() {
        return resources.serving(ResourceKind.CLINICIAN, Purpose.CONSULT).get(0).id();
    }

    private Visit book(LocalDateTime start) {
        Visit visit = consultations.book(aRequest(start), Optional.empty());
        booked.add(visit);
        return visit;
    }

    private static long id(Visit visit) {
        return visit.notice().visit();
    }

    private long count(String query) {
        return ((Number) em.createNativeQuery(query).getSingleResult()).longValue();
    }

    private void change(String sql) throws Exception {
        transaction.begin();
        em.createNativeQuery(sql).executeUpdate();
        transaction.commit();
    }

    private static ShiftTimes times(QuarterHours span) {
        return new ShiftTimes(span, List.of());
    }

    private static QuarterHours between(int from, int to) {
        return QuarterHours.between(LocalTime.of(from, 0), LocalTime.of(to, 0));
    }
}
