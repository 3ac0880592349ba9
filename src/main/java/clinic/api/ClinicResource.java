package clinic.api;

import clinic.booking.VisitKind;
import clinic.booking.VisitRules;
import clinic.calendar.ClinicProfile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Who and where the clinic is. */
@Path("clinic")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class ClinicResource {
    @Inject
    private ClinicProfile profile;

    @Inject
    private VisitRules rules;

    @GET
    public JsonObject clinic() {
        return Shapes.clinic(
                profile.clinic(),
                profile.calendar(),
                rules.of(VisitKind.CONSULTATION).minutes());
    }
}
