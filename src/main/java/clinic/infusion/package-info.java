/**
 * A course of infusions, planned as one thing: protocols, the planner, the series and its repair.
 *
 * <p>Knows booking, capacity, patient, calendar, staff. Known by notification and the doors.
 */
package clinic.infusion;
