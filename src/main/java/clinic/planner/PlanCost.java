package clinic.planner;

import clinic.protocol.Protocol;
import java.time.LocalDate;

/**
 * What a plan costs, by what it is for, the weightiest first. Less is better; the numbers mean nothing but their order.
 *
 * @param gaps gaps off the best one
 * @param waiting days beyond a fortnight until it begins
 * @param timeOfDay visits off the usual time of day
 * @param weekdays further weekdays
 * @param load crowded hours
 * @param finish days until it is over
 */
public record PlanCost(int gaps, int waiting, int timeOfDay, int weekdays, int load, int finish) {
    public int total() {
        return gaps + waiting + timeOfDay + weekdays + load + finish;
    }

    /** What a plan found costs, taken apart; what none of the others explains was the hours'. */
    static PlanCost of(SeriesPlan plan, Protocol protocol, Price price, CourseDays days, FirstDay firstDay) {
        LocalDate first = plan.visits().get(0).slot().day();
        LocalDate last = plan.visits().get(plan.visits().size() - 1).slot().day();
        int gaps = firstDay.gap(first)
                + price.dayOffTarget()
                        * plan.gaps(protocol.gap().unit(), days).stream()
                                .mapToInt(gap -> Math.abs(gap - protocol.gap().target()))
                                .sum();
        int timeOfDay = price.quarterOff()
                * plan.visits().stream()
                        .mapToInt(visit -> Math.abs(visit.slot().span().start() - plan.usualStart()))
                        .sum();
        int weekdays = price.furtherWeekday()
                * ((int) plan.visits().stream()
                                .map(visit -> visit.slot().day().getDayOfWeek())
                                .distinct()
                                .count()
                        - 1);
        int waiting = firstDay.waiting(first);
        int finish = price.dayLater() * days.span(0, days.indexOf(last));
        int load = plan.cost() - gaps - timeOfDay - weekdays - waiting - finish;
        return new PlanCost(gaps, waiting, timeOfDay, weekdays, load, finish);
    }
}
