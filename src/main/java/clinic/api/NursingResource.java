package clinic.api;

import clinic.booking.Reason;
import clinic.calendar.ClinicProfile;
import clinic.nursing.NursingDesk;
import clinic.security.Caller;
import clinic.staff.Actor;
import clinic.staff.Task;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;

/** Who sees to whom on a day: what was decided, and what the house suggests for the rest. */
@Path("nursing")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class NursingResource {
    @Inject
    private NursingDesk desk;

    @Inject
    private ClinicProfile profile;

    @Inject
    private Caller caller;

    @GET
    public JsonObject day(@QueryParam("day") String day, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String languages) {
        Actor actor = caller.actor();
        actor.must(Task.READ);
        Cursor parameters = new Cursor();
        LocalDate on = parameters
                .read("day", day, Reason.INVALID_DATE, WrittenTimes::date)
                .orElseGet(profile::today);
        parameters.end();
        return NursingShapes.day(
                desk.on(actor, on), profile.zone(), SpokenLanguage.of(languages).locale());
    }
}
