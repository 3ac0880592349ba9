package clinic.api;

import clinic.calendar.ClinicProfile;
import clinic.protocol.ClinicalLimits;
import clinic.protocol.LimitsDesk;
import clinic.protocol.ProtocolDesk;
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

/** The recipes series are planned by, with their versions. */
@Path("protocols")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ProtocolsResource {
    @Inject
    private ProtocolDesk desk;

    @Inject
    private LimitsDesk limits;

    @Inject
    private ClinicProfile profile;

    @Inject
    private Caller caller;

    @Inject
    private StaffNames names;

    @GET
    public JsonObject protocols() {
        JsonArrayBuilder items = JsonBuilders.array();
        ClinicalLimits clinic = limits.inUse(caller.actor());
        desk.all(caller.actor())
                .forEach(version -> items.add(SeriesShapes.protocol(version, clinic, profile.zone(), names::of)));
        return StaffShapes.list(items, Optional.empty());
    }
}
