package clinic.api;

import clinic.booking.Reason;
import clinic.booking.Refusal;
import clinic.booking.StaffVisit;
import clinic.booking.VisitDesk;
import clinic.calendar.ClinicProfile;
import clinic.care.CareDesk;
import clinic.care.CheckEntry;
import clinic.care.CheckKind;
import clinic.care.CheckRecord;
import clinic.care.Measured;
import clinic.care.Weight;
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
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** What is asked, measured and verified on the day of an infusion. */
@Path("appointments/{appointment}/checks")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ChecksResource {
    private static final List<String> WEIGHTS = List.of("weight", "pounds", "kilograms");

    @Inject
    private CareDesk desk;

    @Inject
    private VisitDesk visits;

    @Inject
    private ClinicProfile profile;

    @Inject
    private StaffNames names;

    @Inject
    private Caller caller;

    @GET
    public JsonObject list(@PathParam("appointment") long id) {
        Actor actor = caller.actor();
        return shown(actor, visits.visit(actor, id));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response record(@PathParam("appointment") long id, JsonBody body) {
        Actor actor = caller.actor();
        actor.must(Task.RECEIVE);
        StaffVisit visit = visits.visit(actor, id);
        JsonFields fields = body.fields();
        Optional<CheckKind> kind = fields.code("check", List.of(CheckKind.values()));
        boolean ok = fields.optionalFlag("ok").orElse(true);
        boolean confirmed = fields.optionalFlag("confirmed").orElse(false);
        Measured measured = new Measured(
                number(fields, "systolic"),
                number(fields, "diastolic"),
                number(fields, "pulse"),
                number(fields, "saturation"),
                weight(fields));
        Optional<String> note = fields.optionalText("note");
        fields.end();
        Unreadable.refuse(fields);
        desk.record(actor, id, new CheckEntry(kind.orElseThrow(), ok, measured, confirmed, note));
        return Response.status(Response.Status.CREATED)
                .entity(shown(actor, visit))
                .build();
    }

    private static OptionalInt number(JsonFields fields, String name) {
        return fields.optionalInteger(name).map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }

    /** In grams, or in pounds, or in kilograms: not in two of them. */
    private static OptionalInt weight(JsonFields fields) {
        Optional<Integer> grams = fields.optionalInteger("weight");
        Optional<BigDecimal> pounds = fields.optionalDecimal("pounds");
        Optional<BigDecimal> kilograms = fields.optionalDecimal("kilograms");
        List<Boolean> given = List.of(grams.isPresent(), pounds.isPresent(), kilograms.isPresent());
        if (given.stream().filter(Boolean::booleanValue).count() > 1) {
            WEIGHTS.stream()
                    .filter(name -> given.get(WEIGHTS.indexOf(name)))
                    .skip(1)
                    .forEach(name -> fields.refusals()
                            .add(new Refusal(
                                    Reason.ONLY_ONE_ALLOWED, name, Map.of("several", String.join(", ", WEIGHTS)))));
        }
        return Stream.of(grams.map(Weight::new), pounds.map(Weight::ofPounds), kilograms.map(Weight::ofKilograms))
                .flatMap(Optional::stream)
                .mapToInt(Weight::grams)
                .findFirst();
    }

    /** Takes an entry back: it stays to be read, struck through, and no longer counts. */
    @POST
    @Path("{check}/strike")
    @Consumes(MediaType.APPLICATION_JSON)
    public JsonObject strike(@PathParam("appointment") long id, @PathParam("check") long check, JsonBody body) {
        Actor actor = caller.actor();
        actor.must(Task.RECEIVE);
        StaffVisit visit = visits.visit(actor, id);
        JsonFields fields = body.fields();
        String reason = fields.text("reason");
        fields.end();
        Unreadable.refuse(fields);
        desk.strike(actor, id, check, reason);
        return shown(actor, visit);
    }

    private JsonObject shown(Actor actor, StaffVisit visit) {
        JsonArrayBuilder items = JsonBuilders.array();
        desk.of(actor, visit.id()).forEach(check -> items.add(shown(check)));
        JsonObjectBuilder list = HouseShapes.list(items);
        Optional.ofNullable(desk.clocks(actor, List.of(visit)).get(visit.id()))
                .flatMap(clock -> clock.due().map(due -> JsonBuilders.object()
                        .add("due", moment(due))
                        .add("overdue", clock.isOverdue(profile.now().toInstant()))))
                .ifPresentOrElse(due -> list.add("vitalsDue", due), () -> list.addNull("vitalsDue"));
        return list.build();
    }

    private JsonObjectBuilder shown(CheckRecord check) {
        JsonObjectBuilder json = JsonBuilders.object()
                .add("id", check.id())
                .add("check", check.kind().name())
                .add("ok", check.ok())
                .add("by", names.of(check.by()))
                .add("at", moment(check.at()));
        Measured measured = check.measured();
        add(json, "systolic", measured.systolic());
        add(json, "diastolic", measured.diastolic());
        add(json, "pulse", measured.pulse());
        add(json, "saturation", measured.saturation());
        check.weight().ifPresent(weight -> json.add("weight", weight.grams())
                .add("pounds", weight.pounds())
                .add("kilograms", weight.kilograms()));
        if (!check.outside().isEmpty()) {
            JsonArrayBuilder outside = JsonBuilders.array();
            check.outside()
                    .forEach(each -> outside.add(JsonBuilders.object()
                            .add("field", each.vital().word())
                            .add("value", each.value())
                            .add("limit", each.limit())));
            json.add("outOfRange", outside);
        }
        check.note().ifPresent(note -> json.add("note", note));
        check.struck()
                .ifPresentOrElse(
                        struck -> json.add(
                                "struck",
                                JsonBuilders.object()
                                        .add("by", names.of(struck.by()))
                                        .add("at", moment(struck.at()))
                                        .add("reason", struck.reason())),
                        () -> json.addNull("struck"));
        return json;
    }

    private String moment(Instant instant) {
        return WrittenTimes.text(instant.atZone(profile.zone()));
    }

    private static void add(JsonObjectBuilder json, String name, OptionalInt value) {
        value.ifPresent(number -> json.add(name, number));
    }
}
