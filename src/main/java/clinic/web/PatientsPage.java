package clinic.web;

import clinic.booking.CallDesk;
import clinic.patient.PatientCard;
import clinic.patient.PatientRegister;
import clinic.security.Caller;
import clinic.staff.Task;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Finding somebody, {@code staff/patients.xhtml}, and making a record where there is none. What is looked for is sent as a
 * form and stands in no address. A call somebody made without a chart is linked to the record that is made or chosen.
 */
@Named
@RequestScoped
public class PatientsPage {
    @Inject
    private PatientRegister register;

    @Inject
    private CallDesk calls;

    @Inject
    private PatientFields fields;

    @Inject
    private Caller caller;

    @Inject
    private Refusals refusals;

    @Inject
    private HttpServletRequest request;

    private String q = "";
    private List<PatientCard> found = List.of();
    private List<PatientCard> alike = List.of();
    private boolean asked;
    private boolean making;
    private String start = "";
    private String call = "";

    @PostConstruct
    void look() {
        making = request.getParameter("new") != null;
        start = Typed.text(request.getParameter("start"));
        call = Typed.text(request.getParameter("call"));
    }

    public void open() {
        caller.actor().must(Task.READ);
    }

    /** What is known of a person who called, before anybody typed, and who that may be. */
    public void fill() {
        if (making && !call.isEmpty()) {
            making = refusals.asked(() -> {
                fields.show(calls.withoutChart(caller.actor(), Ids.read(call)));
                lookAlike();
            });
            call = making ? call : "";
        }
    }

    private void lookAlike() {
        alike = register.duplicatesOf(caller.actor(), fields.form());
    }

    public void search() {
        making = false;
        asked = !q.isBlank();
        if (asked) {
            refusals.asked(() -> found = register.search(caller.actor(), q));
        }
    }

    /** Makes the record, unless somebody like her is there already: then it asks first. */
    public void create() {
        making = true;
        refusals.asked(() -> {
            lookAlike();
            if (alike.isEmpty()) {
                make();
            }
        });
    }

    /** None of them is she. */
    public void createAnyway() {
        making = true;
        refusals.asked(this::make);
    }

    private void make() {
        if (call.isEmpty()) {
            Steps.staff(path(register.create(caller.actor(), fields.form()).card()));
        } else {
            linked(calls.createChart(caller.actor(), Ids.read(call), fields.form()));
        }
    }

    /** Whoever called has a record already. */
    public void useChart() {
        boolean done = refusals.asked(
                () -> linked(calls.linkTo(caller.actor(), Ids.read(call), Ids.read(request.getParameter("chart")))));
        if (!done && making) {
            refusals.asked(this::lookAlike);
        }
    }

    /** On to booking, which is what the person called for. */
    private static void linked(long chart) {
        Steps.staff("/staff/patient/" + chart + "?do=book&callDone=linked");
    }

    /** What the page is about, at the end of an address of it. */
    public String getKeep() {
        return kept("start", start) + kept("call", call);
    }

    private static String kept(String name, String value) {
        return value.isEmpty() ? "" : "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    public String getCall() {
        return call;
    }

    /** To her record, or straight to booking the time one came with. */
    public String path(PatientCard card) {
        return "/staff/patient/" + card.id() + (start.isEmpty() ? "" : "?do=book&start=" + Starts.read(start));
    }

    public String getQ() {
        return q;
    }

    public void setQ(String q) {
        this.q = Typed.text(q);
    }

    public List<PatientCard> getFound() {
        return found;
    }

    public List<PatientCard> getAlike() {
        return alike;
    }

    public boolean isAsked() {
        return asked;
    }

    public boolean isMaking() {
        return making;
    }

    public String getStart() {
        return start;
    }
}
