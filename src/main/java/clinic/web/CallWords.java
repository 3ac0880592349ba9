package clinic.web;

import clinic.booking.CallEntry;
import clinic.booking.CallTask;
import clinic.patient.RedFlag;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Collectors;

/** How staff speak of calls: what came of an attempt, by whom and when, and what a patient answered. */
@Named
@RequestScoped
public class CallWords {
    private static final String OF_SERIES = "SERIES_";

    @Inject
    private Words words;

    @Inject
    private WhoWords who;

    @Inject
    private VisitWords visits;

    public String outcome(CallEntry entry) {
        return words.say("calls.outcome." + entry.outcome());
    }

    /** When it was, and the name of the person. */
    public String by(CallEntry entry) {
        return words.say("calls.by", visits.at(entry.at()), who.name(entry.by()));
    }

    /** Where a call stands, in a few words. */
    public String state(CallTask call) {
        return call.closedAt()
                .map(at -> words.say("calls.closed", visits.at(at)))
                .orElseGet(() -> words.say(call.overdue() ? "work.overdue" : "work.due", visits.at(call.dueAt())));
    }

    /** The tone of colour that goes with it. */
    public String tone(CallTask call) {
        return call.overdue() ? "stop" : call.open() ? "warn" : "over";
    }

    /** The questions that were answered yes, as one line; empty if there are none to show. */
    public String questions(List<RedFlag> flags) {
        return flags.isEmpty()
                ? ""
                : words.say(
                        "calls.questions",
                        flags.stream()
                                .map(flag -> words.say("calls.question." + flag))
                                .collect(Collectors.joining(" ")));
    }

    /** The appointment a call is about, as it stands now; of a call about a whole series only that there is one. */
    public String subject(CallTask call) {
        return call.subject()
                .filter(subject -> call.occasion()
                        .filter(kind -> kind.startsWith(OF_SERIES))
                        .isEmpty())
                .map(subject -> words.say("calls.subject", words.when(subject.slot()), visits.state(subject.status())))
                .orElseGet(() -> words.say("today.visit"));
    }
}
