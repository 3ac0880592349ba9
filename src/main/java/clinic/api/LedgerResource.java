package clinic.api;

import clinic.booking.LedgerDesk;
import clinic.calendar.ClinicProfile;
import clinic.security.Caller;
import clinic.staff.Actor;
import clinic.staff.Task;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The proof that the ledger tells the truth. */
@Path("ledger")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class LedgerResource {
    @Inject
    private LedgerDesk desk;

    @Inject
    private ClinicProfile profile;

    @Inject
    private Caller caller;

    @GET
    @Path("audit")
    public JsonObject audit() {
        Actor actor = caller.actor();
        return StaffShapes.audit(desk.audit(actor), actor.may(Task.READ), profile.zone());
    }
}
