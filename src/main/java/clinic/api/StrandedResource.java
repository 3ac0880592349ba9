package clinic.api;

import clinic.booking.StrandedDesk;
import clinic.calendar.ClinicProfile;
import clinic.security.Caller;
import clinic.security.StaffNames;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The visits whose time was taken away, each with other times for it. */
@Path("stranded")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class StrandedResource {
    private static final int MOST = 200;

    @Inject
    private StrandedDesk desk;

    @Inject
    private ClinicProfile profile;

    @Inject
    private Caller caller;

    @Inject
    private StaffNames names;

    @GET
    public JsonObject stranded() {
        JsonArrayBuilder items = JsonBuilders.array();
        desk.worklist(caller.actor(), MOST)
                .forEach(each -> items.add(HouseShapes.stranded(each, profile.zone(), names::of)));
        return HouseShapes.list(items).build();
    }
}
