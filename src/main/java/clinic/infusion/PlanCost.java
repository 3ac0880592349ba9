package clinic.infusion;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a plan costs, by what it is for, the weightiest first. Less is better; the numbers mean nothing but their order.
 *
 * @param gaps gaps off the best one
 * @param timeOfDay visits off the usual time of day
 * @param weekdays further weekdays
 * @param load crowded hours
 * @param finish days until it is over
 */
public record PlanCost(int gaps, int timeOfDay, int weekdays, int load, int finish) {
    public int total() {
        return gaps + timeOfDay + weekdays + load + finish;
    }

    /**
     * What a plan found costs, taken apart; what none of the others explains was the hours'.
     *
     * @param before day of the treatment before it, which a single visit is counted from
     */
    static PlanCost of(SeriesPlan plan, Protocol protocol, Price price, CourseDays days, Optional<LocalDate> before) {
        int gaps = price.dayOffTarget()
                * plan.gaps(protocol.gap().unit(), days).stream()
                        .mapToInt(gap -> Math.abs(gap - protocol.gap().target()))
                        .sum();
        if (protocol.visits() == 1 && before.isPresent()) {
            gaps = sinceTheLast(
                    protocol, price, before.get(), plan.visits().get(0).slot().day());
        }
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
        LocalDate last = plan.visits().get(plan.visits().size() - 1).slot().day();
        int finish = price.dayLater() * days.span(0, days.indexOf(last));
        return new PlanCost(gaps, timeOfDay, weekdays, plan.cost() - gaps - timeOfDay - weekdays - finish, finish);
    }

    /** What it costs that a single visit is not on the best day after the one before it. */
    static int sinceTheLast(Protocol protocol, Price price, LocalDate before, LocalDate day) {
        return price.dayOffTarget()
                * (int) Math.abs(day.toEpochDay()
                        - before.plusDays(protocol.gap().target()).toEpochDay());
    }
}
