package clinic.web;

import clinic.booking.Edge;
import clinic.booking.Grounds;
import clinic.booking.Reason;
import clinic.booking.VisitDesk;
import clinic.infusion.Eligibility;
import clinic.infusion.EligibilityDesk;
import clinic.security.Caller;
import clinic.staff.Task;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Who may come through on {@code staff/visit.xhtml}: whether she may be treated, and a prescriber's word past a gate. */
@Named
@RequestScoped
public class GatePage {
    @Inject
    private EligibilityDesk eligibility;

    @Inject
    private VisitDesk visits;

    @Inject
    private StaffVisitPage page;

    @Inject
    private Caller caller;

    @Inject
    private Refusals refusals;

    @Inject
    private Words words;

    @Inject
    private HttpServletRequest request;

    private EligibilityDesk.Standing standing;

    /** What was typed into a field and refused. */
    public String typed(String field) {
        return Typed.text(request.getParameter(field)).strip();
    }

    /** Lets the next step pass on a prescriber's word. */
    public void pass() {
        if (refusals.isToChoose("pass")) {
            return;
        }
        refusals.asked(() -> {
            Edge edge = Edge.find(Typed.text(request.getParameter("pass")))
                    .orElseThrow(() -> CarePage.refused(Reason.UNKNOWN_CODE, "pass"));
            String reason = typed("passReason");
            if (reason.isEmpty()) {
                throw CarePage.refused(Reason.REQUIRED, "passReason");
            }
            visits.step(caller.actor(), page.getVisit().id(), edge, Grounds.overriding(reason), OptionalInt.empty());
            Steps.staff("/staff/visit/" + page.getVisit().id() + "#care");
        });
    }

    /** The steps a prescriber may let pass now. */
    public List<Edge> getPasses() {
        return page.getVisit().next().stream()
                .filter(edge -> caller.actor().may(Task.DECIDE)
                        && Set.of(Edge.CHECK_IN, Edge.START, Edge.DISCHARGE).contains(edge))
                .toList();
    }

    public boolean isDecides() {
        return caller.actor().may(Task.DECIDE);
    }

    /** Whether the patient may be treated, and until when; of a minor also why. */
    public String getEligibleWords() {
        EligibilityDesk.Standing there = standing();
        if (there.minor() && there.decided().filter(Eligibility::isOfMinor).isEmpty()) {
            return words.say("care.eligible.minor.open");
        }
        return there.decided()
                .map(last -> last.eligible()
                        ? eligible(last)
                        : words.say("care.eligible.not", last.reason().orElse("")))
                .orElseGet(() -> words.say("care.eligible.open"));
    }

    private String eligible(Eligibility last) {
        String until = words.shortDay(last.validUntil().orElseThrow());
        return last.isOfMinor()
                ? words.say("care.eligible.minor", until, last.reason().orElse(""))
                : words.say("care.eligible", until);
    }

    public boolean isEligible() {
        return standing().holds();
    }

    private EligibilityDesk.Standing standing() {
        if (standing == null) {
            standing = eligibility.on(
                    caller.actor(),
                    page.getVisit().patient(),
                    page.getVisit().slot().day());
        }
        return standing;
    }

    /** Decides whether she may be treated. */
    public void decide() {
        if (refusals.isToChoose("eligible")) {
            return;
        }
        refusals.asked(() -> {
            boolean eligible = Typed.text(request.getParameter("eligible")).equals("yes");
            String reason = typed("eligibleReason");
            if (!eligible && reason.isEmpty()) {
                throw CarePage.refused(Reason.REQUIRED, "eligibleReason");
            }
            eligibility.decide(
                    caller.actor(),
                    page.getVisit().patient(),
                    eligible,
                    Optional.of(reason).filter(text -> !text.isEmpty()));
            Steps.staff("/staff/visit/" + page.getVisit().id() + "#care");
        });
    }
}
