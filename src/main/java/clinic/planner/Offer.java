package clinic.planner;

/**
 * A start at which a visit could be had on one day.
 *
 * @param start quarter-hour of the day
 * @param room which room it would be in
 * @param crowd what the hour costs: the more is begun, ended and running then, the more
 */
public record Offer(int start, long room, int crowd) {}
