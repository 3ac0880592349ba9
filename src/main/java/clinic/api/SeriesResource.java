package clinic.api;

import clinic.booking.Canceller;
import clinic.calendar.ClinicProfile;
import clinic.infusion.Decision;
import clinic.infusion.Due;
import clinic.infusion.LifeDesk;
import clinic.infusion.RepairAsked;
import clinic.infusion.RepairDesk;
import clinic.infusion.SeriesBooking;
import clinic.infusion.SeriesCancelDesk;
import clinic.infusion.SeriesDesk;
import clinic.infusion.SeriesList;
import clinic.infusion.SeriesQuery;
import clinic.infusion.SeriesRecord;
import clinic.infusion.SeriesState;
import clinic.security.Caller;
import clinic.security.StaffNames;
import clinic.staff.Actor;
import clinic.staff.Task;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;

/** Series of infusions, planned and booked as one thing. */
@Path("series")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SeriesResource {
    @Inject
    private SeriesDesk desk;

    @Inject
    private LifeDesk life;

    @Inject
    private SeriesCancelDesk cancellations;

    @Inject
    private RepairDesk repairs;

    @Inject
    private ClinicProfile profile;

    @Inject
    private StaffNames names;

    @Inject
    private Caller caller;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response book(JsonBody body, @HeaderParam(RequestKeys.HEADER) String key, @Context UriInfo uri) {
        Actor actor = mayAtAll(Task.WRITE);
        JsonFields fields = body.fields();
        SeriesBooking booking = SeriesFields.booking(fields, profile.zone());
        RequestKeys.refusal(key).ifPresent(fields.refusals()::add);
        Unreadable.refuse(fields);
        SeriesRecord series = desk.book(actor, booking, RequestKeys.of("series", actor.name(), key, body));
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(Long.toString(series.id()))
                        .build())
                .tag(Integer.toString(series.version()))
                .entity(CourseShapes.series(series, profile.zone(), names::of).build())
                .build();
    }

    /** In one state, or waiting for something; the latest first. */
    @GET
    public JsonObject list(
            @QueryParam("state") String state,
            @QueryParam("due") String due,
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor) {
        Actor actor = mayAtAll(Task.READ);
        Cursor parameters = new Cursor();
        Optional<SeriesState> in = parameters.code("state", state, List.of(SeriesState.values()));
        Optional<Due.What> waiting = parameters.code("due", due, List.of(Due.What.values()));
        int most = parameters.limit(limit);
        Optional<Long> before = parameters.place(cursor, Cursor::id);
        parameters.end();
        Ranges.within("limit", most, 1, Cursor.MOST);
        SeriesList found = desk.list(actor, new SeriesQuery(in, waiting, before.orElse(Long.MAX_VALUE), most));
        JsonArrayBuilder items = JsonBuilders.array();
        found.lines().forEach(line -> items.add(FollowUpShapes.line(line, profile.zone(), names::of)));
        return StaffShapes.list(items, found.next().map(last -> Cursor.of(Long.toString(last))));
    }

    @GET
    @Path("{series}")
    public Response series(@PathParam("series") long id) {
        SeriesRecord series = desk.series(mayAtAll(Task.READ), id);
        return Response.ok(
                        CourseShapes.series(series, profile.zone(), names::of).build())
                .tag(Integer.toString(series.version()))
                .build();
    }

    /** What a prescriber decides. */
    @POST
    @Path("{series}/decisions")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response decide(
            @PathParam("series") long id, JsonBody body, @HeaderParam(HttpHeaders.IF_MATCH) String seen) {
        Actor actor = mayAtAll(Task.DECIDE);
        desk.series(actor, id);
        JsonFields fields = body.fields();
        Optional<Decision> decision = SeriesFields.decision(fields);
        String reason = fields.text("reason");
        fields.end();
        Unreadable.refuse(fields);
        return shown(life.decide(actor, id, decision.orElseThrow(), reason, Versions.seen(seen)));
    }

    /** All remaining visits at once, with one email. */
    @POST
    @Path("{series}/cancellation")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response cancel(
            @PathParam("series") long id, JsonBody body, @HeaderParam(HttpHeaders.IF_MATCH) String seen) {
        Actor actor = mayAtAll(Task.RECEIVE);
        desk.series(actor, id);
        JsonFields fields = body.fields();
        String reason = fields.text("reason");
        Canceller by = fields.optionalCode("by", List.of(Canceller.values())).orElse(Canceller.PATIENT);
        fields.end();
        Unreadable.refuse(fields);
        return shown(cancellations.cancel(actor, id, reason, by, Versions.seen(seen)));
    }

    /** The cancellation taken back, by who made it and for ten minutes. */
    @POST
    @Path("{series}/undo")
    public Response undo(@PathParam("series") long id) {
        Actor actor = mayAtAll(Task.RECEIVE);
        desk.series(actor, id);
        return shown(cancellations.undo(actor, id));
    }

    private Response shown(SeriesRecord series) {
        return Response.ok(
                        CourseShapes.series(series, profile.zone(), names::of).build())
                .tag(Integer.toString(series.version()))
                .build();
    }

    /** The least change that makes the series whole again; nothing is changed yet. */
    @POST
    @Path("{series}/repair")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response repair(@PathParam("series") long id, JsonBody body) {
        Actor actor = mayAtAll(Task.WRITE);
        desk.series(actor, id);
        JsonFields fields = body.fields();
        RepairAsked asked = SeriesFields.repair(fields, profile.zone());
        Unreadable.refuse(fields);
        return Response.ok(RepairShapes.repair(repairs.propose(actor, id, asked), profile.zone())
                        .build())
                .build();
    }

    /** Does what was proposed. */
    @POST
    @Path("{series}/repair/{proposal}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response applyRepair(@PathParam("series") long id, @PathParam("proposal") String proposal, JsonBody body) {
        Actor actor = mayAtAll(Task.WRITE);
        desk.series(actor, id);
        JsonFields fields = body.optionalFields();
        Optional<String> reason = fields.optionalText("reason");
        fields.end();
        Unreadable.refuse(fields);
        return shown(repairs.apply(actor, id, proposal, reason));
    }

    /** Whose task it is not hears so before anything else is looked at. */
    private Actor mayAtAll(Task task) {
        Actor actor = caller.actor();
        actor.must(task);
        return actor;
    }
}
