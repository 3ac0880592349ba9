package clinic.booking;

import clinic.patient.Patients;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Her row first, and only then the visit itself: what is read before the lock may be stale. */
@ApplicationScoped
class VisitLocks {
    @Inject
    private Patients patients;

    @Inject
    private Appointments appointments;

    /** The visit a token opens, its patient locked. */
    Appointment lock(String token) {
        return lock(appointments.idOf(token).orElseThrow(UnknownVisit::new));
    }

    /** The visit, its patient locked. Whose it is may change while we wait for her, when two records are merged. */
    Appointment lock(long visit) {
        long locked = 0;
        long owner = appointments.patientOf(visit).orElseThrow(UnknownVisit::new);
        while (owner != locked) {
            patients.lock(owner);
            locked = owner;
            owner = appointments.patientOf(visit).orElseThrow(UnknownVisit::new);
        }
        return appointments.get(visit);
    }
}
