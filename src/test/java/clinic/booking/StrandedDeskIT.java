package clinic.booking;

import static clinic.testing.Fixtures.aRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import clinic.calendar.Slot;
import clinic.house.ClosureDesk;
import clinic.house.ClosureRequest;
import clinic.staff.Actor;
import clinic.staff.NotAllowed;
import clinic.staff.Role;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.TransactionManager;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The worklist of a day that was closed under three visits. */
@ExtendWith(ArquillianExtension.class)
class StrandedDeskIT {
    private static final Actor DESK = Actor.of("desk", Role.FRONT_DESK, "127.0.0.1");
    private static final int ALL_DAY = 22;

    @Inject
    private StrandedDesk desk;

    @Inject
    private CallDesk calls;

    @Inject
    private ClosureDesk closures;

    @Inject
    private ConsultationDesk consultations;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private TransactionManager transaction;

    private List<Visit> visits;
    private long closure;
    private LocalDate lost;

    @BeforeEach
    void closeADayUnderThreeVisits() {
        lost = free(LocalDate.of(2027, 1, 18));
        visits = Stream.of(9, 10, 11)
                .map(hour -> consultations.book(aRequest(lost.atTime(hour, 0)), Optional.empty()))
                .toList();
        closure = closures.close(
                        DESK,
                        new ClosureRequest(
                                lost.atStartOfDay(), lost.plusDays(1).atStartOfDay(), Optional.empty(), "Off sick"),
                        Optional.empty())
                .id();
    }

    /** The first day that nobody has a visit on, nor on the next. */
    private LocalDate free(LocalDate from) {
        List<DayTimes> days = consultations.days(from, 30, Optional.empty());
        return IntStream.range(0, days.size() - 1)
                .filter(index -> days.get(index).slots().size() == ALL_DAY
                        && days.get(index + 1).slots().size() == ALL_DAY)
                .mapToObj(index -> days.get(index).day())
                .findFirst()
                .orElseThrow();
    }

    @AfterEach
    void openItAgain() {
        closures.reopen(DESK, closure);
        visits.forEach(visit -> consultations.cancel(visit.token(), Optional.empty()));
        assertThat(desk.waiting(DESK)).isZero();
    }

    private List<LocalDateTime> waiting() {
        return desk.worklist(DESK, 20).stream()
                .map(each -> each.visit().slot().startsAt())
                .toList();
    }

    @Test
    void listsThemInOrderWithTheSameTimeOfAnotherDayAndTheTelephone() {
        assertThat(waiting()).containsExactly(lost.atTime(9, 0), lost.atTime(10, 0), lost.atTime(11, 0));
        assertThat(desk.worklist(DESK, 20)).allSatisfy(each -> {
            assertThat(each.phone()).isEqualTo("+18185550142");
            assertThat(each.proposals()).hasSize(3);
            assertThat(each.proposals().get(0).sameClinician()).isTrue();
            assertThat(each.proposals().get(0).slot().startsAt())
                    .isEqualTo(each.visit().slot().startsAt().plusDays(1));
        });
        assertThat(desk.worklist(DESK, 2)).hasSize(2);
        assertThat(desk.waiting(DESK)).isEqualTo(3);
    }

    @Test
    void proposesOneTimeToOneOfThem() {
        visits.forEach(visit -> consultations.cancel(visit.token(), Optional.empty()));
        closures.reopen(DESK, closure);
        visits = Stream.of(0, 1)
                .map(later -> consultations.book(aRequest(lost.plusDays(later).atTime(9, 0)), Optional.empty()))
                .toList();
        closure = closures.close(
                        DESK,
                        new ClosureRequest(
                                lost.atStartOfDay(), lost.plusDays(2).atStartOfDay(), Optional.empty(), "Off sick"),
                        Optional.empty())
                .id();
        assertThat(desk.worklist(DESK, 20).stream()
                        .map(each -> each.proposals().get(0).slot())
                        .distinct())
                .hasSameSizeAs(desk.worklist(DESK, 20));
    }

    @Test
    void proposesNoTimeAcrossAnotherVisitOfHers() throws Exception {
        Slot first = desk.worklist(DESK, 1).get(0).proposals().get(0).slot();
        Visit other = consultations.book(aRequest(lost.plusDays(1).atTime(16, 0)), Optional.empty());
        // Hers as well, and in the first time proposed; it takes nobody else's.
        transaction.begin();
        em.createNativeQuery("update appointment a join appointment b on b.id = ? set a.patient_id = b.patient_id,"
                        + " a.day = ?, a.start_q = ?, a.end_q = ? where a.id = ?")
                .setParameter(1, visits.get(0).notice().visit())
                .setParameter(2, first.day().toString())
                .setParameter(3, first.span().start())
                .setParameter(4, first.span().end())
                .setParameter(5, other.notice().visit())
                .executeUpdate();
        transaction.commit();
        assertThat(desk.worklist(DESK, 1).get(0).proposals())
                .hasSize(3)
                .extracting(StrandedDesk.NewTime::slot)
                .doesNotContain(first);
        consultations.cancel(other.token(), Optional.empty());
    }

    @Test
    void forgetsWhoWasMovedOrCancelled() {
        consultations.move(visits.get(0).token(), lost.plusDays(1).atTime(15, 0));
        consultations.cancel(visits.get(1).token(), Optional.empty());
        assertThat(waiting()).containsExactly(lost.atTime(11, 0));
    }

    @Test
    void keepsWhatWasSaidUntilTheVisitHasAnotherTime() {
        long id = visits.get(0).notice().visit();
        desk.called(DESK, id, "NO_ANSWER", " ");
        desk.called(DESK, id, "REACHED", " calls back ");
        assertThat(desk.worklist(DESK, 1).get(0).calls())
                .extracting(call -> call.outcome() + " " + call.note().orElse("-"))
                .containsExactly("REACHED calls back", "NO_ANSWER -");
        assertThat(desk.worklist(DESK, 2).get(1).calls()).isEmpty();
        assertThat(calls.aboutLostTime(DESK, id)).hasSize(2);
        assertThatExceptionOfType(BookingRefused.class)
                .isThrownBy(() -> desk.called(DESK, id, "", "calls back"))
                .satisfies(refused -> assertThat(refused.refusals())
                        .extracting(Refusal::field)
                        .containsExactly("callOutcome"));
        Actor auditor = Actor.of("auditor", Role.AUDITOR, "");
        assertThatExceptionOfType(NotAllowed.class).isThrownBy(() -> desk.called(auditor, id, "REACHED", "x"));
        assertThatExceptionOfType(NotAllowed.class).isThrownBy(() -> desk.worklist(auditor, 1));
    }
}
