package clinic.web;

import clinic.booking.CallDesk;
import clinic.booking.CallEntry;
import clinic.booking.CallOutcome;
import clinic.booking.CallTask;
import clinic.booking.StrandedDesk;
import clinic.notification.CallInsteadDesk;
import clinic.security.Caller;
import clinic.staff.Task;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/**
 * Writing down what came of a call and reopening one, wherever calls are shown: on the worklist, in a chart, with an
 * appointment.
 */
@Named
@RequestScoped
public class CallsPage {
    private static final String CALL = "call-";
    private static final String MAIL = "mail-";
    private static final String LOST = "lost-";

    @Inject
    private CallDesk calls;

    @Inject
    private CallInsteadDesk mails;

    @Inject
    private StrandedDesk stranded;

    @Inject
    private Caller caller;

    @Inject
    private Refusals refusals;

    @Inject
    private CallWords words;

    @Inject
    private HttpServletRequest request;

    private List<CallTask> ofPatient;
    private List<CallTask> ofVisit;
    private List<CallEntry> aboutLostTime;
    private String questions;

    /**
     * A call that was promised, {@code call-17}, one in the place of an email, {@code mail-17}, or one about the lost time
     * of an appointment, {@code lost-17}.
     */
    public void called() {
        refusals.asked(() -> {
            String key = said("called");
            long id = Ids.read(key.substring(Math.min(key.length(), CALL.length())));
            String outcome = said("callOutcome-" + key);
            String note = said("callNote-" + key);
            if (key.startsWith(MAIL)) {
                mails.called(caller.actor(), id, outcome, note);
            } else if (key.startsWith(LOST)) {
                stranded.called(caller.actor(), id, outcome, note);
            } else {
                calls.report(caller.actor(), id, outcome, note);
            }
            again("saved");
        });
    }

    public void reopen() {
        refusals.asked(() -> {
            String key = said("reopen");
            calls.reopen(caller.actor(), Ids.read(key), said("reopenReason-" + key));
            again("reopened");
        });
    }

    private void again(String done) {
        Steps.staff(StaffPaths.here(request) + "?callDone=" + done);
    }

    private String said(String name) {
        return Typed.text(request.getParameter(name));
    }

    /** The calls of the chart the page is about, the newest first. */
    public List<CallTask> getOfPatient() {
        if (ofPatient == null) {
            ofPatient = calls.of(caller.actor(), StaffPaths.idOf(request).orElseThrow());
        }
        return ofPatient;
    }

    /** The calls about the appointment the page is about, the newest first. */
    public List<CallTask> getOfVisit() {
        if (ofVisit == null) {
            ofVisit = calls.about(caller.actor(), StaffPaths.idOf(request).orElseThrow());
        }
        return ofVisit;
    }

    /** What came of calls because the appointment the page is about had lost its time, the latest first. */
    public List<CallEntry> getAboutLostTime() {
        if (aboutLostTime == null) {
            aboutLostTime =
                    calls.aboutLostTime(caller.actor(), StaffPaths.idOf(request).orElseThrow());
        }
        return aboutLostTime;
    }

    /** The red-flag questions answered yes before the appointment, for those who read clinical notes. */
    public String getQuestions() {
        if (questions == null) {
            questions = words.questions(
                    calls.redFlags(caller.actor(), StaffPaths.idOf(request).orElseThrow()));
        }
        return questions;
    }

    public List<CallOutcome> getChoices() {
        return CallOutcome.choices();
    }

    public boolean isMayWrite() {
        return caller.actor().may(Task.WRITE);
    }

    /** What was just done to a call: the end of a key of texts, or nothing. */
    public String getDone() {
        String done = said("callDone");
        return List.of("saved", "reopened", "linked").contains(done) ? done : "";
    }

    /** Whether the form of that call was sent in vain: it stays open, and its fields are those a refusal names. */
    public boolean tried(String button, String key) {
        return request.getMethod().equals("POST") && key.equals(said(button));
    }

    /** The id of a field in the form of a call. */
    public String id(String field, String button, String key) {
        return tried(button, key) ? field : field + "-" + key;
    }

    /** What is wrong with a field in the form of a call; empty when nothing is. */
    public String wrong(String field, String button, String key) {
        return tried(button, key) ? refusals.of(field) : "";
    }

    /** Whether an outcome was chosen in a form that was sent in vain. */
    public boolean chosen(CallOutcome outcome, String key) {
        return tried("called", key) && outcome.name().equals(said("callOutcome-" + key));
    }
}
