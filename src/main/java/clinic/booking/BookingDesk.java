package clinic.booking;

import clinic.calendar.ClinicProfile;
import clinic.calendar.Slot;
import clinic.capacity.Claim;
import clinic.capacity.Holds;
import clinic.capacity.Ledger;
import clinic.capacity.Rollforward;
import clinic.patient.Consent;
import clinic.patient.Patient;
import clinic.patient.Patients;
import clinic.patient.RedFlag;
import clinic.patient.Wording;
import clinic.platform.Retried;
import clinic.staff.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Where a visit is made, moved and cancelled: one method, one transaction. It locks the patient, then the days of the
 * ledger in their order, then reads what decides, then writes the visit, its claims and what it owes people. Nothing
 * remote happens here.
 */
@Retried
@ApplicationScoped
public class BookingDesk {
    private static final Actor PATIENT = Actor.patient("");

    @Inject
    private TimeGate gate;

    @Inject
    private Ledger ledger;

    @Inject
    private Holds holds;

    @Inject
    private Patients patients;

    @Inject
    private Appointments appointments;

    @Inject
    private VisitLocks locks;

    @Inject
    private PublicCaps caps;

    @Inject
    private RememberedAnswers answers;

    @Inject
    private ClinicProfile profile;

    @Inject
    private Event<Object> happened;

    /**
     * Books one placement. Refuses with SLOT_TAKEN when it no longer fits: another placement may.
     *
     * @param address where a stranger's request came from; empty when no cap holds
     * @param hold under which the form was filled, given up by this booking; {@link Ledger#NO_HOLD} for none
     */
    @Transactional
    Visit book(
            VisitKind kind,
            VisitRequest request,
            Optional<String> address,
            Placement placement,
            long hold,
            Optional<RequestKey> key) {
        if (key.isPresent() && !answers.take(key.get())) {
            return answered(key.get()).orElseThrow();
        }
        address.ifPresent(from -> caps.must(request, from));
        Instant now = profile.now().toInstant();
        TimeGate.Grant granted = granted(
                TimeAsked.of(kind, TimeAsked.NOBODY, placement.slot().startsAt(), Terms.PATIENT)
                        .exactly(placement),
                hold);
        if (hold != Ledger.NO_HOLD) {
            holds.remove(hold);
        }
        Patient patient = patients.add(new Patient(request.details(), now));
        record(request, patient, now);
        Appointment appointment = appointments.add(appointment(kind, request, patient, granted, now));
        address.ifPresent(from -> caps.count(appointment, request, from));
        request.intake().ifPresent(intake -> appointments.record(new Intake(appointment, intake)));
        appointments.record(VisitEdge.inPlace(appointment, VisitEdge.BOOK, PATIENT, now, Optional.empty()));
        key.ifPresent(mine -> answers.taken(mine).answer(appointment.id(), appointment.status(), appointment.slot()));
        happened.fire(
                appointment.status() == Status.BOOKED
                        ? new BookingEvents.VisitBooked(appointment.notice(), sameDay(appointment))
                        : new BookingEvents.VisitKeptForReview(appointment.notice(), sameDay(appointment)));
        appointments.flush();
        return view(appointment);
    }

    /**
     * Another appointment of the same person that day. It is told by email alone, and only to the mailbox the other one was
     * confirmed to: whoever is typing has not proved who they are.
     */
    private Optional<BookingEvents.Notice> sameDay(Appointment booked) {
        return appointments.openOn(booked.slot().day(), booked.patient().email()).stream()
                .filter(other -> other.id() != booked.id() && other.mailbox().isEmpty())
                .filter(other -> !other.kind().isInfusion())
                .filter(other -> Patients.isSamePerson(other.comes(), booked.comes()))
                .findFirst()
                .map(Appointment::notice);
    }

    private static Appointment appointment(
            VisitKind kind, VisitRequest request, Patient patient, TimeGate.Grant granted, Instant now) {
        Appointment appointment = new Appointment(kind, patient, granted, now);
        request.onBehalfOf().ifPresent(appointment::comesInsteadOfTheWriter);
        if (!patient.adultOn(appointment.slot().day())) {
            appointment.keepForReview();
        }
        request.intake().stream()
                .flatMap(intake -> intake.redFlags().stream())
                .distinct()
                .map(code -> RedFlag.find(code).orElseThrow())
                .forEach(flag -> appointment.flag(flag, Wording.RED_FLAGS, now));
        return appointment;
    }

    private void record(VisitRequest request, Patient patient, Instant now) {
        patients.record(new Consent(
                patient,
                Consent.Subject.EMAIL,
                request.patient().emailConsent(),
                Wording.EMAIL_CONSENT,
                request.source(),
                now));
        if (request.privacyRead()) {
            patients.record(new Consent(
                    patient, Consent.Subject.PRIVACY_NOTICE, true, Wording.PRIVACY_NOTICE, request.source(), now));
        }
    }

    /** What a repeated request was answered the first time. */
    @Transactional
    Optional<Visit> answered(RequestKey key) {
        return answers.find(key)
                .map(answer -> view(appointments.get(answer.subject())).asAnswered(answer.status(), answer.slot()));
    }

    /** Moves the visit a token opens: both its old time given back and the new one taken, or neither. */
    @Transactional
    Visit move(String token, Placement placement) {
        Appointment appointment = locks.lock(token);
        if (!appointment.isChangeable(profile.now().toInstant(), profile.zone())) {
            throw new BookingRefused(Reason.ILLEGAL_TRANSITION);
        }
        Slot slotBefore = appointment.slot();
        appointment.move(granted(
                TimeAsked.of(appointment, placement.slot().startsAt(), Terms.PATIENT)
                        .exactly(placement),
                Ledger.NO_HOLD));
        appointments.record(VisitEdge.inPlace(
                appointment, VisitEdge.MOVE, PATIENT, profile.now().toInstant(), Optional.empty()));
        happened.fire(new BookingEvents.VisitMoved(
                appointment.notice(), slotBefore, appointment.status() == Status.PENDING_REVIEW, false));
        appointments.flush();
        return view(appointment);
    }

    /**
     * Asks the gate, and answers as to a stranger: the rules of the calendar are everybody's to know, but not who else is
     * here at that time, nor where the patient is otherwise. All of that is a time that is taken.
     */
    private TimeGate.Grant granted(TimeAsked asked, long hold) {
        try {
            return gate.take(asked, hold);
        } catch (BookingRefused refused) {
            List<Refusal> open = refused.refusals().stream()
                    .filter(refusal -> refusal.reason().compareTo(Reason.NOT_ON_GRID) <= 0)
                    .toList();
            throw open.isEmpty() ? new BookingRefused(Reason.SLOT_TAKEN) : new BookingRefused(open, List.of());
        }
    }

    /** Whether the patient of the visit a token opens is not at the clinic for another visit at a time near a day. */
    @Transactional
    Predicate<Slot> free(String token, LocalDate middle) {
        Appointment visit = appointments.find(token).orElseThrow(UnknownVisit::new);
        long patient = visit.patient().id();
        OtherVisits others = appointments.of(
                Set.of(patient), middle.minusDays(Rollforward.DAYS_AHEAD), middle.plusDays(Rollforward.DAYS_AHEAD));
        return slot -> others.leave(patient, visit.id(), slot);
    }

    /** Cancels the visit a token opens; one already cancelled stays as it is. */
    @Transactional
    Visit cancel(String token, Optional<String> reason) {
        Appointment appointment = locks.lock(token);
        if (appointment.status() == Status.CANCELLED) {
            return view(appointment);
        }
        ZonedDateTime now = profile.now();
        if (!appointment.isChangeable(now.toInstant(), profile.zone())) {
            throw new BookingRefused(Reason.ILLEGAL_TRANSITION);
        }
        List<Claim> claims = appointment.claims();
        ledger.lock(claims, Ledger.NO_HOLD).release(claims);
        Status before = appointment.status();
        appointment.cancel(Canceller.PATIENT, now);
        appointments.record(new VisitEdge(appointment, Edge.CANCEL.name(), PATIENT, now.toInstant(), before, reason));
        happened.fire(new BookingEvents.VisitCancelled(appointment.notice(), before == Status.PENDING_REVIEW, false));
        appointments.flush();
        return view(appointment);
    }

    /** The visit a token opens, as it stands. */
    @Transactional
    public Visit visit(String token) {
        return view(appointments.find(token).orElseThrow(UnknownVisit::new));
    }

    /** A visit as it stands, and where it is placed. */
    record Placed(Visit visit, Placement placement) {}

    /** The visit a token opens, and where it is placed. */
    @Transactional
    Placed placed(String token) {
        Appointment appointment = appointments.find(token).orElseThrow(UnknownVisit::new);
        return new Placed(view(appointment), appointment.placement());
    }

    /** Forgets first answers that are a day old. */
    @Transactional
    int sweep() {
        return answers.sweep() + caps.sweep();
    }

    private Visit view(Appointment appointment) {
        return new Visit(
                appointments.tokenOf(appointment),
                appointment.kind(),
                appointment.status(),
                appointment.slot(),
                appointment.revision(),
                appointment.clinicalReview(),
                appointment.isChangeable(profile.now().toInstant(), profile.zone()),
                appointment.redFlags(),
                appointment.onBehalfOf(),
                appointment.notice());
    }
}
