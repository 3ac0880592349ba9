package clinic.patient;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

/** Gives the words by which they are found to records that were written before there were any. */
@ApplicationScoped
public class PatientIndexDesk {
    private static final int AT_ONCE = 500;

    @Inject
    private PatientKeys keys;

    /** Does some of them; whether there may be more. */
    @Transactional
    public boolean fill() {
        List<Patient> found = keys.without(AT_ONCE);
        found.forEach(keys::add);
        return found.size() == AT_ONCE;
    }
}
