package clinic.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Chains what was entered since the last time. Writers never wait for it. */
@ApplicationScoped
public class AuditSealer {
    @Inject
    private AuditEntryDesk desk;

    @Inject
    private AuditAnchor anchor;

    public void sealWhatIsNew() {
        AuditEntryDesk.Batch batch = desk.seal();
        while (batch.size() > 0) {
            anchor.keep(batch);
            batch = batch.mayBeMore() ? desk.seal() : new AuditEntryDesk.Batch(0, 0, "", 0);
        }
    }
}
