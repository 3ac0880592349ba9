package clinic.planner;

import clinic.capacity.Resource;
import clinic.protocol.Protocol;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Looks for plans and tells of them; a value, nothing is asked of the house on the way. */
final class ProposalSearch {
    private static final int MOST = 5;

    private final Protocol protocol;
    private final Price price;
    private final Wishes wishes;
    private final CourseDays days;
    private final Offers offers;
    private final Map<Long, Resource> rooms;
    private final FirstDay firstDay;

    /**
     * @param days every open day from the first that can be wished for to the last
     * @param rooms by id, all that may be offered
     * @param firstDay what the day of the first visit costs
     */
    ProposalSearch(
            Protocol protocol,
            Price price,
            Wishes wishes,
            CourseDays days,
            Offers offers,
            Map<Long, Resource> rooms,
            FirstDay firstDay) {
        this.protocol = protocol;
        this.price = price;
        this.wishes = wishes;
        this.days = days;
        this.offers = firstDay.on(offers);
        this.rooms = rooms;
        this.firstDay = firstDay;
    }

    /** The best first, five at most; none if there is no plan. */
    List<Proposal> find() {
        return new SeriesPlanner(protocol, price)
                .best(MOST, wishes, days, offers).stream().map(this::proposal).toList();
    }

    /** Why there is none, and what alone would give one. */
    NoPlan explain() {
        return NoPlan.explain(protocol, price, wishes, days, offers);
    }

    boolean isOpen(LocalDate day) {
        return days.indexOf(day) >= 0;
    }

    private Proposal proposal(SeriesPlan plan) {
        List<Proposal.Visit> visits = plan.visits().stream()
                .map(visit -> new Proposal.Visit(visit.no(), visit.slot(), rooms.get(visit.room()), visit.firm()))
                .toList();
        List<Integer> gaps = plan.gaps(protocol.gap().unit(), days);
        PlanCost cost = PlanCost.of(plan, protocol, price, days, firstDay);
        return new Proposal(
                visits, gaps, cost, new Remarks(protocol, wishes.preferredTime()).about(visits, gaps, cost));
    }
}
