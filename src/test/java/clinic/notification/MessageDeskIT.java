package clinic.notification;

import static clinic.testing.Fixtures.aRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import clinic.booking.BookingRefused;
import clinic.booking.CallDesk;
import clinic.booking.CallEntry;
import clinic.booking.CallOutcome;
import clinic.booking.CallRequestDesk;
import clinic.booking.CallTask;
import clinic.booking.Canceller;
import clinic.booking.ConsultationDesk;
import clinic.booking.Edge;
import clinic.booking.Grounds;
import clinic.booking.PendingReview;
import clinic.booking.Reason;
import clinic.booking.Refusal;
import clinic.booking.StaffBooking;
import clinic.booking.StaffBookingDesk;
import clinic.booking.Status;
import clinic.booking.Visit;
import clinic.booking.VisitDesk;
import clinic.booking.VisitKind;
import clinic.booking.VisitRequest;
import clinic.patient.Consent;
import clinic.patient.PatientForm;
import clinic.patient.PatientRegister;
import clinic.patient.RedFlag;
import clinic.staff.Actor;
import clinic.staff.NotAllowed;
import clinic.staff.Role;
import clinic.staff.StaffLetter;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.TransactionManager;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What waits for people of the clinic: letters that reached nobody, calls that were promised, reviews. */
@ExtendWith(ArquillianExtension.class)
class MessageDeskIT {
    private static final Actor FRONT = Actor.of("fay", Role.FRONT_DESK, "127.0.0.1");
    private static final Actor ADMIN = Actor.of("ada", Role.ADMIN, "127.0.0.1");
    private static final Actor PRESCRIBER = Actor.of("pia", Role.PRESCRIBER, "127.0.0.1");
    private static final Actor NURSE = Actor.of("nell", Role.NURSE, "127.0.0.1");
    private static final Actor AUDITOR = Actor.of("olga", Role.AUDITOR, "127.0.0.1");

    @Inject
    private MessageDesk desk;

    @Inject
    private CallInsteadDesk instead;

    @Inject
    private CallDesk calls;

    @Inject
    private CallRequestDesk requests;

    @Inject
    private VisitDesk visits;

    @Inject
    private ConsultationDesk consultations;

    @Inject
    private StaffBookingDesk bookings;

    @Inject
    private PatientRegister register;

    @Inject
    private Event<StaffLetter> letters;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private TransactionManager transaction;

    @Test
    void showsWhatThePatientSawWithoutHerKey() {
        Visit visit = book(LocalDateTime.of(2027, 1, 27, 11, 0), "Shown");
        Message message = newest(visit);
        MessageDesk.Shown shown = desk.one(FRONT, message.id());
        assertThat(shown.html()).contains("Shown").contains("/visit/...").doesNotContain(visit.token());
        assertThat(shown.text()).contains("/visit/...").doesNotContain(visit.token());
        assertThat(shown.invitation()).isTrue();
        assertThat(desk.list(FRONT, Optional.empty(), message.id() + 1, 1))
                .extracting(Message::id)
                .containsExactly(message.id());
        assertThatExceptionOfType(NotAllowed.class)
                .isThrownBy(() -> desk.list(AUDITOR, Optional.empty(), Long.MAX_VALUE, 1));
        assertThatExceptionOfType(UnknownMessage.class).isThrownBy(() -> desk.one(FRONT, 999_999_999));
    }

    @Test
    void listsWhoseLetterReachedNobodyUntilSheIsCalledOrItIsSentToHerNewAddress() throws Exception {
        Visit visit = book(LocalDateTime.of(2027, 1, 27, 13, 0), "Bounced");
        long id = newest(visit).id();
        fail(id);
        assertThat(instead.undelivered(FRONT)).anySatisfy(undelivered -> {
            assertThat(undelivered.message().id()).isEqualTo(id);
            assertThat(undelivered.phone()).isEqualTo("+18185550142");
            assertThat(undelivered.message().lastError()).contains("RECIPIENT_REFUSED: no such user");
        });
        long patient = visits.visit(FRONT, visit.notice().visit()).patient();
        register.change(FRONT, patient, mail("right@example.org"), OptionalInt.empty());
        Message again = desk.retry(FRONT, id);
        assertThat(again.state()).isIn(Message.State.QUEUED, Message.State.SENT);
        assertThat(again.recipient()).isEqualTo("right@example.org");
        assertThat(undelivered()).doesNotContain(id);

        fail(id);
        instead.called(FRONT, id, "NO_ANSWER", "");
        assertThat(undelivered()).as("nobody was reached yet").contains(id);
        instead.called(FRONT, id, "REACHED", "told the patient by phone");
        assertThat(undelivered()).doesNotContain(id);
        assertThat(desk.of(FRONT, patient)).extracting(Message::id).containsExactly(id);
        assertThat(instead.calls(FRONT, id))
                .extracting(entry ->
                        entry.outcome() + " " + entry.by() + " " + entry.note().orElse("-"))
                .containsExactly("REACHED fay told the patient by phone", "NO_ANSWER fay -");
    }

    /** A colleague who never got her invitation waits for it: somebody has to know. */
    @Test
    void listsALetterToTheTeamThatReachedNobody() throws Exception {
        transaction.begin();
        letters.fire(new StaffLetter(
                StaffLetter.Kind.INVITATION, 987_654, "nobody-yet", "Nia Newcomer", "nia@nowhere.invalid", "en"));
        transaction.commit();
        await().atMost(Duration.ofSeconds(30)).until(() -> instead.undelivered(FRONT).stream()
                .anyMatch(one -> one.message().name().equals("Nia Newcomer")));
        Message lost = desk.toTeam(ADMIN).get("nobody-yet");
        assertThat(lost.state()).isEqualTo(Message.State.UNDELIVERABLE);
        assertThat(lost.problem()).contains(DeliveryProblem.MAILBOX_UNKNOWN);
        assertThat(lost.toStaff()).isTrue();
        assertThatExceptionOfType(UnknownMessage.class)
                .as("it holds the key to an account")
                .isThrownBy(() -> desk.one(FRONT, lost.id()));
        assertThatExceptionOfType(NotAllowed.class).isThrownBy(() -> desk.toTeam(FRONT));
        instead.called(FRONT, lost.id(), "REACHED", "gave her the link by hand");
        assertThat(undelivered()).doesNotContain(lost.id());
    }

    @Test
    void doesNotSendAgainWhatALaterLetterHasOvertaken() {
        LocalDateTime start = LocalDateTime.of(2027, 1, 27, 15, 0);
        Visit visit = book(start, "Late");
        long first = newest(visit).id();
        consultations.move(visit.token(), start.plusHours(1));
        await().atMost(Duration.ofSeconds(30)).until(() -> newest(visit).state() == Message.State.SENT);
        assertThatExceptionOfType(BookingRefused.class)
                .isThrownBy(() -> desk.retry(FRONT, first))
                .matches(refused -> refused.reason() == Reason.MESSAGE_OVERTAKEN);
        assertThat(desk.retry(FRONT, newest(visit).id()).state()).isIn(Message.State.QUEUED, Message.State.SENT);
    }

    @Test
    void listsWhoWaitsForACallUntilSomebodyAnswered() {
        requests.callMe(
                new CallRequestDesk.CallMe("Wanda Waits", "818-555-7401", "en", "after five"), Optional.empty());
        CallTask task = calls.waiting(FRONT).stream()
                .filter(each -> each.name().equals("Wanda Waits"))
                .findFirst()
                .orElseThrow();
        assertThat(task.note()).contains("after five");
        assertThat(task.overdue()).isFalse();
        assertThatExceptionOfType(NotAllowed.class).isThrownBy(() -> calls.report(AUDITOR, task.id(), "REACHED", ""));
        assertThatExceptionOfType(BookingRefused.class)
                .isThrownBy(() -> calls.report(FRONT, task.id(), "", ""))
                .matches(refused -> refused.refusals().equals(List.of(Refusal.of(Reason.REQUIRED, "callOutcome"))));
        calls.report(FRONT, task.id(), "LEFT_MESSAGE", "");
        assertThat(calls.waiting(FRONT))
                .filteredOn(each -> each.id() == task.id())
                .singleElement()
                .satisfies(open -> assertThat(open.entries())
                        .extracting(CallEntry::outcome)
                        .containsExactly(CallOutcome.LEFT_MESSAGE));
        calls.report(FRONT, task.id(), "REACHED", "booked for Monday");
        assertThat(calls.waiting(FRONT)).extracting(CallTask::id).doesNotContain(task.id());
    }

    /** Catches: a stranger's script that fills the worklist with numbers. */
    @Test
    void takesAFewRequestsADayFromOneAddress() {
        Optional<String> stranger = Optional.of("203.0.113.77");
        for (int number = 10; number < 15; number++) {
            requests.callMe(new CallRequestDesk.CallMe("Many", "818-555-75" + number, "en", ""), stranger);
        }
        assertThatExceptionOfType(BookingRefused.class)
                .isThrownBy(
                        () -> requests.callMe(new CallRequestDesk.CallMe("Many", "818-555-7515", "en", ""), stranger))
                .matches(refused -> refused.reason() == Reason.TOO_MANY_OPEN);
        requests.callMe(new CallRequestDesk.CallMe("Other", "818-555-7516", "en", ""), Optional.of("203.0.114.77"));
    }

    @Test
    void listsReviewsWithWhatSheToldForThoseWhoReadIt() {
        long id = flagged(LocalDateTime.of(2027, 1, 28, 15, 0));
        PendingReview seen = review(NURSE, id).orElseThrow();
        assertThat(seen.redFlags()).containsExactly(RedFlag.RF_CANCER);
        assertThat(seen.intake().orElseThrow().note()).contains("at night");
        assertThat(seen.dueAt()).isPresent();
        PendingReview plainly = review(FRONT, id).orElseThrow();
        assertThat(plainly.redFlags()).isEmpty();
        assertThat(plainly.intake()).isEmpty();

        visits.step(NURSE, id, Edge.APPROVE, Grounds.NONE, OptionalInt.empty());
        assertThat(review(NURSE, id)).isEmpty();
        assertThat(waitsFor(id)).isFalse();
        visits.undo(NURSE, id);
        assertThat(review(NURSE, id)).isPresent();
        assertThat(waitsFor(id)).isTrue();
    }

    /** Catches: a red-flag call closed without a word, that vanishes for everyone. */
    @Test
    void keepsEveryAttemptOfARedFlagCallInTheChart() {
        long id = flagged(LocalDateTime.of(2027, 1, 28, 16, 0));
        CallTask promised = about(FRONT, id);
        assertThat(promised.redFlags()).as("not for the front desk").isEmpty();
        assertThat(about(NURSE, id).redFlags()).containsExactly(RedFlag.RF_CANCER);
        assertThatExceptionOfType(BookingRefused.class)
                .isThrownBy(() -> calls.report(FRONT, promised.id(), "REACHED", " "))
                .matches(refused -> refused.refusals().equals(List.of(Refusal.of(Reason.REQUIRED, "callNote"))));
        calls.report(FRONT, promised.id(), "NO_ANSWER", "rang for a minute");
        assertThat(waitsFor(id)).isTrue();
        calls.report(NURSE, promised.id(), "REACHED", "sleeps again");
        assertThat(waitsFor(id)).isFalse();
        long patient = visits.visit(FRONT, id).patient();
        assertThat(calls.of(FRONT, patient)).singleElement().satisfies(kept -> {
            assertThat(kept.visit()).contains(id);
            assertThat(kept.open()).isFalse();
            assertThat(said(kept)).containsExactly("REACHED nell sleeps again", "NO_ANSWER fay rang for a minute");
        });
        assertThat(review(NURSE, id).orElseThrow().calls()).hasSize(2);

        assertThatExceptionOfType(BookingRefused.class)
                .isThrownBy(() -> calls.reopen(FRONT, promised.id(), ""))
                .matches(refused -> refused.refusals().equals(List.of(Refusal.of(Reason.REQUIRED, "reopenReason"))));
        calls.reopen(FRONT, promised.id(), "called back");
        assertThat(waitsFor(id)).isTrue();
        visits.step(PRESCRIBER, id, Edge.DECLINE, Grounds.of("needs a hospital"), OptionalInt.empty());
        assertThat(waitsFor(id)).isFalse();
        assertThat(said(about(FRONT, id)))
                .startsWith("REVIEW_DECLINED pia needs a hospital", "REOPENED fay called back");
    }

    /** Catches: a patient who is told by phone of a cancellation that was undone. */
    @Test
    void callsNoOneAboutWhatWasUndone() {
        long patient = register.create(FRONT, PatientForm.ofAdult("Nina", "Untold", "", "818-555-7402", "en"))
                .card()
                .id();
        long id = bookings.book(
                        FRONT,
                        new StaffBooking(
                                OptionalLong.of(patient),
                                Optional.empty(),
                                VisitKind.CONSULTATION,
                                LocalDateTime.of(2027, 1, 29, 16, 0),
                                OptionalLong.empty(),
                                Optional.empty()))
                .id();
        calls.report(FRONT, about(FRONT, id).id(), "REACHED", "");
        cancel(id);
        assertThat(about(FRONT, id).occasion()).contains("CANCELLED");
        visits.undo(FRONT, id);
        assertThat(waitsFor(id)).isFalse();
        assertThat(said(about(FRONT, id))).containsExactly("NOTHING_TO_TELL HOUSE -");

        cancel(id);
        calls.report(FRONT, about(FRONT, id).id(), "LEFT_MESSAGE", "");
        visits.undo(FRONT, id);
        assertThat(waitsFor(id)).as("the message told of a cancellation").isTrue();
        assertThat(about(FRONT, id).occasion()).contains("BOOKED");
        assertThat(about(FRONT, id).subject().orElseThrow().status()).isEqualTo(Status.BOOKED);
    }

    private void cancel(long visit) {
        visits.step(FRONT, visit, Edge.CANCEL, Grounds.wishOf(Canceller.CLINIC, ""), OptionalInt.empty());
    }

    private static List<String> said(CallTask call) {
        return call.entries().stream()
                .map(entry ->
                        entry.outcome() + " " + entry.by() + " " + entry.note().orElse("-"))
                .toList();
    }

    private CallTask about(Actor actor, long visit) {
        return calls.about(actor, visit).get(0);
    }

    private long flagged(LocalDateTime start) {
        VisitRequest plain = aRequest(start);
        return consultations
                .book(
                        new VisitRequest(
                                plain.start(),
                                Optional.empty(),
                                plain.patient(),
                                Optional.empty(),
                                Optional.of(new VisitRequest.IntakeAnswers(
                                        Optional.empty(),
                                        Optional.of(8),
                                        List.of(),
                                        List.of("RF_CANCER"),
                                        Optional.of("at night"))),
                                true,
                                Consent.Source.API),
                        Optional.empty())
                .notice()
                .visit();
    }

    private boolean waitsFor(long visit) {
        return calls.waiting(FRONT).stream().anyMatch(call -> call.visit().equals(Optional.of(visit)));
    }

    private Optional<PendingReview> review(Actor actor, long visit) {
        return calls.reviews(actor).stream()
                .filter(each -> each.visit().id() == visit)
                .findFirst();
    }

    private List<Long> undelivered() {
        return instead.undelivered(FRONT).stream()
                .map(each -> each.message().id())
                .toList();
    }

    private Visit book(LocalDateTime start, String name) {
        return consultations.book(
                aRequest(
                        start,
                        new VisitRequest.Person(
                                name, "Message", name + "@example.org", "818-555-0142", "en", true, true)),
                Optional.empty());
    }

    private Message newest(Visit visit) {
        return desk.list(FRONT, Optional.empty(), Long.MAX_VALUE, 200).stream()
                .filter(message -> message.visit() == visit.notice().visit())
                .findFirst()
                .orElseThrow();
    }

    private static PatientForm mail(String address) {
        return new PatientForm(
                Optional.empty(),
                Optional.empty(),
                Optional.of(address),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private void fail(long id) throws Exception {
        transaction.begin();
        em.createNativeQuery("update outbox_mail set state = 'UNDELIVERABLE', lease_owner = null,"
                        + " last_error = 'RECIPIENT_REFUSED: no such user' where id = ?")
                .setParameter(1, id)
                .executeUpdate();
        transaction.commit();
    }
}
