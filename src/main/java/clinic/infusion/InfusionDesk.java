package clinic.infusion;

import clinic.staff.Actor;
import clinic.staff.Task;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

/** Where series are planned. */
@ApplicationScoped
public class InfusionDesk {
    @Inject
    private Planning planning;

    /**
     * The best complete plans against the house as it stands, at most five, the best first. Nothing is changed, and
     * nothing is kept for anybody.
     *
     * @throws NoLegalPlan if there is none
     */
    @Transactional
    public List<Proposal> propose(Actor actor, ProposalRequest request) {
        actor.must(Task.WRITE);
        return planning.proposals(request);
    }
}
