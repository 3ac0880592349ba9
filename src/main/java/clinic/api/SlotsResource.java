package clinic.api;

import clinic.booking.BookingRefused;
import clinic.booking.ConsultationDesk;
import clinic.booking.Reason;
import clinic.booking.Refusal;
import clinic.calendar.ClinicProfile;
import clinic.calendar.Slot;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The free times. */
@Path("consultations/slots")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class SlotsResource {
    private static final int FEWEST = 1;
    private static final int MOST = 42;
    private static final int USUAL = 14;

    @Inject
    private ConsultationDesk desk;

    @Inject
    private ClinicProfile profile;

    @GET
    public JsonObject slots(
            @QueryParam("from") String from, @QueryParam("days") String days, @QueryParam("hold") String hold) {
        List<Refusal> unreadable = new ArrayList<>();
        Optional<LocalDate> first = from == null ? Optional.of(profile.today()) : WrittenTimes.date(from);
        if (first.isEmpty()) {
            unreadable.add(Refusal.of(Reason.INVALID_DATE, "from"));
        }
        Optional<Integer> count = days == null ? Optional.of(USUAL) : number(days);
        if (count.isEmpty()) {
            unreadable.add(WrongType.DIGITS.refusal("days"));
        }
        if (!unreadable.isEmpty()) {
            throw new ParameterRefused(unreadable);
        }
        if (count.get() < FEWEST || count.get() > MOST) {
            throw new BookingRefused(
                    List.of(new Refusal(Reason.OUT_OF_RANGE, "days", Map.of("least", FEWEST, "most", MOST))),
                    List.of());
        }
        List<Slot> slots = desk.days(first.get(), count.get(), Optional.ofNullable(hold)).stream()
                .flatMap(day -> day.slots().stream())
                .toList();
        return Shapes.freeTimes(slots, profile.zone());
    }

    private static Optional<Integer> number(String text) {
        return text.matches("-?[0-9]{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }
}
