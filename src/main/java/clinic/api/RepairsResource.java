package clinic.api;

import clinic.calendar.ClinicProfile;
import clinic.infusion.DayRepairDesk;
import clinic.security.Caller;
import clinic.staff.Actor;
import clinic.staff.Task;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** The series that lost visits, repaired together; each is applied by itself. Asking changes nothing. */
@Path("series/repairs")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class RepairsResource {
    @Inject
    private DayRepairDesk desk;

    @Inject
    private ClinicProfile profile;

    @Inject
    private Caller caller;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public JsonObject propose(JsonBody body, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language) {
        Actor actor = caller.actor();
        actor.must(Task.WRITE);
        JsonFields fields = body.optionalFields();
        Optional<LocalDate> day = fields.optionalDate("day");
        Set<Long> agreed = Set.copyOf(fields.ids("agreed"));
        fields.end();
        Unreadable.refuse(fields);
        return RepairShapes.together(
                        desk.propose(actor, day, agreed),
                        profile.zone(),
                        SpokenLanguage.of(language).locale())
                .build();
    }
}
