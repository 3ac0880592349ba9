package clinic.api;

import clinic.booking.ConsultationDesk;
import clinic.booking.HoldDesk;
import clinic.booking.Refusal;
import clinic.calendar.ClinicProfile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDateTime;
import java.util.Optional;

/** Times kept for some minutes for whoever fills a form. */
@Path("consultations/holds")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class HoldsResource {
    @Inject
    private ConsultationDesk desk;

    @Inject
    private HoldDesk holds;

    @Inject
    private ClinicProfile profile;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response hold(
            JsonBody body,
            @HeaderParam(RequestKeys.HEADER) String key,
            @Context HttpServletRequest request,
            @Context UriInfo uri) {
        JsonFields fields = body.fields();
        Optional<LocalDateTime> start = fields.moment(Refusal.START, profile.zone());
        Optional<String> old = fields.optionalText("hold");
        fields.end();
        RequestKeys.refusal(key).ifPresent(fields.refusals()::add);
        Unreadable.refuse(fields);
        String address = request.getRemoteAddr();
        HoldDesk.Held held = desk.hold(start.get(), old, address, RequestKeys.of("hold", address, key, body));
        return Response.created(uri.getAbsolutePathBuilder().path(held.token()).build())
                .entity(Shapes.held(held, profile.zone()))
                .build();
    }

    @DELETE
    @Path("{hold}")
    public void release(@PathParam("hold") String hold) {
        holds.release(hold);
    }
}
