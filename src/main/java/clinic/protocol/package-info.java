/**
 * The recipe a course follows: how many visits, how far apart, how long. Versioned; an admin proposes, a prescriber
 * approves, and what has begun keeps its version.
 *
 * <p>Knows booking, capacity, calendar, staff. Known by planner, infusion and the doors.
 */
package clinic.protocol;
