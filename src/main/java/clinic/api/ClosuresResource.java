package clinic.api;

import clinic.booking.StrandedDesk;
import clinic.calendar.ClinicProfile;
import clinic.capacity.Closure;
import clinic.capacity.Resources;
import clinic.house.ClosureDesk;
import clinic.house.ClosureRequest;
import clinic.security.Caller;
import clinic.staff.Actor;
import clinic.staff.Task;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.Set;

/** Times taken away from the whole clinic or from one room or clinician; and whom that strands. */
@Path("closures")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ClosuresResource {
    @Inject
    private ClosureDesk desk;

    @Inject
    private StrandedDesk stranded;

    @Inject
    private Resources resources;

    @Inject
    private ClinicProfile profile;

    @Inject
    private Caller caller;

    @GET
    public JsonObject closures() {
        JsonArrayBuilder items = JsonBuilders.array();
        for (Closure closure : desk.closures(caller.actor())) {
            items.add(HouseShapes.closure(closure, closure.resource().flatMap(resources::find), profile.zone()));
        }
        return HouseShapes.list(items).build();
    }

    @POST
    @Path("preview")
    @Consumes(MediaType.APPLICATION_JSON)
    public JsonObject preview(JsonBody body) {
        Actor actor = mayClose();
        JsonFields fields = body.fields();
        ClosureRequest request = read(fields);
        Unreadable.refuse(fields);
        return JsonBuilders.object()
                .add("stranded", visits(actor, desk.preview(actor, request)))
                .build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response close(JsonBody body, @HeaderParam(RequestKeys.HEADER) String key, @Context UriInfo uri) {
        Actor actor = mayClose();
        JsonFields fields = body.fields();
        ClosureRequest request = read(fields);
        RequestKeys.refusal(key).ifPresent(fields.refusals()::add);
        Unreadable.refuse(fields);
        ClosureDesk.Closed closed = desk.close(actor, request, RequestKeys.of("close", actor.name(), key, body));
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(Long.toString(closed.id()))
                        .build())
                .entity(JsonBuilders.object()
                        .add("id", closed.id())
                        .add("stranded", visits(actor, closed.stranded()))
                        .build())
                .build();
    }

    @DELETE
    @Path("{closure}")
    public void reopen(@PathParam("closure") long closure) {
        desk.reopen(mayClose(), closure);
    }

    /** Whose task it is not hears so before anything else is looked at. */
    private Actor mayClose() {
        Actor actor = caller.actor();
        actor.must(Task.CLOSE);
        return actor;
    }

    private ClosureRequest read(JsonFields fields) {
        Optional<LocalDateTime> from = fields.moment("from", profile.zone());
        Optional<LocalDateTime> to = fields.moment("to", profile.zone());
        Optional<Long> resource = fields.optionalId("resource");
        String reason = fields.text("reason");
        fields.end();
        LocalDateTime any = profile.now().toLocalDateTime();
        return new ClosureRequest(from.orElse(any), to.orElse(any), resource, reason);
    }

    private JsonArrayBuilder visits(Actor actor, Set<Long> ids) {
        return HouseShapes.appointments(stranded.visits(actor, ids), profile.zone());
    }
}
