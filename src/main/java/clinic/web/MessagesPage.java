package clinic.web;

import clinic.booking.CallEntry;
import clinic.notification.CallInsteadDesk;
import clinic.notification.Message;
import clinic.notification.MessageDesk;
import clinic.notification.UnknownMessage;
import clinic.security.Caller;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the clinic wrote and what became of it, {@code staff/messages.xhtml}, and one letter, {@code staff/message.xhtml}. */
@Named
@RequestScoped
public class MessagesPage {
    private static final int ON_A_PAGE = 50;
    private static final String POLICY = "Content-Security-Policy";

    @Inject
    private MessageDesk desk;

    @Inject
    private CallInsteadDesk instead;

    @Inject
    private Caller caller;

    @Inject
    private Refusals refusals;

    @Inject
    private HttpServletRequest request;

    private Optional<Message.State> state;
    private List<Message> messages;
    private List<CallEntry> calls;
    private Optional<MessageDesk.Shown> shown = Optional.empty();

    @PostConstruct
    void look() {
        state = Stream.of(Message.State.values())
                .filter(one -> one.name().equals(request.getParameter("state")))
                .findFirst();
    }

    public void openLetter() {
        try {
            getShown();
            allowFrame();
        } catch (UnknownMessage unknown) {
            Steps.notFound();
        }
    }

    /** The letter stands in a frame of its own, which no other page may have. */
    private static void allowFrame() {
        HttpServletResponse response = (HttpServletResponse)
                FacesContext.getCurrentInstance().getExternalContext().getResponse();
        Optional.ofNullable(response.getHeader(POLICY))
                .ifPresent(policy -> response.setHeader(POLICY, policy + "; frame-src 'self'"));
    }

    public void resend() {
        refusals.asked(() -> {
            Message sent = desk.retry(caller.actor(), StaffPaths.idOf(request).orElseThrow());
            Steps.staff("/staff/message/" + sent.id() + "?again=");
        });
    }

    public boolean isAgain() {
        return request.getParameter("again") != null;
    }

    public List<Message> getMessages() {
        if (messages == null) {
            long before = Optional.ofNullable(request.getParameter("before"))
                    .map(Ids::read)
                    .orElse(Long.MAX_VALUE);
            messages = desk.list(caller.actor(), state, before, ON_A_PAGE);
        }
        return messages;
    }

    /** Where the older ones are; empty at the end. */
    public String getOlder() {
        return getMessages().size() < ON_A_PAGE
                ? ""
                : "/staff/messages?before=" + getMessages().get(ON_A_PAGE - 1).id()
                        + state.map(one -> "&state=" + one).orElse("");
    }

    public Message.State[] getStates() {
        return Message.State.values();
    }

    public boolean isAll() {
        return state.isEmpty();
    }

    public boolean isOf(Message.State one) {
        return state.filter(one::equals).isPresent();
    }

    public String tone(Message message) {
        return switch (message.state()) {
            case QUEUED -> message.attempts() > 0 ? "warn" : "info";
            case SENT -> "ok";
            case UNDELIVERABLE -> "stop";
            case SUPPRESSED -> "over";
        };
    }

    /** Read when it is first looked at: also before the form is, for what may be pressed depends on it. */
    public MessageDesk.Shown getShown() {
        if (shown.isEmpty()) {
            shown = Optional.of(
                    desk.one(caller.actor(), StaffPaths.idOf(request).orElseThrow()));
        }
        return shown.orElseThrow();
    }

    /** The calls made in its place, the newest first. */
    public List<CallEntry> getCalls() {
        if (calls == null) {
            calls = instead.calls(caller.actor(), getMessage().id());
        }
        return calls;
    }

    public Message getMessage() {
        return getShown().message();
    }

    /** Sent by itself sooner or later, or not at all: what may be sent by hand. */
    public boolean isResendable() {
        return getMessage().state() != Message.State.QUEUED;
    }
}
