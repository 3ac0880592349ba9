package clinic.patient;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

/**
 * Gives records the words by which they are found, where they have none yet or have those of an older version of the
 * {@link SearchFold}: after an upgrade old records are found like new ones. Stopped in between, it goes on at the next start.
 */
@ApplicationScoped
public class PatientIndexDesk {
    private static final int AT_ONCE = 500;

    @Inject
    private PatientKeys keys;

    /** Does some of them; whether there may be more. */
    @Transactional
    public boolean fill() {
        List<Patient> found = keys.outdated(AT_ONCE);
        found.forEach(keys::write);
        return found.size() == AT_ONCE;
    }
}
