package clinic.notification;

import static clinic.testing.Fixtures.aRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import clinic.booking.BookingRefused;
import clinic.booking.CallDesk;
import clinic.booking.CallTask;
import clinic.booking.ConsultationDesk;
import clinic.booking.Edge;
import clinic.booking.Grounds;
import clinic.booking.PendingReview;
import clinic.booking.Reason;
import clinic.booking.Visit;
import clinic.booking.VisitDesk;
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
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What waits for people of the clinic: letters that reached nobody, calls that were promised, reviews. */
@ExtendWith(ArquillianExtension.class)
class MessageDeskIT {
    private static final Actor FRONT = Actor.of("fay", Role.FRONT_DESK, "127.0.0.1");
    private static final Actor ADMIN = Actor.of("ada", Role.ADMIN, "127.0.0.1");
    private static final Actor NURSE = Actor.of("nell", Role.NURSE, "127.0.0.1");
    private static final Actor AUDITOR = Actor.of("olga", Role.AUDITOR, "127.0.0.1");

    @Inject
    private MessageDesk desk;

    @Inject
    private CallDesk calls;

    @Inject
    private VisitDesk visits;

    @Inject
    private ConsultationDesk consultations;

    @Inject
    private PatientRegister register;

    @Inject
    private Event<StaffLetter> letters;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private UserTransaction transaction;

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
        assertThat(desk.undelivered(FRONT)).anySatisfy(undelivered -> {
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
        desk.called(FRONT, id, "told her by phone");
        assertThat(undelivered()).doesNotContain(id);
        assertThat(desk.of(FRONT, patient)).extracting(Message::id).containsExactly(id);
    }

    /** A colleague who never got her invitation waits for it: somebody has to know. */
    @Test
    void listsALetterToTheTeamThatReachedNobody() throws Exception {
        transaction.begin();
        letters.fire(new StaffLetter(
                StaffLetter.Kind.INVITATION, 987_654, "nobody-yet", "Nia Newcomer", "nia@nowhere.invalid", "en"));
        transaction.commit();
        await().atMost(Duration.ofSeconds(30)).until(() -> desk.undelivered(FRONT).stream()
                .anyMatch(one -> one.message().name().equals("Nia Newcomer")));
        Message lost = desk.toTeam(ADMIN).get("nobody-yet");
        assertThat(lost.state()).isEqualTo(Message.State.UNDELIVERABLE);
        assertThat(lost.problem()).contains(DeliveryProblem.MAILBOX_UNKNOWN);
        assertThat(lost.toStaff()).isTrue();
        assertThatExceptionOfType(UnknownMessage.class)
                .as("it holds the key to an account")
                .isThrownBy(() -> desk.one(FRONT, lost.id()));
        assertThatExceptionOfType(NotAllowed.class).isThrownBy(() -> desk.toTeam(FRONT));
        desk.called(FRONT, lost.id(), "gave her the link by hand");
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
        calls.callMe(new CallDesk.CallMe("Wanda Waits", "818-555-7401", "en", "after five"));
        CallTask task = calls.waiting(FRONT).stream()
                .filter(each -> each.name().equals("Wanda Waits"))
                .findFirst()
                .orElseThrow();
        assertThat(task.note()).contains("after five");
        assertThat(task.overdue()).isFalse();
        assertThatExceptionOfType(NotAllowed.class).isThrownBy(() -> calls.answered(AUDITOR, task.id(), ""));
        calls.answered(FRONT, task.id(), "booked for Monday");
        assertThat(calls.waiting(FRONT)).extracting(CallTask::id).doesNotContain(task.id());
    }

    @Test
    void listsReviewsWithWhatSheToldForThoseWhoReadIt() {
        VisitRequest plain = aRequest(LocalDateTime.of(2027, 1, 28, 15, 0));
        Visit visit = consultations.book(
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
                Optional.empty());
        long id = visit.notice().visit();
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

    private boolean waitsFor(long visit) {
        return calls.waiting(FRONT).stream().anyMatch(call -> call.visit().equals(Optional.of(visit)));
    }

    private Optional<PendingReview> review(Actor actor, long visit) {
        return calls.reviews(actor).stream()
                .filter(each -> each.visit().id() == visit)
                .findFirst();
    }

    private List<Long> undelivered() {
        return desk.undelivered(FRONT).stream().map(each -> each.message().id()).toList();
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
