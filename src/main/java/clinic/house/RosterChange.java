package clinic.house;

import clinic.booking.Reason;
import clinic.booking.Refusal;
import clinic.calendar.DayException;
import clinic.calendar.QuarterHours;
import clinic.capacity.CapacityPlan;
import clinic.capacity.Closure;
import clinic.capacity.Rollforward;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Something to be changed about when the house is there. Shown first whom it would strand, then saved. */
public sealed interface RosterChange {
    /** The plan as it would be. */
    CapacityPlan onto(CapacityPlan plan);

    /** The days it touches, of those that are rolled out. */
    default Rollforward.Days days(Rollforward.Days ahead) {
        return ahead;
    }

    default List<Refusal> refusals(LocalDate today) {
        return List.of();
    }

    /** The clinic's hours on one day of the week; empty closes it. */
    record Hours(DayOfWeek weekday, Optional<QuarterHours> span) implements RosterChange {
        @Override
        public CapacityPlan onto(CapacityPlan plan) {
            return plan.with(plan.calendar().with(weekday, span));
        }
    }

    /** One date opened or closed by hand, stronger than weekday and holiday. */
    record DayByHand(DayException day) implements RosterChange {
        @Override
        public CapacityPlan onto(CapacityPlan plan) {
            return plan.with(plan.calendar().with(day));
        }

        @Override
        public Rollforward.Days days(Rollforward.Days ahead) {
            return one(day.day(), ahead);
        }

        @Override
        public List<Refusal> refusals(LocalDate today) {
            return notPast(day.day(), today);
        }
    }

    /** One date as weekday and holiday have it. */
    record DayAsUsual(LocalDate day) implements RosterChange {
        @Override
        public CapacityPlan onto(CapacityPlan plan) {
            return plan.with(plan.calendar().without(day));
        }

        @Override
        public Rollforward.Days days(Rollforward.Days ahead) {
            return one(day, ahead);
        }

        @Override
        public List<Refusal> refusals(LocalDate today) {
            return notPast(day, today);
        }
    }

    /** All shifts of a clinician on one day of the week, in place of those before. */
    record WorkingTime(long clinician, DayOfWeek weekday, List<ShiftTimes> shifts) implements RosterChange {
        @Override
        public CapacityPlan onto(CapacityPlan plan) {
            return plan.with(
                    clinician,
                    weekday,
                    shifts.stream()
                            .map(times -> times.shift(clinician, weekday))
                            .toList());
        }

        @Override
        public List<Refusal> refusals(LocalDate today) {
            return ShiftTimes.refusals(shifts);
        }
    }

    /** A room or clinician leaves the house. */
    record Retirement(long resource) implements RosterChange {
        @Override
        public CapacityPlan onto(CapacityPlan plan) {
            return plan.closing(Closure.of(
                    resource,
                    LocalDate.EPOCH.atStartOfDay(),
                    LocalDate.of(9999, 12, 31).atStartOfDay(),
                    ""));
        }
    }

    /** One that had left is back; it strands nobody. */
    record Return(long resource) implements RosterChange {
        @Override
        public CapacityPlan onto(CapacityPlan plan) {
            return plan;
        }
    }

    private static Rollforward.Days one(LocalDate day, Rollforward.Days ahead) {
        return new Rollforward.Days(day, day.plusDays(1)).within(ahead);
    }

    private static List<Refusal> notPast(LocalDate day, LocalDate today) {
        return day.isBefore(today) ? List.of(Refusal.of(Reason.IN_THE_PAST, "day")) : List.of();
    }
}
