package clinic.planner;

import clinic.booking.Refusal;
import clinic.staff.Actor;
import clinic.staff.Task;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where series are planned. */
@ApplicationScoped
public class PlanDesk {
    @Inject
    private Planning planning;

    @Inject
    private CourseCalendar calendar;

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

    /**
     * What visits put together by hand would not keep of the wishes of a request. They can be booked all the same: the
     * wishes are the patient's, not the clinic's.
     *
     * @param starts on the clinic's wall clock, in the order of time
     * @return by the place among the starts, from 1; a visit that keeps all wishes is not among them
     */
    @Transactional
    public Map<Integer, List<Refusal>> against(Actor actor, ProposalRequest request, List<LocalDateTime> starts) {
        actor.must(Task.WRITE);
        return planning.against(request, starts);
    }

    /** The days on which somebody can be treated, both ends inclusive: neither holidays nor closures. */
    @Transactional
    public Set<LocalDate> openDays(Actor actor, LocalDate first, LocalDate last) {
        actor.must(Task.READ);
        return calendar.openDays(first, last);
    }
}
