package clinic.booking;

import clinic.calendar.Slot;
import clinic.capacity.Claim;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** What a treatment would claim of the ledger, for whoever plans many of them before one is booked. */
@ApplicationScoped
public class TreatmentClaims {
    @Inject
    private FreeTimes freeTimes;

    /** The claims a booking of that slot in that room makes, whether it is free or not. */
    public List<Claim> of(Treatment treatment, Slot slot, long room) {
        VisitNeeds needs = freeTimes.needs(VisitKind.INFUSION, Optional.of(treatment));
        return needs.place(slot, needs.clinicians().get(0).id(), room).claims();
    }
}
