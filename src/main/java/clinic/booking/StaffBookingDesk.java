package clinic.booking;

import clinic.calendar.ClinicProfile;
import clinic.calendar.Slot;
import clinic.capacity.Ledger;
import clinic.patient.Patient;
import clinic.patient.PatientForm;
import clinic.patient.PatientRefused;
import clinic.patient.PatientRegister;
import clinic.patient.Patients;
import clinic.platform.Retried;
import clinic.staff.Actor;
import clinic.staff.Deed;
import clinic.staff.Task;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Where staff make and move visits for people on the phone. They need not book ahead, and some may set a house rule
 * aside with a reason; what is capacity nobody sets aside. A refusal names all that speaks against a time, and the
 * nearest that would do. The patient is written to as if she had done it herself.
 */
@Retried
@ApplicationScoped
public class StaffBookingDesk {
    @Inject
    private StaffTimes times;

    @Inject
    private StaffVisits visits;

    @Inject
    private Appointments appointments;

    @Inject
    private VisitLocks locks;

    @Inject
    private Patients patients;

    @Inject
    private PatientRegister register;

    @Inject
    private TimeGate gate;

    @Inject
    private RememberedAnswers answers;

    @Inject
    private ClinicProfile profile;

    @Inject
    private Event<Object> happened;

    /** What speaks against a booking, without making it. */
    @Transactional
    public Verdict check(Actor actor, StaffBooking booking) {
        Optional<String> override = override(actor, booking.overrideReason());
        return verdict(asked(booking, override, booking.patient().orElse(TimeAsked.NOBODY)));
    }

    /** What speaks against a move, without making it. */
    @Transactional
    public Verdict check(Actor actor, long visit, StaffMove move) {
        Optional<String> override = override(actor, move.overrideReason());
        Appointment appointment = Optional.ofNullable(appointments.get(visit)).orElseThrow(UnknownVisit::new);
        return appointment.status().isMovable()
                ? verdict(asked(actor, appointment, move, override))
                : new Verdict(List.of(steps(appointment).illegal(actor)), List.of());
    }

    private Verdict verdict(TimeAsked asked) {
        StaffTimes.Finding finding = times.look(asked);
        return new Verdict(finding.refusals(), finding.refusals().isEmpty() ? List.of() : times.nearest(asked));
    }

    /** The times of that day a booking could have. */
    @Transactional
    public List<Slot> free(Actor actor, StaffBooking booking) {
        actor.must(Task.WRITE);
        return times.onTheDay(asked(booking, Optional.empty(), booking.patient().orElse(TimeAsked.NOBODY)));
    }

    /** The times of that day a visit could move to. */
    @Transactional
    public List<Slot> free(Actor actor, long visit, StaffMove move) {
        actor.must(Task.WRITE);
        Appointment appointment = Optional.ofNullable(appointments.get(visit)).orElseThrow(UnknownVisit::new);
        return times.onTheDay(asked(actor, appointment, move, Optional.empty()));
    }

    @Transactional
    public StaffVisit book(Actor actor, StaffBooking booking) {
        return book(actor, booking, Optional.empty());
    }

    /** Books a visit; the same request under the same key is answered as the first time. */
    @Transactional
    public StaffVisit book(Actor actor, StaffBooking booking, Optional<RequestKey> key) {
        Optional<String> override = override(actor, booking.overrideReason());
        if (key.isPresent() && !answers.take(key.get())) {
            RememberedAnswer first = answers.find(key.get()).orElseThrow();
            return visits.get(actor, first.subject()).asAnswered(first.status(), first.slot());
        }
        Patient patient = patientOf(actor, booking);
        TimeAsked asked = asked(booking, override, patient.id());
        Optional<SetAside> setAside = setAside(asked, override);
        TimeGate.Grant granted = gate.take(asked, Ledger.NO_HOLD);
        Instant now = profile.now().toInstant();
        Appointment made = new Appointment(booking.kind(), patient, granted, now);
        if (!patient.adultOn(made.slot().day())) {
            made.keepForReview();
        }
        Appointment appointment = appointments.add(made);
        appointments.record(VisitEdge.inPlace(appointment, VisitEdge.BOOK, actor, now, unless(setAside, override))
                .settingAside(setAside));
        key.ifPresent(mine -> answers.taken(mine).answer(appointment.id(), appointment.status(), appointment.slot()));
        happened.fire(
                appointment.status() == Status.BOOKED
                        ? new BookingEvents.VisitBooked(appointment.notice())
                        : new BookingEvents.VisitKeptForReview(appointment.notice()));
        told(actor, "BOOK", appointment, setAside, override);
        return visits.get(actor, appointment.id());
    }

    private Patient patientOf(Actor actor, StaffBooking booking) {
        if (booking.newPatient().isPresent()) {
            return made(actor, booking.newPatient().get());
        }
        OptionalLong known = booking.patient();
        return (known.isPresent() ? patients.lockLiving(known.getAsLong()) : Optional.<Patient>empty())
                .orElseThrow(() -> new BookingRefused(Refusal.of(Reason.UNKNOWN_PATIENT, "patientId")));
    }

    private Patient made(Actor actor, PatientForm form) {
        try {
            return patients.lock(register.create(actor, form).card().id());
        } catch (PatientRefused refused) {
            throw BookingRefused.of(refused, "patient.");
        }
    }

    /** Moves a visit: both its old time given back and the new one taken, or neither. */
    @Transactional
    public StaffVisit move(Actor actor, long visit, StaffMove move) {
        Optional<String> override = override(actor, move.overrideReason());
        Appointment appointment = locks.lock(visit);
        VisitDesk.isAsSeen(appointment, move.version());
        if (!appointment.status().isMovable()) {
            throw new BookingRefused(steps(appointment).illegal(actor));
        }
        TimeAsked asked = asked(actor, appointment, move, override);
        Placement before = appointment.placement();
        Optional<SetAside> setAside = setAside(asked, override);
        TimeGate.Grant granted = gate.take(asked, Ledger.NO_HOLD);
        if (granted.placement().equals(before)) {
            return visits.get(actor, visit);
        }
        Status from = appointment.status();
        Instant now = profile.now().toInstant();
        appointment.move(granted);
        appointment.endHold(now);
        appointments.record(new VisitEdge(appointment, VisitEdge.MOVE, actor, now, from, unless(setAside, override))
                .settingAside(setAside));
        tell(appointment, before.slot());
        appointments.flush();
        appointment
                .course()
                .ifPresent(course -> happened.fire(new BookingEvents.CourseVisitStepped(
                        visit, course, appointment.status(), override.filter(any -> asked.overrideOfGaps()), actor)));
        told(actor, "MOVE", appointment, setAside, override);
        return visits.get(actor, visit);
    }

    /** Another room at the same time is no news to her. */
    private void tell(Appointment appointment, Slot before) {
        if (!appointment.slot().equals(before)) {
            happened.fire(new BookingEvents.VisitMoved(
                    appointment.notice(), before, appointment.status() == Status.PENDING_REVIEW, true));
        }
    }

    /** The rules that were set aside, found before anything is changed. */
    private Optional<SetAside> setAside(TimeAsked asked, Optional<String> override) {
        return override.map(reason ->
                        new SetAside(times.setAside(asked).stream().sorted().toList(), reason))
                .filter(what -> !what.codes().isEmpty());
    }

    /** What is said with the rules set aside is not said twice. */
    private static Optional<String> unless(Optional<SetAside> setAside, Optional<String> override) {
        return setAside.isPresent() ? Optional.empty() : override;
    }

    private void told(
            Actor actor,
            String action,
            Appointment appointment,
            Optional<SetAside> setAside,
            Optional<String> override) {
        happened.fire(Deed.done(actor, action, VisitDesk.APPOINTMENT, appointment.id())
                .reason(override));
        setAside.ifPresent(what -> happened.fire(Deed.done(actor, "OVERRIDE", VisitDesk.APPOINTMENT, appointment.id())
                .fields(Set.copyOf(what.codes()))
                .reason(override)));
        appointments.flush();
    }

    private static Optional<String> override(Actor actor, Optional<String> reason) {
        actor.must(Task.WRITE);
        if (reason.isEmpty()) {
            return reason;
        }
        actor.must(Task.OVERRIDE);
        return Optional.of(VisitDesk.checked(reason)
                .orElseThrow(() -> new BookingRefused(Refusal.of(Reason.REQUIRED, "override.reason"))));
    }

    private VisitSteps steps(Appointment visit) {
        return new VisitSteps(visit.kind(), visit.status(), visit.slot(), profile.now());
    }

    private static TimeAsked asked(StaffBooking booking, Optional<String> override, long patient) {
        return TimeAsked.of(booking.kind(), patient, booking.start(), terms(override))
                .at(booking.resource());
    }

    private static TimeAsked asked(Actor actor, Appointment visit, StaffMove move, Optional<String> override) {
        return TimeAsked.of(visit, move.start(), terms(override))
                .at(move.resource())
                .settingGapsAside(override.isPresent() && actor.may(Task.DECIDE));
    }

    private static Terms terms(Optional<String> override) {
        return override.isPresent() ? Terms.ANY_TIME : Terms.STAFF;
    }
}
