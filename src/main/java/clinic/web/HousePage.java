package clinic.web;

import clinic.calendar.ClinicProfile;
import clinic.capacity.Closure;
import clinic.capacity.Resource;
import clinic.capacity.Resources;
import clinic.house.ClosureDesk;
import clinic.house.ClosureRequest;
import clinic.house.UnknownClosure;
import clinic.security.Caller;
import clinic.staff.Task;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Closures, {@code staff/house.xhtml}: those that stand, a new one with whom it strands, and taking one back. */
@Named
@RequestScoped
public class HousePage {
    @Inject
    private ClosureDesk desk;

    @Inject
    private Strands strands;

    @Inject
    private Resources resources;

    @Inject
    private ClinicProfile profile;

    @Inject
    private Caller caller;

    @Inject
    private Refusals refusals;

    @Inject
    private Words words;

    @Inject
    private HttpServletRequest request;

    private String from = "";
    private String to = "";
    private String resource = "";
    private String reason = "";

    /** Most closures are of today: somebody calls in sick. */
    @PostConstruct
    void wholeOfToday() {
        from = profile.today().atStartOfDay().toString();
        to = profile.today().plusDays(1).atStartOfDay().toString();
        resource = Typed.text(request.getParameter("resource"));
    }

    public void open() {
        caller.actor().must(Task.CLOSE);
    }

    public void preview() {
        closing(closure -> strands.show(signature(), desk.preview(caller.actor(), closure)));
    }

    public void close() {
        closing(closure -> {
            if (strands.wasShown(signature(), () -> desk.preview(caller.actor(), closure))) {
                Steps.staff("/staff/house?"
                        + strands.saved(desk.close(caller.actor(), closure, Optional.empty())
                                .stranded()));
            }
        });
    }

    public void reopen() {
        refusals.asked(() -> {
            try {
                desk.reopen(caller.actor(), Long.parseLong(request.getParameter("reopen")));
            } catch (UnknownClosure | NumberFormatException gone) {
                refusals.say(words.say("house.gone"));
                return;
            }
            Steps.staff("/staff/house?opened=");
        });
    }

    private void closing(Consumer<ClosureRequest> then) {
        refusals.asked(() -> TypedTimes.named(HousePage::field, () -> {
            TypedTimes typed = new TypedTimes();
            ClosureRequest closure = new ClosureRequest(
                    typed.moment("from", from),
                    typed.moment("to", to),
                    Optional.of(resource).filter(id -> !id.isEmpty()).map(HousePage::id),
                    reason);
            typed.check();
            then.accept(closure);
        }));
    }

    /** A number that is none is no resource's. */
    private static long id(String typed) {
        return typed.matches("[0-9]{1,9}") ? Long.parseLong(typed) : 0;
    }

    private static String field(String name) {
        return "close" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private String signature() {
        return String.join("|", "Closure", from, to, resource);
    }

    public List<Closure> getClosures() {
        return desk.closures(caller.actor());
    }

    /** What can be closed on its own. */
    public List<Resource> getResources() {
        return resources.all().stream()
                .filter(each -> each.isThere() && !each.kind().isPool())
                .toList();
    }

    public String what(Closure closure) {
        return closure.resource()
                .flatMap(resources::find)
                .map(Resource::name)
                .orElseGet(() -> words.say("house.everything"));
    }

    public String when(LocalDateTime moment) {
        return words.when(moment);
    }

    public boolean isOpened() {
        return request.getParameter("opened") != null;
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = Typed.text(from);
    }

    public String getTo() {
        return to;
    }

    public void setTo(String to) {
        this.to = Typed.text(to);
    }

    public String getResource() {
        return resource;
    }

    public void setResource(String resource) {
        this.resource = Typed.text(resource);
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = Typed.text(reason);
    }
}
