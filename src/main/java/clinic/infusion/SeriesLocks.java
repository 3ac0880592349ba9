package clinic.infusion;

import clinic.patient.Patients;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The patient's row first, and only then the series itself: what is read before the lock may be stale. */
@ApplicationScoped
class SeriesLocks {
    @Inject
    private Patients patients;

    @Inject
    private SeriesShelf shelf;

    /** The series, its patient locked. Whose it is may change while we wait, when two records are merged. */
    Series lock(long series) {
        long locked = 0;
        long owner = shelf.patientOf(series);
        while (owner != locked) {
            patients.lock(owner);
            locked = owner;
            owner = shelf.patientOf(series);
        }
        return shelf.lock(series);
    }
}
