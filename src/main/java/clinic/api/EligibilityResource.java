package clinic.api;

import clinic.calendar.ClinicProfile;
import clinic.infusion.Eligibility;
import clinic.infusion.EligibilityDesk;
import clinic.security.Caller;
import clinic.security.StaffNames;
import clinic.staff.Actor;
import clinic.staff.Task;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;

/** Whether a patient may be treated, as a prescriber decided. */
@Path("patients/{patient}/eligibility")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class EligibilityResource {
    @Inject
    private EligibilityDesk desk;

    @Inject
    private ClinicProfile profile;

    @Inject
    private StaffNames names;

    @Inject
    private Caller caller;

    @GET
    public JsonObject last(@PathParam("patient") long patient) {
        Actor actor = caller.actor();
        return shown(desk.of(actor, patient).orElseThrow(NotFoundException::new));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public JsonObject decide(@PathParam("patient") long patient, JsonBody body) {
        Actor actor = caller.actor();
        actor.must(Task.DECIDE);
        desk.of(actor, patient);
        JsonFields fields = body.fields();
        boolean eligible = fields.flag("eligible");
        Optional<String> reason = fields.optionalText("reason");
        fields.end();
        Unreadable.refuse(fields);
        return shown(desk.decide(actor, patient, eligible, reason));
    }

    private JsonObject shown(Eligibility decided) {
        JsonObjectBuilder json = JsonBuilders.object()
                .add("eligible", decided.eligible())
                .add("by", names.of(decided.by()))
                .add("at", WrittenTimes.text(decided.at().atZone(profile.zone())));
        decided.validUntil()
                .ifPresentOrElse(day -> json.add("validUntil", day.toString()), () -> json.addNull("validUntil"));
        decided.reason().ifPresentOrElse(reason -> json.add("reason", reason), () -> json.addNull("reason"));
        return json.build();
    }
}
