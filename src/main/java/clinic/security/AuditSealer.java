package clinic.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Chains what was entered since the last time. Writers never wait for it. */
@ApplicationScoped
public class AuditSealer {
    @Inject
    private AuditEntryDesk desk;

    public void sealWhatIsNew() {
        boolean more = true;
        while (more) {
            more = desk.seal();
        }
    }
}
