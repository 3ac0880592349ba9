package clinic.api;

import clinic.calendar.ClinicProfile;
import clinic.infusion.Booster;
import clinic.infusion.FollowUp;
import clinic.infusion.FollowUpDesk;
import clinic.security.Caller;
import clinic.security.StaffNames;
import clinic.staff.Actor;
import clinic.staff.Task;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;

/** What one series waits for: a booster to invite to, an estimate to give. */
@Path("series/{series}/follow-up")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class FollowUpResource {
    @Inject
    private FollowUpDesk desk;

    @Inject
    private ClinicProfile profile;

    @Inject
    private Caller caller;

    @Inject
    private StaffNames names;

    @GET
    public JsonObject followUp(@PathParam("series") long series) {
        return told(desk.of(caller.actor(), series));
    }

    /** Asks her to come again; nothing is booked. */
    @POST
    @Path("invitation")
    @Consumes(MediaType.APPLICATION_JSON)
    public JsonObject invite(@PathParam("series") long series, JsonBody body) {
        Actor actor = mayWrite(series);
        JsonFields fields = body.fields();
        Optional<Booster.Way> way = SeriesFields.way(fields);
        fields.end();
        Unreadable.refuse(fields);
        return told(desk.invite(actor, series, way.orElseThrow()));
    }

    @POST
    @Path("estimate")
    @Consumes(MediaType.APPLICATION_JSON)
    public JsonObject estimateGiven(@PathParam("series") long series, JsonBody body) {
        Actor actor = mayWrite(series);
        JsonFields fields = body.optionalFields();
        Optional<String> note = fields.optionalText("note");
        fields.end();
        Unreadable.refuse(fields);
        return told(desk.estimateGiven(actor, series, note));
    }

    /** Whose task it is not, and who names no series, hears so before anything else is looked at. */
    private Actor mayWrite(long series) {
        Actor actor = caller.actor();
        actor.must(Task.WRITE);
        desk.of(actor, series);
        return actor;
    }

    private JsonObject told(FollowUp followUp) {
        return FollowUpShapes.followUp(followUp, profile.zone(), names::of).build();
    }
}
