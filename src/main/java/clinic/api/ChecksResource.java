package clinic.api;

import clinic.booking.Reason;
import clinic.booking.Refusal;
import clinic.booking.VisitDesk;
import clinic.calendar.ClinicProfile;
import clinic.care.CareDesk;
import clinic.care.CheckKind;
import clinic.care.Measured;
import clinic.care.VisitCheck;
import clinic.security.Caller;
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
import java.util.Optional;
import java.util.OptionalInt;

/** What is asked, measured and verified on the day of a treatment. */
@Path("appointments/{appointment}/checks")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ChecksResource {
    @Inject
    private CareDesk desk;

    @Inject
    private VisitDesk visits;

    @Inject
    private ClinicProfile profile;

    @Inject
    private Caller caller;

    @GET
    public JsonObject list(@PathParam("appointment") long id) {
        Actor actor = caller.actor();
        visits.visit(actor, id);
        return shown(actor, id);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response record(@PathParam("appointment") long id, JsonBody body) {
        Actor actor = caller.actor();
        actor.must(Task.RECEIVE);
        visits.visit(actor, id);
        JsonFields fields = body.fields();
        String word = fields.text("check");
        Optional<CheckKind> kind = CheckKind.find(word);
        if (kind.isEmpty() && !word.isEmpty()) {
            fields.refusals().add(Refusal.of(Reason.UNKNOWN_CODE, "check"));
        }
        boolean ok = fields.optionalFlag("ok").orElse(true);
        Measured measured = new Measured(
                number(fields, "systolic"),
                number(fields, "diastolic"),
                number(fields, "pulse"),
                number(fields, "saturation"),
                number(fields, "weight"));
        Optional<String> note = fields.optionalText("note");
        fields.end();
        Unreadable.refuse(fields);
        desk.record(actor, id, kind.orElseThrow(), ok, measured, note);
        return Response.status(Response.Status.CREATED).entity(shown(actor, id)).build();
    }

    private static OptionalInt number(JsonFields fields, String name) {
        return fields.optionalInteger(name).map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }

    private JsonObject shown(Actor actor, long id) {
        JsonArrayBuilder items = JsonBuilders.array();
        desk.of(actor, id).forEach(check -> items.add(shown(check)));
        return HouseShapes.list(items).build();
    }

    private JsonObjectBuilder shown(VisitCheck check) {
        JsonObjectBuilder json = JsonBuilders.object()
                .add("check", check.kind().name())
                .add("ok", check.ok())
                .add("by", check.by())
                .add("at", WrittenTimes.text(check.at().atZone(profile.zone())));
        Measured measured = check.measured();
        add(json, "systolic", measured.systolic());
        add(json, "diastolic", measured.diastolic());
        add(json, "pulse", measured.pulse());
        add(json, "saturation", measured.saturation());
        add(json, "weight", measured.weight());
        check.note().ifPresent(note -> json.add("note", note));
        return json;
    }

    private static void add(JsonObjectBuilder json, String name, OptionalInt value) {
        value.ifPresent(number -> json.add(name, number));
    }
}
