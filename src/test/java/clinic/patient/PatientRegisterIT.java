package clinic.patient;

import static clinic.testing.Fixtures.aRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import clinic.booking.BookingRefused;
import clinic.booking.BookingTexts;
import clinic.booking.CallDesk;
import clinic.booking.CallRequestDesk;
import clinic.booking.CallTask;
import clinic.booking.ConsultationDesk;
import clinic.booking.Edge;
import clinic.booking.Grounds;
import clinic.booking.MergeDesk;
import clinic.booking.StaffBooking;
import clinic.booking.StaffBookingDesk;
import clinic.booking.StaffMove;
import clinic.booking.StaffVisit;
import clinic.booking.VisitDesk;
import clinic.booking.VisitKind;
import clinic.booking.VisitRequest;
import clinic.staff.Actor;
import clinic.staff.NotAllowed;
import clinic.staff.Role;
import clinic.testing.AtOnce;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.TransactionManager;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    private static final Map<MergeField, MergeField.Side> FIRST_PHONE = Map.of(MergeField.PHONE, MergeField.Side.A);

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
    private CallRequestDesk calls;

    @Inject
    private CallDesk callDesk;

    @Inject
    private PatientIndexDesk index;

    @Inject
    private TransactionManager transaction;

    @PersistenceContext
    private EntityManager em;

    private PatientRecord create(String first, String last, String email, String phone) {
        return register.create(FRONT, PatientForm.ofAdult(first, last, email, phone, "en"));
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

    /** Catches: after an upgrade of the folding, old records are found by the old spelling alone. */
    @Test
    void foldsOldRecordsAgain() throws Exception {
        long id = create("Oksana", "Lukʼianenko", "", "").card().id();
        transaction.begin();
        em.createNativeQuery("delete from patient_key where patient_id = " + id).executeUpdate();
        em.createNativeQuery("insert into patient_key (patient_id, word) values (" + id + ", 'n:lukʼianenko')")
                .executeUpdate();
        transaction.commit();
        assertThat(found("lukianenko")).isEmpty();
        assertThat(index.fill()).isFalse();
        assertThat(found("lukianenko")).containsExactly(id);
        assertThat(index.fill()).isFalse();
    }

    @Test
    void findsANameInAnySpellingAndSeesItsDuplicates() {
        long thora = create("Þóra", "Vanderberg", "", "").card().id();
        long misaki = create("美咲", "佐藤", "", "").card().id();
        long one = register.create(
                        FRONT,
                        new PatientForm(
                                Optional.of("Suhartini"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of("818-555-7350 ext. 12"),
                                Optional.empty(),
                                Optional.of(LocalDate.of(1931, 12, 8)),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()))
                .card()
                .id();
        assertThat(found("thora")).containsExactly(thora);
        assertThat(found("van der berg")).contains(thora);
        assertThat(found("佐藤美咲")).containsExactly(misaki);
        assertThat(found("suhartini Dec 8 1931")).containsExactly(one);
        assertThat(found("suhartini 1931")).containsExactly(one);
        assertThat(found("818-555-7350 x99")).containsExactly(one);
        assertThat(register.record(FRONT, one).card().phone()).isEqualTo("+18185557350");
        assertThat(register.record(FRONT, one).card().phoneExtension()).isEqualTo("12");
        assertThat(register.record(FRONT, one).card().fullName()).isEqualTo("Suhartini");
        assertThat(register.duplicatesOf(FRONT, PatientForm.ofAdult("Thora", "van der Berg", "", "", "en")))
                .extracting(PatientCard::id)
                .containsExactly(thora);
        assertThat(register.duplicatesOf(FRONT, PatientForm.ofAdult("suhartini", "", "", "(818) 555-7350", "en")))
                .extracting(PatientCard::id)
                .containsExactly(one);
        assertThat(register.duplicatesOf(FRONT, PatientForm.ofAdult("Suhartini", "", "", "", "en")))
                .isEmpty();
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

    /** Catches: a call that disappears with the record it was linked to, or a caller kept twice. */
    @Test
    void mergesTheCallsLinkedToARecord() {
        long keep = create("Ophelia", "Caller", "", "818-555-7391").card().id();
        calls.callMe(new CallRequestDesk.CallMe("Ophelia Caller", "818-555-7392", "en", ""), Optional.empty());
        long call = callDesk.waiting(FRONT).stream()
                .filter(each -> each.name().equals("Ophelia Caller"))
                .findFirst()
                .orElseThrow()
                .id();
        assertThatExceptionOfType(NotAllowed.class).isThrownBy(() -> callDesk.linkTo(AUDITOR, call, keep));
        long gone =
                callDesk.createChart(FRONT, call, PatientForm.ofAdult("Ophelia", "Caller", "", "818-555-7392", "en"));
        assertThat(callDesk.linkTo(FRONT, call, gone)).isEqualTo(gone);
        assertThatExceptionOfType(BookingRefused.class)
                .isThrownBy(() -> callDesk.createChart(
                        FRONT, call, PatientForm.ofAdult("Ophelia", "Twice", "", "818-555-7392", "en")));
        assertThat(found("Ophelia Twice")).isEmpty();

        register.merge(FRONT, keep, gone, FIRST_PHONE);
        assertThat(callDesk.of(FRONT, keep)).extracting(CallTask::id).containsExactly(call);
        assertThat(callDesk.linkTo(FRONT, call, gone)).isEqualTo(keep);
    }

    private String lastMailbox(long visit) throws Exception {
        transaction.begin();
        List<?> found = em.createNativeQuery(
                        "select recipient from outbox_mail where visit_id = " + visit + " order by id desc limit 1")
                .getResultList();
        transaction.rollback();
        return (String) found.get(0);
    }

    /** Catches: a merge that loses a consent, an address or a number, or writes to an address nobody announced. */
    @Test
    void mergesWhatEachOfThemKnowsAndAsksWhatContradicts() throws Exception {
        long keep = create("Wilhelmina", "Ortega", "mina@example.org", "818-555-7360")
                .card()
                .id();
        long gone = create("WILHELMINA", "Ortega", "w.ortega@example.org", "818-555-7361")
                .card()
                .id();
        PatientForm spanish = new PatientForm(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("es"),
                Optional.empty(),
                Optional.of(true),
                Optional.empty(),
                Optional.empty());
        register.change(FRONT, gone, spanish, OptionalInt.empty());
        transaction.begin();
        em.persist(new Consent(
                em.find(Patient.class, keep),
                Consent.Subject.EMAIL,
                false,
                Wording.EMAIL_CONSENT,
                Consent.Source.PAGE,
                java.time.Instant.EPOCH));
        transaction.commit();
        LocalDate day = LocalDate.of(2027, 2, 18);
        StaffVisit visit = bookings.book(FRONT, StaffBooking.of(gone, VisitKind.CONSULTATION, day.atTime(10, 0)));
        assertThatExceptionOfType(PatientRefused.class)
                .isThrownBy(() -> register.merge(FRONT, keep, gone))
                .satisfies(refused -> assertThat(refused.refused())
                        .allMatch(each -> each.flaw() == Flaw.RECORDS_DIFFER)
                        .extracting(PatientRefused.Refused::field)
                        .containsExactly("email", "phone"));
        Map<MergeField, MergeField.Side> first =
                Map.of(MergeField.EMAIL, MergeField.Side.A, MergeField.PHONE, MergeField.Side.A);
        PatientRecord merged = register.merge(FRONT, keep, gone, first);
        assertThat(merged.card().email()).isEqualTo("mina@example.org");
        assertThat(merged.card().language()).isEqualTo("es");
        assertThat(merged.card().firstName()).isEqualTo("Wilhelmina");
        assertThat(merged.emailConsent()).isTrue();
        assertThat(found("w.ortega@example.org")).containsExactly(keep);
        assertThat(found("818-555-7361")).containsExactly(keep);

        bookings.move(FRONT, visit.id(), StaffMove.to(day.atTime(11, 0)));
        assertThat(lastMailbox(visit.id())).isEqualTo("w.ortega@example.org");
        register.change(
                FRONT,
                keep,
                PatientForm.ofAdult("Wilhelmina", "Ortega", "new@example.org", "818-555-7362", "es"),
                OptionalInt.empty());
        assertThat(found("w.ortega@example.org")).containsExactly(keep);
        assertThat(found("818-555-7361")).containsExactly(keep);
        assertThat(register.duplicatesOf(
                        FRONT, PatientForm.ofAdult("Wilhelmina", "", "w.ortega@example.org", "", "en")))
                .extracting(PatientCard::id)
                .containsExactly(keep);
        bookings.move(FRONT, visit.id(), StaffMove.to(day.atTime(12, 0)));
        assertThat(lastMailbox(visit.id())).isEqualTo("new@example.org");
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
                .isThrownBy(() -> register.merge(FRONT, keep, gone, FIRST_PHONE))
                .satisfies(refused -> assertThat(
                                BookingTexts.text(refused.refusals().get(0), Locale.US))
                        .contains(
                                "consultation from 10:00 AM to 10:30 AM, and consultation from 10:15 AM to 10:45 AM"));
        assertThat(register.record(FRONT, gone).card().id()).isEqualTo(gone);
        visits.step(FRONT, other.id(), Edge.CANCEL, Grounds.NONE, OptionalInt.empty());
        assertThat(register.merge(FRONT, keep, gone, FIRST_PHONE).card().id()).isEqualTo(keep);
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
