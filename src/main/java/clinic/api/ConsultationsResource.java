package clinic.api;

import clinic.booking.BookingRefused;
import clinic.booking.ConsultationDesk;
import clinic.booking.Reason;
import clinic.booking.Refusal;
import clinic.booking.Status;
import clinic.booking.Visit;
import clinic.booking.VisitRequest;
import clinic.calendar.ClinicProfile;
import clinic.notification.CalendarFile;
import clinic.patient.Language;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** Free consultations: to book one, and by its private token to see, move and cancel it. */
@Path("consultations")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class ConsultationsResource {
    @Inject
    private ConsultationDesk desk;

    @Inject
    private ClinicProfile profile;

    @Inject
    private CalendarFile calendarFile;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response book(
            JsonBody body,
            @HeaderParam(RequestKeys.HEADER) String key,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String languages,
            @Context HttpServletRequest client,
            @Context UriInfo uri) {
        Language spoken = SpokenLanguage.of(languages);
        JsonFields fields = body.fields();
        VisitRequest request = VisitForm.read(fields, profile.zone(), spoken);
        RequestKeys.refusal(key).ifPresent(fields.refusals()::add);
        Unreadable.refuse(fields, () -> desk.refusals(request));
        Visit visit = desk.book(
                request,
                Optional.of(client.getRemoteAddr()),
                RequestKeys.of("book", request.patient().email(), key, body));
        return Response.created(uri.getAbsolutePathBuilder().path(visit.token()).build())
                .entity(Shapes.visit(visit, profile.clinic(), spoken.locale()))
                .build();
    }

    @GET
    @Path("{token}")
    public JsonObject visit(
            @PathParam("token") String token, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String languages) {
        return shape(desk.visit(token), languages);
    }

    @PUT
    @Path("{token}/start")
    @Consumes(MediaType.APPLICATION_JSON)
    public JsonObject move(
            @PathParam("token") String token,
            JsonBody body,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String languages) {
        JsonFields fields = body.fields();
        Optional<LocalDateTime> start = fields.moment(Refusal.START, profile.zone());
        fields.end();
        Unreadable.refuse(fields);
        return shape(desk.move(token, start.get()), languages);
    }

    @POST
    @Path("{token}/cancellation")
    @Consumes(MediaType.APPLICATION_JSON)
    public JsonObject cancel(
            @PathParam("token") String token,
            JsonBody body,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String languages) {
        JsonFields fields = body.optionalFields();
        Optional<String> reason = fields.optionalText("reason");
        fields.end();
        Unreadable.refuse(fields);
        return shape(desk.cancel(token, reason), languages);
    }

    @GET
    @Path("{token}/calendar.ics")
    @Produces("text/calendar")
    public Response calendar(@PathParam("token") String token) {
        Visit visit = desk.visit(token);
        return Response.ok(calendarFile.of(visit.notice(), inCalendar(visit.status())), CalendarFile.MEDIA_TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"visit.ics\"")
                .build();
    }

    private static CalendarFile.Status inCalendar(Status status) {
        return switch (status) {
            case PENDING_REVIEW ->
                throw new BookingRefused(List.of(Refusal.of(Reason.NOT_CONFIRMED, Refusal.START)), List.of());
            case CANCELLED -> CalendarFile.Status.CANCELLED;
            case BOOKED, CONFIRMED, CHECKED_IN, PREPARING, ON_HOLD, IN_PROGRESS, RECOVERING, DONE, NO_SHOW ->
                CalendarFile.Status.BOOKED;
        };
    }

    private JsonObject shape(Visit visit, String languages) {
        return Shapes.visit(
                visit, profile.clinic(), SpokenLanguage.of(languages).locale());
    }
}
