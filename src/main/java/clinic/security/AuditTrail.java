package clinic.security;

import clinic.staff.Deed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/**
 * Writes down every deed: what was done in the transaction that did it, or neither; what was refused apart, for that
 * transaction is about to be undone.
 */
@ApplicationScoped
class AuditTrail {
    @Inject
    private AuditEntryDesk desk;

    void note(@Observes Deed deed) {
        switch (deed.outcome()) {
            case DONE -> desk.enter(deed);
            case REFUSED -> desk.enterApart(deed);
        }
    }
}
