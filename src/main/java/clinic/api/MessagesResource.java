package clinic.api;

import clinic.calendar.ClinicProfile;
import clinic.notification.Message;
import clinic.notification.MessageDesk;
import clinic.security.Caller;
import clinic.staff.Actor;
import clinic.staff.Task;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;

/** The outbox: what the clinic wrote, and what became of it. */
@Path("messages")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class MessagesResource {
    @Inject
    private MessageDesk desk;

    @Inject
    private ClinicProfile profile;

    @Inject
    private Caller caller;

    @GET
    public JsonObject list(
            @QueryParam("state") String state, @QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        Actor actor = caller.actor();
        actor.must(Task.READ);
        Cursor parameters = new Cursor();
        Optional<Message.State> in = parameters.code("state", state, List.of(Message.State.values()));
        int most = parameters.limit(limit);
        Optional<Long> before = parameters.place(cursor, Cursor::id);
        parameters.end();
        Ranges.within("limit", most, 1, Cursor.MOST);
        List<Message> found = desk.list(actor, in, before.orElse(Long.MAX_VALUE), most + 1);
        List<Message> page = found.subList(0, Math.min(most, found.size()));
        JsonArrayBuilder items = JsonBuilders.array();
        page.forEach(message -> items.add(StaffShapes.message(message, profile.zone())));
        return StaffShapes.list(
                items,
                found.size() > most
                        ? Optional.of(Cursor.of(
                                Long.toString(page.get(page.size() - 1).id())))
                        : Optional.empty());
    }

    @GET
    @Path("{message}")
    public JsonObject message(@PathParam("message") long id) {
        return StaffShapes.message(desk.one(caller.actor(), id), profile.zone());
    }

    @POST
    @Path("{message}/retry")
    @Consumes(MediaType.APPLICATION_JSON)
    public JsonObject retry(@PathParam("message") long id, JsonBody body) {
        Actor actor = caller.actor();
        actor.must(Task.WRITE);
        JsonFields fields = body.optionalFields();
        Optional<String> reason = fields.optionalText("reason");
        fields.end();
        Unreadable.refuse(fields);
        return StaffShapes.message(desk.retry(actor, id, reason), profile.zone())
                .build();
    }
}
