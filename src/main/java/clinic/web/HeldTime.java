package clinic.web;

import clinic.booking.ConsultationDesk;
import clinic.booking.HoldDesk;
import clinic.calendar.ClinicProfile;
import clinic.calendar.Slot;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The time kept for this visitor while she fills the form. Its name travels in the form; a cookie repeats it, so that her
 * time is still there when she comes back by the browser's Back.
 */
@Named("held")
@RequestScoped
public class HeldTime {
    static final String NAME = "hold";

    @Inject
    private HttpServletRequest request;

    @Inject
    private ConsultationDesk desk;

    @Inject
    private HoldDesk holds;

    @Inject
    private ClinicProfile profile;

    @Inject
    private Visitor visitor;

    @Inject
    private Words words;

    private Optional<String> token;
    private Optional<HoldDesk.Held> held;

    @PostConstruct
    void look() {
        token = Stream.ofNullable(request.getParameter(NAME))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .or(() -> Cookies.find(request, NAME));
        held = Database.orEmpty(() -> token.flatMap(desk::held));
    }

    /** What names the hold, live or not. */
    Optional<String> token() {
        return token;
    }

    Optional<Slot> slot() {
        return held.map(HoldDesk.Held::slot);
    }

    /** Holds a time in place of the one held so far. */
    void take(LocalDateTime start) {
        HoldDesk.Held taken = desk.hold(start, token, visitor.address(), Optional.empty());
        held = Optional.of(taken);
        token = Optional.of(taken.token());
        remember(taken.token(), (int) HoldDesk.KEPT.toSeconds());
    }

    void giveBack() {
        token.ifPresent(holds::release);
        forget();
    }

    /** The hold has done its work. */
    void forget() {
        held = Optional.empty();
        token = Optional.empty();
        remember("", 0);
    }

    private void remember(String name, int seconds) {
        HttpServletResponse response = (HttpServletResponse)
                FacesContext.getCurrentInstance().getExternalContext().getResponse();
        response.addCookie(Cookies.make(request, NAME, name, seconds));
    }

    public boolean isLive() {
        return held.isPresent();
    }

    public String getToken() {
        return token.orElse("");
    }

    public Slot getSlot() {
        return slot().orElseThrow();
    }

    /** The minute until which it is kept. */
    public String getUntil() {
        return words.time(held.orElseThrow().expiresAt().atZone(profile.zone()).toLocalTime());
    }

    /** For the countdown: seconds, not a clock's time, since the visitor's clock may be wrong. */
    public long getSeconds() {
        return Duration.between(profile.now().toInstant(), held.orElseThrow().expiresAt())
                .toSeconds();
    }
}
