package clinic.house;

import static clinic.testing.Fixtures.aRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import clinic.booking.BookingRefused;
import clinic.booking.ConsultationDesk;
import clinic.booking.HouseKeeping;
import clinic.booking.Reason;
import clinic.booking.Refusal;
import clinic.booking.RequestKey;
import clinic.booking.Visit;
import clinic.capacity.LedgerAudit;
import clinic.capacity.Purpose;
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
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A time taken away and given back, while people book it. */
@ExtendWith(ArquillianExtension.class)
class ClosureDeskIT {
    private static final Actor DESK = Actor.of("desk", Role.FRONT_DESK, "127.0.0.1");
    private static final LocalDate MONDAY = LocalDate.of(2027, 2, 8);

    @Inject
    private ClosureDesk desk;

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

    private final List<Visit> booked = new ArrayList<>();
    private final List<Long> closed = new ArrayList<>();

    @AfterEach
    void everythingIsAsItWas() {
        closed.forEach(id -> desk.reopen(DESK, id));
        booked.forEach(visit -> consultations.cancel(visit.token(), Optional.empty()));
        assertThat(audit.audit(MONDAY).consistent()).isTrue();
        assertThat(audit.audit(MONDAY).stranded()).isEmpty();
        assertThat(consultations.days(MONDAY, 5, Optional.empty()))
                .allSatisfy(day -> assertThat(day.slots()).hasSize(22));
        assertThat(houseKeeping.rollForward()).isZero();
    }

    @Test
    void showsWhomItWouldStrandAndChangesNothing() {
        Visit visit = book(MONDAY.atTime(9, 0));
        book(MONDAY.atTime(12, 0));
        String before = rows();
        assertThat(desk.preview(DESK, clinic(MONDAY.atTime(8, 0), MONDAY.atTime(12, 0))))
                .containsExactly(id(visit));
        assertThat(rows()).isEqualTo(before);
        assertThat(audit.audit(MONDAY).stranded()).isEmpty();
        assertThat(desk.closures(DESK)).isEmpty();
    }

    @Test
    void strandsWhomItShowedAndGivesEverythingBack() {
        Visit first = book(MONDAY.atTime(18, 30));
        Visit second = book(MONDAY.plusDays(2).atTime(8, 0));
        book(MONDAY.plusDays(2).atTime(9, 0));
        String before = rows();
        ClosureRequest request =
                clinic(MONDAY.atTime(18, 45), MONDAY.plusDays(2).atTime(9, 0));
        Set<Long> shown = desk.preview(DESK, request);
        ClosureDesk.Closed closure = close(request);
        assertThat(closure.stranded()).isEqualTo(shown).containsExactlyInAnyOrder(id(first), id(second));
        assertThat(audit.audit(MONDAY).stranded()).containsExactlyInAnyOrderElementsOf(shown);
        assertThat(consultations.days(MONDAY, 3, Optional.empty()))
                .extracting(day -> day.slots().size())
                .containsExactly(21, 0, 19);

        desk.reopen(DESK, closed.remove(0));
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void closesOneRoomWithoutTheOthers() {
        long room = resources.serving(ResourceKind.ROOM, Purpose.CONSULT).get(0).id();
        long other = resources.serving(ResourceKind.ROOM, Purpose.MOOD).get(0).id();
        Visit visit = book(MONDAY.atTime(10, 0));
        assertThat(desk.preview(DESK, of(other, MONDAY))).isEmpty();
        assertThat(close(of(room, MONDAY)).stranded()).containsExactly(id(visit));
        assertThat(consultations.days(MONDAY, 1, Optional.empty()).get(0).slots())
                .isEmpty();
    }

    @Test
    void strandsNobodyTwice() {
        Visit visit = book(MONDAY.atTime(10, 0));
        close(clinic(MONDAY.atTime(8, 0), MONDAY.atTime(12, 0)));
        assertThat(desk.preview(DESK, clinic(MONDAY.atTime(9, 0), MONDAY.atTime(11, 0))))
                .isEmpty();
        assertThat(audit.audit(MONDAY).stranded()).containsExactly(id(visit));
    }

    @Test
    void keepsClosedWhatAnotherClosureTakesToo() {
        close(clinic(MONDAY.atTime(8, 0), MONDAY.atTime(12, 0)));
        ClosureDesk.Closed second = close(clinic(MONDAY.atTime(11, 0), MONDAY.atTime(19, 0)));
        assertThat(consultations.days(MONDAY, 1, Optional.empty()).get(0).slots())
                .isEmpty();
        desk.reopen(DESK, second.id());
        closed.remove(second.id());
        assertThat(consultations.days(MONDAY, 1, Optional.empty()).get(0).slots())
                .hasSize(14);
    }

    @Test
    void saysEverythingThatSpeaksAgainstAClosure() {
        ClosureRequest senseless =
                new ClosureRequest(MONDAY.atTime(9, 0), MONDAY.atTime(9, 0), Optional.of(4711L), " ");
        assertThatExceptionOfType(BookingRefused.class)
                .isThrownBy(() -> desk.close(DESK, senseless, Optional.empty()))
                .satisfies(refused -> assertThat(refused.refusals())
                        .extracting(Refusal::reason)
                        .containsExactly(Reason.EMPTY_SPAN, Reason.UNKNOWN_RESOURCE, Reason.REQUIRED));
        LocalDateTime past = LocalDateTime.of(2026, 11, 1, 8, 0);
        assertThatExceptionOfType(BookingRefused.class)
                .isThrownBy(() -> desk.preview(DESK, clinic(past, past.plusHours(1))))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.IN_THE_PAST));
    }

    @Test
    void isTheTaskOfTheFrontDeskAndOfAnAdmin() {
        ClosureRequest request = clinic(MONDAY.atTime(8, 0), MONDAY.atTime(9, 0));
        for (Role role : List.of(Role.NURSE, Role.PRESCRIBER, Role.AUDITOR)) {
            Actor actor = Actor.of("somebody", role, "");
            assertThatExceptionOfType(NotAllowed.class).isThrownBy(() -> desk.preview(actor, request));
            assertThatExceptionOfType(NotAllowed.class).isThrownBy(() -> desk.close(actor, request, Optional.empty()));
            assertThatExceptionOfType(NotAllowed.class).isThrownBy(() -> desk.reopen(actor, 1));
        }
    }

    @Test
    void knowsNoClosureThatIsGone() {
        assertThatExceptionOfType(UnknownClosure.class).isThrownBy(() -> desk.reopen(DESK, 4711));
    }

    @Test
    void closesOnceHoweverOftenOneRequestIsRepeatedAtOnce() throws InterruptedException {
        Visit visit = book(MONDAY.atTime(10, 0));
        RequestKey key = RequestKey.of("close", "desk", "a-key", "a body");
        List<Callable<ClosureDesk.Closed>> tries = new ArrayList<>();
        for (int client = 0; client < 8; client++) {
            tries.add(() -> desk.close(DESK, clinic(MONDAY.atTime(8, 0), MONDAY.atTime(12, 0)), Optional.of(key)));
        }
        Set<ClosureDesk.Closed> answers =
                AtOnce.doAll(tries).stream().map(Outcome::result).collect(Collectors.toSet());
        assertThat(answers).singleElement().satisfies(answer -> {
            closed.add(answer.id());
            assertThat(answer.stranded()).containsExactly(id(visit));
        });
    }

    /** Each writes whole days: one that read before the other wrote would open what that one had closed. */
    @Test
    void losesNoneOfManyClosuresMadeAtOnce() throws InterruptedException {
        List<Callable<ClosureDesk.Closed>> tries = new ArrayList<>();
        for (int hour = 8; hour < 19; hour++) {
            ClosureRequest request = clinic(MONDAY.atTime(hour, 0), MONDAY.atTime(hour + 1, 0));
            tries.add(() -> desk.close(DESK, request, Optional.empty()));
        }
        AtOnce.doAll(tries).forEach(outcome -> closed.add(outcome.result().id()));
        assertThat(consultations.days(MONDAY, 1, Optional.empty()).get(0).slots())
                .isEmpty();
        assertThat(houseKeeping.rollForward()).isZero();
    }

    @Test
    void letsNothingSlipThroughBetweenAClosureAndBookings() throws InterruptedException {
        for (int round = 0; round < 3; round++) {
            LocalDate day = MONDAY.plusDays(round);
            List<Callable<Object>> tries = new ArrayList<>();
            for (int slot = 0; slot < 22; slot++) {
                LocalDateTime start = day.atTime(8, 0).plusMinutes(30L * slot);
                tries.add(() -> consultations.book(aRequest(start), Optional.empty()));
            }
            tries.add(11, () -> desk.close(DESK, clinic(day.atTime(8, 0), day.atTime(19, 0)), Optional.empty()));
            List<Outcome<Object>> outcomes = AtOnce.doAll(tries);
            Set<Long> stranded = outcomes.stream()
                    .map(Outcome::result)
                    .filter(ClosureDesk.Closed.class::isInstance)
                    .map(ClosureDesk.Closed.class::cast)
                    .peek(closure -> closed.add(closure.id()))
                    .findFirst()
                    .orElseThrow()
                    .stranded();
            List<Visit> visits = outcomes.stream()
                    .map(Outcome::result)
                    .filter(Visit.class::isInstance)
                    .map(Visit.class::cast)
                    .toList();
            booked.addAll(visits);
            assertThat(outcomes)
                    .filteredOn(outcome -> !outcome.succeeded())
                    .allMatch(outcome -> outcome.failure() instanceof BookingRefused);
            assertThat(visits.stream().map(ClosureDeskIT::id)).containsExactlyInAnyOrderElementsOf(stranded);
        }
        assertThat(audit.audit(MONDAY).mismatches()).isEmpty();
        assertThat(audit.audit(MONDAY).stranded())
                .containsExactlyInAnyOrderElementsOf(
                        booked.stream().map(ClosureDeskIT::id).toList());
    }

    private ClosureDesk.Closed close(ClosureRequest request) {
        ClosureDesk.Closed closure = desk.close(DESK, request, Optional.empty());
        closed.add(closure.id());
        return closure;
    }

    private Visit book(LocalDateTime start) {
        Visit visit = consultations.book(aRequest(start), Optional.empty());
        booked.add(visit);
        return visit;
    }

    private static long id(Visit visit) {
        return visit.notice().visit();
    }

    private static ClosureRequest clinic(LocalDateTime from, LocalDateTime to) {
        return new ClosureRequest(from, to, Optional.empty(), "no power");
    }

    private static ClosureRequest of(long resource, LocalDate day) {
        return new ClosureRequest(
                day.atStartOfDay(), day.plusDays(1).atStartOfDay(), Optional.of(resource), "out of service");
    }

    /** All rows from that week on, to the byte. */
    private String rows() {
        return em.createNativeQuery("select concat(day, ' ', resource_id, ' ', hex(capacity), ' ', hex(used))"
                        + " from resource_day where day between '2027-02-08' and '2027-02-12' order by 1")
                .getResultList()
                .toString();
    }
}
