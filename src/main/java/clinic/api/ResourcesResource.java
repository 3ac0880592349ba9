package clinic.api;

import clinic.booking.Reason;
import clinic.calendar.ClinicProfile;
import clinic.capacity.ResourceDesk;
import clinic.security.Caller;
import clinic.staff.Actor;
import clinic.staff.Task;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.Optional;

/** Rooms and clinicians, and how full their days are. */
@Path("resources")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ResourcesResource {
    private static final int MOST_DAYS = 62;
    private static final long USUAL_DAYS = 7;

    @Inject
    private ResourceDesk desk;

    @Inject
    private ClinicProfile profile;

    @Inject
    private Caller caller;

    @GET
    public JsonObject resources() {
        JsonArrayBuilder items = JsonBuilders.array();
        desk.all(caller.actor()).forEach(resource -> items.add(StaffShapes.resource(resource)));
        return StaffShapes.list(items, Optional.empty());
    }

    @GET
    @Path("{resource}/days")
    public JsonObject days(
            @PathParam("resource") long resource, @QueryParam("from") String from, @QueryParam("days") String days) {
        Actor actor = caller.actor();
        actor.must(Task.READ);
        Cursor parameters = new Cursor();
        LocalDate first = parameters
                .read("from", from, Reason.INVALID_DATE, WrittenTimes::date)
                .orElseGet(profile::today);
        int count =
                Math.toIntExact(parameters.digits("days", days, Cursor::whole).orElse(USUAL_DAYS));
        parameters.end();
        Ranges.within("days", count, 1, MOST_DAYS);
        JsonArrayBuilder items = JsonBuilders.array();
        desk.days(actor, resource, first, count).forEach(day -> items.add(StaffShapes.day(day)));
        return StaffShapes.list(items, Optional.empty());
    }
}
