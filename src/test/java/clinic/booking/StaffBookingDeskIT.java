package clinic.booking;

import static clinic.testing.Fixtures.aRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import clinic.calendar.Slot;
import clinic.capacity.LedgerAudit;
import clinic.capacity.Resource;
import clinic.capacity.ResourceKind;
import clinic.capacity.Resources;
import clinic.patient.PatientForm;
import clinic.patient.PatientRegister;
import clinic.staff.Actor;
import clinic.staff.NotAllowed;
import clinic.staff.Role;
import clinic.testing.AtOnce;
import clinic.testing.AtOnce.Outcome;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.TransactionManager;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Staff make and move visits, on the real database with its one clinician and one room to talk in. */
@ExtendWith(ArquillianExtension.class)
class StaffBookingDeskIT {
    private static final Actor FRONT = Actor.of("fay", Role.FRONT_DESK, "127.0.0.1");
    private static final Actor NURSE = Actor.of("nell", Role.NURSE, "127.0.0.1");
    private static final Actor AUDITOR = Actor.of("olga", Role.AUDITOR, "127.0.0.1");

    @Inject
    private StaffBookingDesk desk;

    @Inject
    private VisitDesk visits;

    @Inject
    private ConsultationDesk publicDesk;

    @Inject
    private PatientRegister register;

    @Inject
    private Resources resources;

    @Inject
    private LedgerAudit audit;

    @Inject
    private VisitRules rules;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private TransactionManager transaction;

    @AfterEach
    void theLedgerTellsTheTruth() {
        assertThat(audit.audit(LocalDate.of(2026, 11, 1)).consistent()).isTrue();
    }

    @Test
    void booksEveryKindForItsTimeAndTheRoomForTheCleaning() {
        LocalDate day = LocalDate.of(2026, 12, 1);
        long ana = patient("Ana");
        StaffVisit evaluation = book(FRONT, ana, VisitKind.EVALUATION, day.atTime(9, 15));
        assertThat(evaluation.slot().span().length()).isEqualTo(3);
        assertThat(visits.claims(FRONT, evaluation.id()))
                .extracting(claim -> claim.resource() + " " + claim.span())
                .containsExactlyInAnyOrder(
                        room().id() + " 09:15-10:15", clinician().id() + " 09:15-10:00");
        assertThat(book(FRONT, patient("Bea"), VisitKind.REVIEW, day.atTime(10, 15))
                        .slot()
                        .span()
                        .length())
                .isEqualTo(2);
        assertThat(letters(evaluation.id())).containsExactly("booked:0");
    }

    @Test
    void namesEverythingThatSpeaksAgainstATimeAndTheNearestThatWouldDo() {
        LocalDate day = LocalDate.of(2026, 12, 2);
        long ana = patient("Ana");
        StaffVisit first = book(FRONT, ana, VisitKind.CONSULTATION, day.atTime(9, 0));
        BookingRefused refused = refused(() -> book(FRONT, ana, VisitKind.CONSULTATION, day.atTime(9, 15)));
        assertThat(refused.refusals())
                .extracting(Refusal::reason)
                .containsExactly(Reason.NOT_ON_GRID, Reason.SLOT_TAKEN, Reason.SLOT_TAKEN, Reason.PATIENT_BUSY);
        assertThat(refused.refusals().stream().skip(1)).allSatisfy(refusal -> assertThat(refusal.facts())
                .containsEntry("visit", first.id())
                .containsEntry("from", first.slot().span().startsAt()));
        assertThat(refused.refusals().stream().map(refusal -> BookingTexts.text(refusal, Locale.US)))
                .contains(
                        "C1 is taken by the visit from 9:00 AM to 9:30 AM.",
                        "The patient has another visit from 9:00 AM to 9:30 AM (consultation).");
        assertThat(refused.alternatives()).hasSize(5).allMatch(slot -> slot.day()
                .equals(day));

        Verdict verdict = desk.check(FRONT, StaffBooking.of(ana, VisitKind.CONSULTATION, day.atTime(9, 15)));
        assertThat(verdict.refusals()).isEqualTo(refused.refusals());
        assertThat(verdict.alternatives()).isEqualTo(refused.alternatives());
        assertThat(verdict.alternatives()).allSatisfy(slot -> assertThat(
                        desk.check(FRONT, StaffBooking.of(ana, VisitKind.CONSULTATION, slot.startsAt()))
                                .isAllowed())
                .isTrue());
    }

    @Test
    void saysWhenTheHouseIsClosedOrNobodyIsThere() {
        long ana = patient("Ana");
        assertThat(reasons(ana, LocalDateTime.of(2026, 12, 5, 9, 0))).containsExactly(Reason.CLOSED);
        assertThat(reasons(ana, LocalDateTime.of(2026, 12, 3, 19, 0))).containsExactly(Reason.OUTSIDE_HOURS);
        assertThat(reasons(ana, LocalDateTime.of(2026, 12, 3, 9, 7))).containsExactly(Reason.NOT_ON_GRID);
        assertThat(reasons(ana, LocalDateTime.of(2026, 12, 3, 23, 50)))
                .containsExactly(Reason.OUTSIDE_HOURS, Reason.NOT_ON_GRID);
        assertThat(reasons(ana, LocalDateTime.of(2026, 11, 2, 9, 0))).containsExactly(Reason.IN_THE_PAST);
    }

    @Test
    void setsCustomAsideForSomeWithAReasonButNeverCapacity() {
        LocalDateTime odd = LocalDateTime.of(2026, 12, 3, 10, 15);
        long ana = patient("Ana");
        assertThat(desk.check(FRONT, StaffBooking.of(ana, VisitKind.CONSULTATION, odd))
                        .isOverridable())
                .isTrue();
        assertThatExceptionOfType(NotAllowed.class)
                .isThrownBy(() -> desk.book(FRONT, overriding(ana, odd, "comes by train")));
        assertThat(refused(() -> desk.book(NURSE, overriding(ana, odd, " "))).reason())
                .isEqualTo(Reason.REQUIRED);
        StaffVisit visit = desk.book(NURSE, overriding(ana, odd, "comes by train"));
        assertThat(visits.history(NURSE, visit.id()).get(0).setAside())
                .hasValueSatisfying(rules -> assertThat(rules.reason()).isEqualTo("comes by train"));
        BookingRefused taken = refused(() -> desk.book(NURSE, overriding(patient("Bea"), odd, "no other way")));
        assertThat(taken.reason()).isEqualTo(Reason.SLOT_TAKEN);
        LocalDateTime far = LocalDate.of(2027, 8, 2).atTime(10, 0);
        assertThat(reasons(ana, far)).containsExactly(Reason.BEYOND_HORIZON);
        assertThat(desk.book(NURSE, overriding(ana, far, "asked for it")).slot().startsAt())
                .isEqualTo(far);
    }

    @Test
    void isBoundToTheRoomOrTheClinicianAskedFor() {
        long ana = patient("Ana");
        LocalDateTime start = LocalDateTime.of(2026, 12, 4, 9, 0);
        Resource mood = resources.all().stream()
                .filter(each -> each.name().equals("R1"))
                .findFirst()
                .orElseThrow();
        assertThat(refused(() -> desk.book(FRONT, with(ana, start, mood.id()))).reason())
                .isEqualTo(Reason.NOT_SUITABLE);
        assertThat(refused(() -> desk.book(FRONT, with(ana, start, 999_999))).reason())
                .isEqualTo(Reason.UNKNOWN_RESOURCE);
        assertThat(refused(() -> book(FRONT, 999_999_999, VisitKind.CONSULTATION, start))
                        .reason())
                .isEqualTo(Reason.UNKNOWN_PATIENT);
        assertThat(desk.book(FRONT, with(ana, start, clinician().id()))
                        .clinician()
                        .id())
                .isEqualTo(clinician().id());
        assertThat(desk.book(FRONT, with(patient("Bea"), start.plusHours(1), room().id()))
                        .room()
                        .id())
                .isEqualTo(room().id());
    }

    @Test
    void movesAVisitAcrossItsOwnTimeAndTellsHer() {
        long ana = patient("Ana");
        LocalDate day = LocalDate.of(2026, 12, 22);
        StaffVisit visit = book(FRONT, ana, VisitKind.EVALUATION, day.atTime(9, 0));
        assertThat(desk.check(FRONT, visit.id(), StaffMove.to(day.atTime(9, 15)))
                        .isAllowed())
                .isTrue();
        StaffVisit moved = desk.move(FRONT, visit.id(), StaffMove.to(day.atTime(9, 15)));
        assertThat(moved.revision()).isEqualTo(1);
        assertThat(moved.slot().startsAt()).isEqualTo(day.atTime(9, 15));
        assertThat(desk.move(FRONT, visit.id(), StaffMove.to(day.atTime(9, 15))).revision())
                .isEqualTo(1);
        assertThat(letters(visit.id())).containsExactly("booked:0", "moved:1");
        StaffMove stale = new StaffMove(
                day.atTime(11, 0), OptionalLong.empty(), Optional.empty(), OptionalInt.of(visit.version()));
        assertThat(refused(() -> desk.move(FRONT, visit.id(), stale)).reason()).isEqualTo(Reason.STALE_VERSION);
        visits.step(FRONT, visit.id(), Edge.CHECK_IN, Grounds.NONE, OptionalInt.empty());
        assertThat(refused(() -> desk.move(FRONT, visit.id(), StaffMove.to(day.atTime(11, 0))))
                        .reason())
                .isEqualTo(Reason.ILLEGAL_TRANSITION);
        assertThat(desk.check(FRONT, visit.id(), StaffMove.to(day.atTime(11, 0)))
                        .isAllowed())
                .isFalse();
        assertThatExceptionOfType(UnknownVisit.class)
                .isThrownBy(() -> desk.move(FRONT, 999_999_999, StaffMove.to(day.atTime(9, 0))));
    }

    @Test
    void offersNoTimeAcrossAnotherVisitOfHers() throws Exception {
        long ana = patient("Ana");
        LocalDate day = LocalDate.of(2026, 12, 11);
        StaffVisit visit = book(FRONT, ana, VisitKind.CONSULTATION, day.atTime(15, 0));
        // Somewhere that takes nobody else's time: she alone is busy then.
        change("update appointment set start_q = 40, end_q = 42 where id = " + visit.id());
        assertThat(free(ana, day)).doesNotContain(day.atTime(10, 0)).contains(day.atTime(10, 30));
        assertThat(free(patient("Bea"), day)).contains(day.atTime(10, 0));
        assertThat(desk.free(FRONT, visit.id(), StaffMove.to(day.atStartOfDay())))
                .extracting(Slot::startsAt)
                .contains(day.atTime(10, 0), day.atTime(15, 0));
        visits.step(FRONT, visit.id(), Edge.CANCEL, Grounds.NONE, OptionalInt.empty());
        assertThatExceptionOfType(NotAllowed.class).isThrownBy(() -> free(AUDITOR, ana, day));
    }

    @Test
    void offersStaffWhatIsTooSoonForPatients() throws Exception {
        LocalDate day = LocalDate.of(2026, 12, 11);
        change("update visit_rule set lead_minutes = 60 * 24 * 200 where kind = 'CONSULTATION'");
        rules.forget();
        try {
            assertThat(publicDesk.days(day, 1, Optional.empty()).get(0).slots()).isEmpty();
            assertThat(free(patient("Ana"), day)).contains(day.atTime(9, 0));
        } finally {
            change("update visit_rule set lead_minutes = 120 where kind = 'CONSULTATION'");
            rules.forget();
        }
    }

    @Test
    void makesTheRecordOfSomebodyNewWithTheVisitOrNotAtAll() {
        LocalDateTime start = LocalDateTime.of(2026, 12, 23, 9, 0);
        PatientForm yolanda = PatientForm.ofAdult("Yolanda", "Newcomer", "yolanda@example.org", "", "es");
        StaffVisit visit = desk.book(FRONT, forNew(yolanda, start));
        assertThat(visit.missing()).containsExactly(Missing.CONTACT);
        assertThat(register.search(FRONT, "newcomer")).hasSize(1);
        refused(() -> desk.book(FRONT, forNew(PatientForm.ofAdult("Xaver", "Nevermade", "", "", "en"), start)));
        assertThat(register.search(FRONT, "nevermade")).isEmpty();
    }

    @Test
    void answersARepeatedRequestAsTheFirstTime() throws InterruptedException {
        long ana = patient("Ana");
        LocalDateTime start = LocalDateTime.of(2026, 12, 23, 11, 0);
        RequestKey key = RequestKey.of("appointment", "fay", "key-of-staff", "body");
        Callable<StaffVisit> book =
                () -> desk.book(FRONT, StaffBooking.of(ana, VisitKind.CONSULTATION, start), Optional.of(key));
        List<Outcome<StaffVisit>> outcomes = AtOnce.doAll(List.of(book, book, book, book));
        assertThat(outcomes).allMatch(Outcome::succeeded);
        assertThat(outcomes.stream().map(outcome -> outcome.result().id()).distinct())
                .hasSize(1);
    }

    @Test
    void letsNobodyWhoseTaskItIsNot() {
        StaffBooking booking = StaffBooking.of(1, VisitKind.CONSULTATION, LocalDateTime.of(2026, 12, 23, 9, 0));
        assertThatExceptionOfType(NotAllowed.class).isThrownBy(() -> desk.book(AUDITOR, booking));
        assertThatExceptionOfType(NotAllowed.class).isThrownBy(() -> desk.check(AUDITOR, booking));
        assertThatExceptionOfType(NotAllowed.class)
                .isThrownBy(() -> desk.move(AUDITOR, 1, StaffMove.to(booking.start())));
    }

    @Test
    void givesOneSlotToOneOfManyMovesStaffAndPatientsMakeAtOnce() throws InterruptedException {
        LocalDate day = LocalDate.of(2026, 12, 28);
        LocalDateTime wanted = day.atTime(15, 0);
        StaffVisit one = book(FRONT, patient("Ana"), VisitKind.CONSULTATION, day.atTime(9, 0));
        StaffVisit two = book(FRONT, patient("Bea"), VisitKind.CONSULTATION, day.atTime(10, 0));
        Visit three = publicDesk.book(aRequest(day.atTime(11, 0)), Optional.empty());
        long cleo = patient("Cleo");
        List<Callable<Object>> tries = List.of(
                () -> desk.move(FRONT, one.id(), StaffMove.to(wanted)),
                () -> desk.move(NURSE, two.id(), StaffMove.to(wanted)),
                () -> publicDesk.move(three.token(), wanted),
                () -> publicDesk.book(aRequest(wanted), Optional.empty()),
                () -> book(FRONT, cleo, VisitKind.CONSULTATION, wanted));
        List<Outcome<Object>> outcomes = AtOnce.doAll(tries);
        assertThat(outcomes).filteredOn(Outcome::succeeded).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.succeeded())
                .allMatch(outcome ->
                        outcome.failure() instanceof BookingRefused refused && refused.reason() == Reason.SLOT_TAKEN);
    }

    private List<LocalDateTime> free(long patient, LocalDate day) {
        return free(FRONT, patient, day);
    }

    private List<LocalDateTime> free(Actor actor, long patient, LocalDate day) {
        return desk.free(actor, StaffBooking.of(patient, VisitKind.CONSULTATION, day.atStartOfDay())).stream()
                .map(Slot::startsAt)
                .toList();
    }

    private void change(String sql) throws Exception {
        transaction.begin();
        em.createNativeQuery(sql).executeUpdate();
        transaction.commit();
    }

    private StaffVisit book(Actor actor, long patient, VisitKind kind, LocalDateTime start) {
        return desk.book(actor, StaffBooking.of(patient, kind, start));
    }

    private static StaffBooking with(long patient, LocalDateTime start, long resource) {
        return new StaffBooking(
                OptionalLong.of(patient),
                Optional.empty(),
                VisitKind.CONSULTATION,
                start,
                OptionalLong.of(resource),
                Optional.empty());
    }

    private static StaffBooking overriding(long patient, LocalDateTime start, String reason) {
        return new StaffBooking(
                OptionalLong.of(patient),
                Optional.empty(),
                VisitKind.CONSULTATION,
                start,
                OptionalLong.empty(),
                Optional.of(reason));
    }

    private static StaffBooking forNew(PatientForm patient, LocalDateTime start) {
        return new StaffBooking(
                OptionalLong.empty(),
                Optional.of(patient),
                VisitKind.CONSULTATION,
                start,
                OptionalLong.empty(),
                Optional.empty());
    }

    private List<Reason> reasons(long patient, LocalDateTime start) {
        return desk.check(FRONT, StaffBooking.of(patient, VisitKind.CONSULTATION, start)).refusals().stream()
                .map(Refusal::reason)
                .toList();
    }

    private long patient(String name) {
        return register.create(FRONT, PatientForm.ofAdult(name, "Staffbook", name + "@example.org", "", "en"))
                .card()
                .id();
    }

    private Resource room() {
        return only(ResourceKind.ROOM);
    }

    private Resource clinician() {
        return only(ResourceKind.CLINICIAN);
    }

    private Resource only(ResourceKind kind) {
        return Stream.of(kind)
                .flatMap(each -> resources.serving(each, clinic.capacity.Purpose.CONSULT).stream())
                .findFirst()
                .orElseThrow();
    }

    private List<String> letters(long visit) {
        List<?> keys = em.createNativeQuery("select dedup_key from outbox_mail where visit_id = ? order by id")
                .setParameter(1, visit)
                .getResultList();
        return keys.stream()
                .map(key -> key.toString().substring(("visit:" + visit + ":").length()))
                .toList();
    }

    private static BookingRefused refused(ThrowingCallable call) {
        BookingRefused refused = catchThrowableOfType(BookingRefused.class, call);
        assertThat(refused).isNotNull();
        return refused;
    }
}
