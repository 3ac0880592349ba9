package clinic.api;

import clinic.booking.VisitDesk;
import clinic.calendar.ClinicProfile;
import clinic.care.AdverseEvent;
import clinic.care.AdverseEventDesk;
import clinic.care.AdverseReport;
import clinic.security.Caller;
import clinic.security.StaffNames;
import clinic.staff.Actor;
import clinic.staff.Task;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Adverse events of an infusion, each with its incident report. */
@Path("appointments/{appointment}/adverse-events")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AdverseEventsResource {
    @Inject
    private AdverseEventDesk desk;

    @Inject
    private VisitDesk visits;

    @Inject
    private ClinicProfile profile;

    @Inject
    private Caller caller;

    @Inject
    private StaffNames names;

    @GET
    public JsonObject list(@PathParam("appointment") long id) {
        Actor actor = caller.actor();
        actor.must(Task.READ_CLINICAL_NOTES);
        visits.visit(actor, id);
        JsonArrayBuilder items = JsonBuilders.array();
        desk.of(actor, id).forEach(event -> items.add(shown(event)));
        return HouseShapes.list(items).build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response record(@PathParam("appointment") long id, JsonBody body) {
        Actor actor = caller.actor();
        actor.must(Task.TREAT);
        visits.visit(actor, id);
        JsonFields fields = body.fields();
        AdverseReport report = new AdverseReport(
                fields.text("happened"),
                fields.optionalText("called").orElse(""),
                fields.optionalText("given").orElse(""),
                fields.text("outcome"),
                fields.optionalFlag("stop").orElse(false));
        fields.end();
        Unreadable.refuse(fields);
        return Response.status(Response.Status.CREATED)
                .entity(shown(desk.record(actor, id, report)).build())
                .build();
    }

    private JsonObjectBuilder shown(AdverseEvent event) {
        return JsonBuilders.object()
                .add("id", event.id())
                .add("happened", event.happened())
                .add("called", event.called())
                .add("given", event.given())
                .add("outcome", event.outcome().name())
                .add("stopped", event.stopped())
                .add("by", names.of(event.by()))
                .add("at", WrittenTimes.text(event.at().atZone(profile.zone())));
    }
}
