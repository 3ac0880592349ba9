package clinic.booking;

import clinic.calendar.ClinicProfile;
import clinic.capacity.LedgerAudit;
import clinic.staff.Actor;
import clinic.staff.Deed;
import clinic.staff.Task;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

/** Proves on demand that the ledger tells the truth, from today on. */
@ApplicationScoped
public class LedgerDesk {
    @Inject
    private LedgerAudit audit;

    @Inject
    private StaffVisits visits;

    @Inject
    private ClinicProfile profile;

    @Inject
    private Event<Deed> happened;

    /**
     * @param stranded the visits of the report; who may not read patients' names passes none of them on
     */
    public record Audited(LedgerAudit.Report report, List<StaffVisit> stranded) {}

    @Transactional
    public Audited audit(Actor actor) {
        actor.must(Task.AUDIT_LEDGER);
        LedgerAudit.Report report = audit.audit(profile.today());
        happened.fire(Deed.done(actor, "AUDIT_LEDGER", "LEDGER", ""));
        return new Audited(report, visits.among(actor, report.stranded()));
    }
}
