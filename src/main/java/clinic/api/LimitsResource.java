package clinic.api;

import clinic.calendar.ClinicProfile;
import clinic.protocol.LimitsDesk;
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
import java.util.Optional;

/** The clinic's limits, which hold where a protocol has none of its own, with their versions. */
@Path("clinical-limits")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class LimitsResource {
    @Inject
    private LimitsDesk desk;

    @Inject
    private ClinicProfile profile;

    @Inject
    private Caller caller;

    @Inject
    private StaffNames names;

    @GET
    public JsonObject limits() {
        JsonArrayBuilder items = JsonBuilders.array();
        desk.all(caller.actor()).forEach(version -> items.add(SeriesShapes.limits(version, profile.zone(), names::of)));
        return StaffShapes.list(items, Optional.empty());
    }
}
