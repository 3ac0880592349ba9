package clinic.patient;

import static clinic.testing.Fixtures.aRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import clinic.booking.BookingRefused;
import clinic.booking.BookingTexts;
import clinic.booking.ConsultationDesk;
import clinic.booking.Edge;
import clinic.booking.Grounds;
import clinic.booking.MergeDesk;
import clinic.booking.StaffBooking;
import clinic.booking.StaffBookingDesk;
import clinic.booking.StaffVisit;
import clinic.booking.VisitDesk;
import clinic.booking.VisitKind;
import clinic.booking.VisitRequest;
import clinic.staff.Actor;
import clinic.staff.NotAllowed;
import clinic.staff.Role;
import clinic.testing.AtOnce;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The file of patients, on the real database. */
@ExtendWith(ArquillianExtension.class)
class PatientRegisterIT {
    private static final Actor FRONT = Actor.of("fay", Role.FRONT_DESK, "127.0.0.1");
    private static final Actor NURSE = Actor.of("nell", Role.NURSE, "127.0.0.1");
    private static final Actor AUDITOR = Actor.of("olga", Role.AUDITOR, "127.0.0.1");

    @Inject
    private PatientRegister register;

    @Inject
    private ConsultationDesk consultations;

    @Inject
    private StaffBookingDesk bookings;

    @Inject
    private VisitDesk visits;

    @Inject
    private MergeDesk merges;

    @Inject
    private PatientIndexDesk index;

    @Resource
    private UserTransaction transaction;

    @PersistenceContext
    private EntityManager em;

    private PatientRecord create(String first, String last, String email, String phone) {
        return register.create(FRONT, PatientForm.of(first, last, email, phone, "en"));
    }

    private List<Long> found(String query) {
        return register.search(FRONT, query).stream().map(PatientCard::id).toList();
    }

    /** Catches: after an upgrade, nobody finds whom the clinic has known for years. */
    @Test
    void findsWhoWasWrittenDownBeforeThereWereWords() throws Exception {
        long id = create("Aurelia", "Longago", "aurelia@example.org", "818 555 7399")
                .card()
                .id();
        transaction.begin();
        em.createNativeQuery("delete from patient_key where patient_id = ?")
                .setParameter(1, id)
                .executeUpdate();
        transaction.commit();
        assertThat(found("longago")).isEmpty();
        assertThat(index.fill()).isFalse();
        assertThat(found("longago")).containsExactly(id);
    }

    @Test
    void findsARecordByAnyOfItsWordsInAnyOrder() {
        long id = create("Zdenka", "Östergård", "zdenka@example.org", "818 555 7301")
                .card()
                .id();
        assertThat(found("ostergard zden")).containsExactly(id);
        assertThat(found("(818) 555-7301")).containsExactly(id);
        assertThat(found("ZDENKA@ex")).containsExactly(id);
        assertThat(found("5557301 zdenka")).containsExactly(id);
        assertThat(found("zdenka nobody")).isEmpty();
        assertThat(found("%")).isEmpty();
    }

    @Test
    void findsWhoBookedInPublic() {
        VisitRequest.Person person =
                new VisitRequest.Person("Quincy", "Adebayo", "quincy@example.org", "818-555-7302", "en", true, true);
        var visit = consultations.book(aRequest(LocalDateTime.of(2027, 2, 19, 14, 0), person), Optional.empty());
        assertThat(register.search(FRONT, "adebayo q")).singleElement().satisfies(card -> assertThat(
                        visits.of(FRONT, card.id()))
                .extracting(StaffVisit::id)
                .containsExactly(visit.notice().visit()));
    }

    @Test
    void makesARecordAlwaysAndNamesWhoIsProbablyTheSame() {
        PatientRecord first = create("Imogen", "Hartwell", "imogen@example.org", "818-555-7303");
        assertThat(first.duplicates()).isEmpty();
        assertThat(create("Hartwell", "Imogen", "", "").duplicates())
                .extracting(PatientCard::id)
                .containsExactly(first.card().id());
        assertThat(create("imogen", "Smith", "other@example.org", "+1 818 555 7303")
                        .duplicates())
                .extracting(PatientCard::id)
                .containsExactly(first.card().id());
        assertThat(create("Peter", "Hartwell", "", "8185557303").duplicates()).isEmpty();
    }

    @Test
    void refusesEverythingThatIsWrongAtOnce() {
        PatientForm form = new PatientForm(
                Optional.of(" "),
                Optional.of("x".repeat(101)),
                Optional.of("not a mail"),
                Optional.of("12"),
                Optional.of("tlh"),
                Optional.of(LocalDate.of(2100, 1, 1)),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new PatientForm.Escort("Kim", "?")));
        assertThatExceptionOfType(PatientRefused.class)
                .isThrownBy(() -> register.create(FRONT, form))
                .satisfies(refused -> assertThat(refused.refused())
                        .extracting(PatientRefused.Refused::field)
                        .containsExactly(
                                "firstName", "lastName", "email", "phone", "language", "birthDate", "escort.phone"));
    }

    @Test
    void changesWhatTheFormHasAndFindsHerByItAfterwards() {
        PatientRecord made = create("Ludovica", "Bianchi", "ludo@example.org", "818-555-7304");
        PatientForm change = new PatientForm(
                Optional.empty(),
                Optional.of("Verdi"),
                Optional.of(""),
                Optional.empty(),
                Optional.of("es"),
                Optional.of(LocalDate.of(1980, 5, 6)),
                Optional.of(true),
                Optional.empty(),
                Optional.of(new PatientForm.Escort("Gino", "818-555-7305")));
        long id = made.card().id();
        OptionalInt seen = OptionalInt.of(made.card().version());
        PatientRecord changed = register.change(FRONT, id, change, seen);
        assertThat(changed.card().lastName()).isEqualTo("Verdi");
        assertThat(changed.card().phone()).isEqualTo("+18185557304");
        assertThat(changed.card().email()).isEmpty();
        assertThat(changed.card().language()).isEqualTo("es");
        assertThat(changed.emailConsent()).isTrue();
        assertThat(changed.escort()).contains(new PatientForm.Escort("Gino", "+18185557305"));
        assertThat(found("verdi 5/6/1980")).containsExactly(id);
        assertThat(found("bianchi ludovica")).isEmpty();
        assertThatExceptionOfType(PatientRefused.class)
                .isThrownBy(() -> register.change(FRONT, id, change, seen))
                .matches(refused -> refused.refused().get(0).flaw() == Flaw.STALE_VERSION);
    }

    @Test
    void showsClinicalNotesToThoseOnlyWhoReadThem() {
        long id = create("Odalys", "Note", "", "").card().id();
        register.note(NURSE, id, true, "dizzy after the last visit");
        register.note(FRONT, id, false, "prefers mornings");
        assertThat(register.record(FRONT, id).notes())
                .extracting(PatientRecord.Note::text)
                .containsExactly("prefers mornings");
        assertThat(register.record(NURSE, id).notes()).hasSize(2);
        assertThatExceptionOfType(NotAllowed.class).isThrownBy(() -> register.note(FRONT, id, true, "no"));
        assertThatExceptionOfType(NotAllowed.class).isThrownBy(() -> register.record(AUDITOR, id));
        assertThatExceptionOfType(UnknownPatient.class).isThrownBy(() -> register.record(FRONT, 999_999_999));
    }

    @Test
    void mergesTwoRecordsWithAllThatHangsOnThem() {
        PatientRecord keep = create("Ofelia", "Duarte", "", "818-555-7306");
        PatientRecord gone = create("Ofelia", "Duarte-Sol", "ofelia@example.org", "");
        long kept = keep.card().id();
        long absorbed = gone.card().id();
        register.note(FRONT, absorbed, false, "has a dog");
        StaffVisit visit = bookings.book(
                FRONT, StaffBooking.of(absorbed, VisitKind.CONSULTATION, LocalDateTime.of(2027, 2, 19, 16, 0)));

        PatientRecord merged = register.merge(FRONT, kept, absorbed);
        assertThat(merged.card().email()).isEqualTo("ofelia@example.org");
        assertThat(merged.card().phone()).isEqualTo("+18185557306");
        assertThat(merged.notes()).hasSize(1);
        assertThat(visits.visit(FRONT, visit.id()).patient()).isEqualTo(kept);
        assertThat(register.record(FRONT, absorbed).card().id()).isEqualTo(kept);
        assertThat(found("duarte-sol ofelia")).containsExactly(kept);
        assertThatExceptionOfType(UnknownPatient.class).isThrownBy(() -> register.merge(FRONT, kept, absorbed));
        assertThatExceptionOfType(PatientRefused.class).isThrownBy(() -> register.merge(FRONT, kept, kept));
    }

    @Test
    void refusesToMergeRecordsWithVisitsAtTheSameTime() throws Exception {
        long keep = create("Tilda", "Twice", "", "818-555-7311").card().id();
        long gone = create("Tilda", "Twice-Sol", "", "818-555-7312").card().id();
        LocalDate day = LocalDate.of(2027, 2, 19);
        StaffVisit one = bookings.book(FRONT, StaffBooking.of(keep, VisitKind.CONSULTATION, day.atTime(10, 0)));
        StaffVisit other = bookings.book(FRONT, StaffBooking.of(gone, VisitKind.CONSULTATION, day.atTime(11, 0)));
        assertThat(merges.clashes(FRONT, keep, gone)).isEmpty();
        // As if a second clinician had seen the other one at the same time.
        transaction.begin();
        em.createNativeQuery("update appointment set start_q = 41, end_q = 43 where id = " + other.id())
                .executeUpdate();
        transaction.commit();
        assertThat(merges.clashes(FRONT, keep, gone)).singleElement().satisfies(clash -> {
            assertThat(clash.one().id()).isEqualTo(one.id());
            assertThat(clash.other().id()).isEqualTo(other.id());
        });
        assertThatExceptionOfType(BookingRefused.class)
                .isThrownBy(() -> register.merge(FRONT, keep, gone))
                .satisfies(refused -> assertThat(
                                BookingTexts.text(refused.refusals().get(0), Locale.US))
                        .contains(
                                "consultation from 10:00 AM to 10:30 AM, and consultation from 10:15 AM to 10:45 AM"));
        assertThat(register.record(FRONT, gone).card().id()).isEqualTo(gone);
        visits.step(FRONT, other.id(), Edge.CANCEL, Grounds.NONE, OptionalInt.empty());
        assertThat(register.merge(FRONT, keep, gone).card().id()).isEqualTo(keep);
        assertThat(visits.of(FRONT, keep)).hasSize(2);
    }

    @Test
    void losesNoVisitWhenSomebodyBooksWhileTheRecordsAreMerged() throws InterruptedException {
        long keep = create("Racine", "Merge", "racine@example.org", "").card().id();
        long gone = create("Racine", "Merge", "racine@example.org", "").card().id();
        LocalDate day = LocalDate.of(2027, 1, 22);
        List<Callable<Object>> tries = new ArrayList<>();
        for (int index = 0; index < 10; index++) {
            StaffBooking booking = StaffBooking.of(
                    gone, VisitKind.CONSULTATION, day.atTime(8, 0).plusHours(index));
            tries.add(() -> bookings.book(FRONT, booking));
        }
        tries.add(5, () -> register.merge(FRONT, keep, gone));
        assertThat(AtOnce.doAll(tries)).allMatch(AtOnce.Outcome::succeeded);
        assertThat(visits.of(FRONT, keep)).hasSize(10);
        assertThat(visits.of(FRONT, gone)).isEmpty();
    }

    @Test
    void givesHerOneVisitAtATimeHoweverManyBookForHerAtOnce() throws InterruptedException {
        long id = create("Busy", "Bee", "", "818-555-7307").card().id();
        LocalDateTime start = LocalDateTime.of(2027, 2, 19, 9, 0);
        List<AtOnce.Outcome<StaffVisit>> outcomes = AtOnce.doAll(List.of(
                () -> bookings.book(FRONT, StaffBooking.of(id, VisitKind.CONSULTATION, start)),
                () -> bookings.book(FRONT, StaffBooking.of(id, VisitKind.CONSULTATION, start))));
        assertThat(outcomes).filteredOn(AtOnce.Outcome::succeeded).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.succeeded())
                .allMatch(outcome -> outcome.failure() instanceof BookingRefused);
    }

    @Test
    void isAskedThroughTheIndex() {
        List<?> plan = em.createNativeQuery("explain select distinct k0.patient_id from patient_key k0"
                        + " where (k0.word like 'n:zde%' escape '!')")
                .getResultList();
        assertThat(((Object[]) plan.get(0))[5]).isEqualTo("patient_key_word");
    }
}
