package clinic.planner;

/**
 * What the planner pays for, in this order: gaps off the target, another time of day and further weekdays, a crowded hour,
 * a late end. Each weight is small beside the one before it. A week of waiting beyond a fortnight weighs as much as a gap
 * that is a day off.
 *
 * @param dayOffTarget for each day a gap is off its target
 * @param quarterOff for each quarter-hour a visit lies off the usual time of day
 * @param furtherWeekday for each weekday after the first
 * @param dayWaited for each day more than a fortnight until the first visit
 * @param dayLater for each day the series ends later
 */
public record Price(int dayOffTarget, int quarterOff, int furtherWeekday, int dayWaited, int dayLater) {
    public static final Price USUAL = new Price(1_000, 75, 180, 150, 2);
}
