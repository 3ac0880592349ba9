package clinic.api;

import clinic.booking.Reason;
import clinic.booking.Refusal;
import clinic.calendar.ClinicProfile;
import clinic.planner.PlanDesk;
import clinic.planner.ProposalRequest;
import clinic.security.Caller;
import clinic.staff.Actor;
import clinic.staff.Task;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Plans of series, to choose from; asking for them changes nothing. */
@Path("series/proposals")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ProposalsResource {
    private static final String BETWEEN = "between";

    @Inject
    private PlanDesk desk;

    @Inject
    private ClinicProfile profile;

    @Inject
    private Caller caller;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public JsonObject propose(JsonBody body, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language) {
        Actor actor = caller.actor();
        actor.must(Task.WRITE);
        JsonFields fields = body.fields();
        ProposalRequest request = read(fields);
        Unreadable.refuse(fields);
        Locale locale = SpokenLanguage.of(language).locale();
        JsonArrayBuilder proposals = JsonBuilders.array();
        desk.propose(actor, request)
                .forEach(proposal -> proposals.add(SeriesShapes.proposal(proposal, profile.zone(), locale)));
        return JsonBuilders.object().add("proposals", proposals).build();
    }

    private static ProposalRequest read(JsonFields fields) {
        Optional<Long> patient = fields.id("patientId");
        String protocol = fields.text("protocol");
        Optional<LocalDate> earliest = fields.optionalDate("earliest");
        Set<DayOfWeek> weekdays = EnumSet.noneOf(DayOfWeek.class);
        weekdays.addAll(fields.codes("weekdays", List.of(DayOfWeek.values())));
        List<LocalTime> between = fields.each(BETWEEN, Reason.INVALID_DATE, WrittenTimes::time);
        if (between.size() == 1 || between.size() > 2) {
            fields.refusals().add(Refusal.of(Reason.WRONG_TYPE, BETWEEN));
        }
        Set<LocalDate> avoid = new HashSet<>(fields.each("avoid", Reason.INVALID_DATE, WrittenTimes::date));
        Optional<LocalTime> preferredTime = fields.optionalTime("preferredTime");
        fields.end();
        return new ProposalRequest(
                patient.orElse(0L),
                protocol,
                earliest,
                weekdays,
                between.stream().findFirst(),
                between.stream().skip(1).findFirst(),
                avoid,
                preferredTime);
    }
}
