package clinic.api;

import clinic.booking.VisitDesk;
import clinic.calendar.ClinicProfile;
import clinic.nursing.NursingDay;
import clinic.nursing.NursingDesk;
import clinic.security.Caller;
import clinic.staff.Actor;
import clinic.staff.Task;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.OptionalLong;

/** The nurse of one infusion. */
@Path("appointments/{appointment}/nurse")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class NurseResource {
    @Inject
    private NursingDesk desk;

    @Inject
    private VisitDesk visits;

    @Inject
    private ClinicProfile profile;

    @Inject
    private Caller caller;

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public JsonObject assign(
            @PathParam("appointment") long id,
            JsonBody body,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String languages) {
        Actor actor = caller.actor();
        actor.must(Task.WRITE);
        visits.visit(actor, id);
        JsonFields fields = body.fields();
        Optional<Long> nurse = fields.id("nurse");
        OptionalLong next = fields.optionalId("next").map(OptionalLong::of).orElseGet(OptionalLong::empty);
        fields.end();
        Unreadable.refuse(fields);
        return shown(desk.assign(actor, id, nurse.orElseThrow(), next), id, languages);
    }

    @DELETE
    public void clear(@PathParam("appointment") long id) {
        desk.clear(caller.actor(), id);
    }

    private JsonObject shown(NursingDay day, long id, String languages) {
        return NursingShapes.visit(
                        day.day(),
                        day.of(id).orElseThrow(),
                        profile.zone(),
                        SpokenLanguage.of(languages).locale())
                .build();
    }
}
