package clinic.api;

import clinic.booking.NewPatientDesk;
import clinic.booking.Reason;
import clinic.booking.Refusal;
import clinic.calendar.ClinicProfile;
import clinic.patient.MergeField;
import clinic.patient.PatientForm;
import clinic.patient.PatientRecord;
import clinic.patient.PatientRegister;
import clinic.security.Caller;
import clinic.security.StaffNames;
import clinic.staff.Actor;
import clinic.staff.Task;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.Optional;

/** The file of patients. What one looks for is never in an address. */
@Path("patients")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PatientsResource {
    private static final int LONGEST_QUERY = 300;

    @Inject
    private PatientRegister register;

    @Inject
    private NewPatientDesk newPatients;

    @Inject
    private ClinicProfile profile;

    @Inject
    private Caller caller;

    @Inject
    private StaffNames names;

    @POST
    @Path("search")
    @Consumes(MediaType.APPLICATION_JSON)
    public JsonObject search(JsonBody body) {
        Actor actor = mayAtAll(Task.READ);
        JsonFields fields = body.fields();
        String query = fields.text("q");
        fields.end();
        if (query.length() > LONGEST_QUERY) {
            fields.refusals().add(new Refusal(Reason.TOO_LONG, "q", Map.of("most", LONGEST_QUERY)));
        }
        Unreadable.refuse(fields);
        return StaffShapes.list(StaffShapes.cards(register.search(actor, query)), Optional.empty());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(JsonBody body, @HeaderParam(RequestKeys.HEADER) String key, @Context UriInfo uri) {
        Actor actor = mayAtAll(Task.WRITE);
        JsonFields fields = body.fields();
        PatientForm form = PatientFields.read(fields);
        RequestKeys.refusal(key).ifPresent(fields.refusals()::add);
        Unreadable.refuse(fields);
        PatientRecord patient = newPatients.create(actor, form, RequestKeys.of("patient", actor.name(), key, body));
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(Long.toString(patient.card().id()))
                        .build())
                .tag(Integer.toString(patient.card().version()))
                .entity(StaffShapes.patient(patient, profile.zone(), names::of))
                .build();
    }

    @GET
    @Path("{patient}")
    public Response patient(@PathParam("patient") long id) {
        return shown(register.record(mayAtAll(Task.READ), id));
    }

    @PATCH
    @Path("{patient}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response change(
            @PathParam("patient") long id, JsonBody body, @HeaderParam(HttpHeaders.IF_MATCH) String seen) {
        Actor actor = mayAtAll(Task.WRITE);
        JsonFields fields = body.fields();
        PatientForm form = PatientFields.read(fields);
        Unreadable.refuse(fields);
        return shown(register.change(actor, id, form, Versions.seen(seen)));
    }

    /** Another record of the same person becomes one with this one. */
    @POST
    @Path("{patient}/merge")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response merge(@PathParam("patient") long id, JsonBody body) {
        Actor actor = mayAtAll(Task.WRITE);
        JsonFields fields = body.fields();
        Optional<Long> gone = fields.id("gone");
        Map<MergeField, MergeField.Side> keep =
                fields.optionalObject("keep").map(PatientFields::chosen).orElse(Map.of());
        fields.end();
        Unreadable.refuse(fields);
        return shown(register.merge(actor, id, gone.get(), keep));
    }

    private Response shown(PatientRecord patient) {
        return Response.ok(StaffShapes.patient(patient, profile.zone(), names::of))
                .tag(Integer.toString(patient.card().version()))
                .build();
    }

    private Actor mayAtAll(Task task) {
        Actor actor = caller.actor();
        actor.must(task);
        return actor;
    }
}
