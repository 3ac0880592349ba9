package clinic.web;

import clinic.booking.BookingRefused;
import clinic.booking.BookingTexts;
import clinic.booking.Reason;
import clinic.booking.Refusal;
import clinic.calendar.Slot;
import clinic.patient.PatientRefused;
import clinic.platform.DatabaseTrouble;
import clinic.security.HashBusy;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Says no on a page: at the field at fault, in a summary above, with the free times nearby. What was typed stays. */
@Named
@RequestScoped
public class Refusals {
    private static final String OTHER = "onBehalfOf.";
    private static final String ESCORT = "escort.";
    private static final String OVERRIDE = "override.reason";
    private static final Set<String> CHOICES = Set.of("whom", "adult", "by");

    /** A line of the summary; the id is the field's, empty when no single field is at fault. */
    public record Problem(String id, String label, String text) {
        /** What a reader jumps to: the first answer of a choice carries an id of its own. */
        public String anchor() {
            return CHOICES.contains(id) ? id + ":0" : id;
        }
    }

    @Inject
    private Words words;

    @Inject
    private Visitor visitor;

    @Inject
    private HttpServletRequest request;

    private final List<Slot> alternatives = new ArrayList<>();
    private boolean tooManyOpen;

    /** Does what changes something at a desk, not too often. Whether it was done; if not, the page says why. */
    boolean done(Runnable deed) {
        Optional<Duration> wait = visitor.mustWait();
        wait.ifPresent(this::tooMuch);
        return wait.isEmpty() && asked(deed);
    }

    private void tooMuch(Duration wait) {
        say(words.say("problem.busy"));
        status(429);
        FacesContext.getCurrentInstance()
                .getExternalContext()
                .setResponseHeader("Retry-After", Long.toString(wait.toSeconds() + 1));
    }

    /** The same for what changes nothing. */
    boolean asked(Runnable deed) {
        try {
            deed.run();
            return true;
        } catch (BookingRefused refused) {
            alternatives.addAll(refused.alternatives());
            show(refused.refusals());
            status(status(refused.nature(refused.reason())));
        } catch (NotAsShown changed) {
            say(changed.field(), changed.text());
            status(409);
        } catch (HashBusy busy) {
            say(words.say("signin.busy"));
            status(503);
        } catch (PatientRefused refused) {
            show(BookingRefused.of(refused).refusals());
        } catch (RuntimeException failure) {
            DatabaseTrouble trouble = DatabaseTrouble.of(failure);
            if (trouble != DatabaseTrouble.AWAY && trouble != DatabaseTrouble.UNCERTAIN) {
                throw failure;
            }
            say(trouble == DatabaseTrouble.AWAY ? words.say("problem.away") : words.say("problem.uncertain"));
            status(503);
        }
        return false;
    }

    /** Refuses when there is a reason to. */
    void check(List<Refusal> found) {
        if (!found.isEmpty()) {
            throw new BookingRefused(found, List.of());
        }
    }

    void show(List<Refusal> refusals) {
        tooManyOpen = refusals.stream().anyMatch(refusal -> refusal.reason() == Reason.TOO_MANY_OPEN);
        refusals.forEach(refusal -> add(idOf(refusal), textOf(refusal)));
        status(status(refusals.get(0).reason().nature()));
    }

    private static int status(Reason.Nature nature) {
        return switch (nature) {
            case NEVER_ALLOWED -> 422;
            case WORLD_CHANGED -> 409;
            case TOO_MUCH -> 429;
            case SEEN_TOO_LONG_AGO -> 412;
        };
    }

    /** Where several buttons are as good as each other, none is the main one: the Enter key asks which is meant. */
    boolean isToChoose(String button) {
        boolean none = "choose".equals(request.getParameter(button));
        if (none) {
            say(words.say("form.choose"));
            status(422);
        }
        return none;
    }

    /** A problem of the page as a whole. */
    void say(String text) {
        add("", text);
    }

    /** A problem of one field. */
    void say(String id, String text) {
        add(id, text);
    }

    void status(int status) {
        FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(status);
    }

    private static void add(String id, String text) {
        FacesContext.getCurrentInstance()
                .addMessage(id.isEmpty() ? null : id, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, text));
    }

    /** A value that was recorded keeps a step back, wherever its button stands: no field of the page is at fault. */
    private String idOf(Refusal refusal) {
        return refusal.reason() == Reason.VITALS_OUT_OF_RANGE ? "" : idOf(refusal.field());
    }

    private String textOf(Refusal refusal) {
        String missing = "missing." + idOf(refusal.field());
        return refusal.reason() == Reason.REQUIRED && words.has(missing)
                ? words.say(missing)
                : BookingTexts.text(refusal, words.getLocale());
    }

    /** {@code patient.email} is the field {@code email}, {@code onBehalfOf.firstName} is {@code otherFirstName}; no field of the page at all is the page. */
    private String idOf(String field) {
        String name = field.substring(field.indexOf('.') + 1);
        if (field.startsWith(OTHER) && !name.equals("relation")) {
            return after("other", name);
        }
        if (field.startsWith(ESCORT)) {
            return after("escort", name);
        }
        return field.equals(OVERRIDE)
                ? "overrideReason"
                : !field.equals(Refusal.START) && words.has("field." + name) ? name : "";
    }

    private static String after(String whose, String name) {
        return whose + Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    /** Whether only a call, or a link from one's own mailbox, leads on from here. */
    public boolean isTooManyOpen() {
        return tooManyOpen;
    }

    public List<Slot> getAlternatives() {
        return alternatives;
    }

    /** Everything said so far, in the order it was found. */
    public List<Problem> getProblems() {
        List<Problem> problems = new ArrayList<>();
        FacesContext faces = FacesContext.getCurrentInstance();
        Iterator<String> ids = faces.getClientIdsWithMessages();
        while (ids.hasNext()) {
            String id = ids.next();
            faces.getMessageList(id).forEach(message -> problems.add(problem(id, message.getSummary())));
        }
        return problems;
    }

    private Problem problem(String id, String text) {
        return id == null ? new Problem("", "", text) : new Problem(id, words.say("field." + id), text);
    }

    /** What is wrong with one field; empty when nothing is. */
    public String of(String id) {
        return Stream.of(id)
                .flatMap(field -> FacesContext.getCurrentInstance().getMessageList(field).stream())
                .map(FacesMessage::getSummary)
                .findFirst()
                .orElse("");
    }
}
