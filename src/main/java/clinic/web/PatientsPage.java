package clinic.web;

import clinic.patient.PatientCard;
import clinic.patient.PatientRegister;
import clinic.security.Caller;
import clinic.staff.Task;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/**
 * Finding somebody, {@code staff/patients.xhtml}, and making a record where there is none. What is looked for is sent as a
 * form and stands in no address.
 */
@Named
@RequestScoped
public class PatientsPage {
    @Inject
    private PatientRegister register;

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

    @PostConstruct
    void look() {
        making = request.getParameter("new") != null;
        start = Typed.text(request.getParameter("start"));
    }

    public void open() {
        caller.actor().must(Task.READ);
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
            alike = register.duplicatesOf(caller.actor(), fields.form());
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
        Steps.staff(path(register.create(caller.actor(), fields.form()).card()));
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
