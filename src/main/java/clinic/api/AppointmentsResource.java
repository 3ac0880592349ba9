package clinic.api;

import clinic.booking.Canceller;
import clinic.booking.Edge;
import clinic.booking.Grounds;
import clinic.booking.Reason;
import clinic.booking.Refusal;
import clinic.booking.StaffBooking;
import clinic.booking.StaffBookingDesk;
import clinic.booking.StaffMove;
import clinic.booking.StaffVisit;
import clinic.booking.Status;
import clinic.booking.VisitDesk;
import clinic.booking.VisitKind;
import clinic.booking.VisitQuery;
import clinic.calendar.ClinicProfile;
import clinic.patient.PatientForm;
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
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Visits, as staff make and change them. */
@Path("appointments")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AppointmentsResource {
    private static final String UNDO = "undo";

    @Inject
    private VisitDesk desk;

    @Inject
    private StaffBookingDesk bookings;

    @Inject
    private ClinicProfile profile;

    @Inject
    private StaffNames names;

    @Inject
    private Caller caller;

    @GET
    public JsonObject list(
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("resource") String resource,
            @QueryParam("status") String status,
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor) {
        Actor actor = mayAtAll(Task.READ);
        Cursor parameters = new Cursor();
        LocalDate first = parameters
                .read("from", from, Reason.INVALID_DATE, WrittenTimes::date)
                .orElseGet(profile::today);
        LocalDate last = parameters
                .read("to", to, Reason.INVALID_DATE, WrittenTimes::date)
                .orElse(first);
        parameters.inOrder(first, "to", last);
        Optional<Long> of = parameters.digits("resource", resource, Cursor::id);
        Optional<Status> in = parameters.code("status", status, List.of(Status.values()));
        int most = parameters.limit(limit);
        Optional<VisitQuery.After> after = parameters.place(cursor, AppointmentsResource::after);
        parameters.end();
        Ranges.within("limit", most, 1, Cursor.MOST);
        List<StaffVisit> found = desk.page(actor, new VisitQuery(first, last, number(of), in, after, most + 1));
        List<StaffVisit> page = found.subList(0, Math.min(most, found.size()));
        JsonArrayBuilder items = JsonBuilders.array();
        page.forEach(visit -> items.add(StaffShapes.appointment(visit, profile.zone())));
        return StaffShapes.list(
                items, found.size() > most ? Optional.of(cursor(page.get(page.size() - 1))) : Optional.empty());
    }

    private static String cursor(StaffVisit visit) {
        VisitQuery.After after = VisitQuery.After.of(visit);
        return Cursor.of(after.day() + " " + after.start() + " " + after.id());
    }

    private static Optional<VisitQuery.After> after(String place) {
        String[] parts = place.split(" ");
        return parts.length == 3 && parts[1].matches("[0-9]{1,2}") && parts[2].matches("[0-9]{1,18}")
                ? WrittenTimes.date(parts[0])
                        .map(day -> new VisitQuery.After(day, Integer.parseInt(parts[1]), Long.parseLong(parts[2])))
                : Optional.empty();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response book(JsonBody body, @HeaderParam(RequestKeys.HEADER) String key, @Context UriInfo uri) {
        Actor actor = mayAtAll(Task.WRITE);
        JsonFields fields = body.fields();
        OptionalLong patient = number(fields.optionalId("patientId"));
        Optional<PatientForm> newPatient = fields.optionalObject("patient").map(PatientFields::read);
        VisitKind kind = kind(fields);
        Optional<LocalDateTime> start = fields.moment(Refusal.START, profile.zone());
        OptionalLong resource = number(fields.optionalId("resource"));
        Optional<String> override = override(fields);
        fields.end();
        if (patient.isEmpty() == newPatient.isEmpty()) {
            fields.refusals().add(Refusal.of(Reason.REQUIRED, "patientId"));
        }
        RequestKeys.refusal(key).ifPresent(fields.refusals()::add);
        Unreadable.refuse(fields);
        StaffBooking booking = new StaffBooking(patient, newPatient, kind, start.get(), resource, override);
        StaffVisit visit = bookings.book(actor, booking, RequestKeys.of("appointment", actor.name(), key, body));
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(Long.toString(visit.id()))
                        .build())
                .tag(Integer.toString(visit.version()))
                .entity(StaffShapes.appointment(visit, profile.zone()).build())
                .build();
    }

    private static VisitKind kind(JsonFields fields) {
        return fields.code(
                        "kind",
                        Stream.of(VisitKind.values())
                                .filter(each -> !each.isInfusion())
                                .toList())
                .orElse(VisitKind.CONSULTATION);
    }

    /** A reason that is empty is no reason, which the desk says. */
    private static Optional<String> override(JsonFields fields) {
        return fields.optionalObject("override").map(inside -> {
            String reason = inside.text("reason");
            inside.end();
            return reason;
        });
    }

    @GET
    @Path("{appointment}")
    public Response appointment(@PathParam("appointment") long id) {
        Actor actor = mayAtAll(Task.READ);
        StaffVisit visit = desk.visit(actor, id);
        return Response.ok(StaffShapes.appointment(visit, profile.zone())
                        .add("claims", StaffShapes.claims(desk.claims(actor, id), profile.zone()))
                        .build())
                .tag(Integer.toString(visit.version()))
                .build();
    }

    /** Every step it took, the first first: who, when, why, and what was set aside for it. */
    @GET
    @Path("{appointment}/history")
    public JsonObject history(@PathParam("appointment") long id) {
        Actor actor = mayAtAll(Task.READ);
        desk.visit(actor, id);
        JsonArrayBuilder items = JsonBuilders.array();
        desk.history(actor, id).forEach(step -> items.add(StaffShapes.step(step, profile.zone(), names::of)));
        return StaffShapes.list(items, Optional.empty());
    }

    @PUT
    @Path("{appointment}/start")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response move(
            @PathParam("appointment") long id, JsonBody body, @HeaderParam(HttpHeaders.IF_MATCH) String seen) {
        Actor actor = mayAtAll(Task.WRITE);
        desk.visit(actor, id);
        JsonFields fields = body.fields();
        Optional<LocalDateTime> start = fields.moment(Refusal.START, profile.zone());
        OptionalLong resource = number(fields.optionalId("resource"));
        Optional<String> override = override(fields);
        fields.end();
        Unreadable.refuse(fields);
        return shown(bookings.move(actor, id, new StaffMove(start.get(), resource, override, Versions.seen(seen))));
    }

    @POST
    @Path("{appointment}/{edge}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response step(
            @PathParam("appointment") long id,
            @PathParam("edge") String word,
            JsonBody body,
            @HeaderParam(HttpHeaders.IF_MATCH) String seen) {
        Actor actor = caller.actor();
        Optional<Edge> edge = Edge.find(word);
        if (edge.isEmpty() && !word.equals(UNDO)) {
            throw new NotFoundException();
        }
        actor.must(edge.map(Edge::task).orElse(Task.RECEIVE));
        JsonFields fields = body.optionalFields();
        Optional<String> reason = fields.optionalText("reason");
        Optional<String> override = override(fields);
        Optional<Canceller> by = edge.filter(Edge.CANCEL::equals).flatMap(cancel -> canceller(fields));
        fields.end();
        Unreadable.refuse(fields);
        Grounds grounds = new Grounds(reason, by, override);
        OptionalInt version = Versions.seen(seen);
        return shown(
                edge.map(taken -> desk.step(actor, id, taken, grounds, version)).orElseGet(() -> desk.undo(actor, id)));
    }

    private static Optional<Canceller> canceller(JsonFields fields) {
        return fields.optionalCode("by", List.of(Canceller.values()));
    }

    private Response shown(StaffVisit visit) {
        return Response.ok(StaffShapes.appointment(visit, profile.zone()).build())
                .tag(Integer.toString(visit.version()))
                .build();
    }

    /** Whose task it is not hears so before anything else is looked at. */
    private Actor mayAtAll(Task task) {
        Actor actor = caller.actor();
        actor.must(task);
        return actor;
    }

    private static OptionalLong number(Optional<Long> number) {
        return number.map(OptionalLong::of).orElseGet(OptionalLong::empty);
    }
}
