/**
 * A course of infusions, planned as one thing: the series, where it stands, what is decided of it, and its repair.
 *
 * <p>Knows planner, protocol, booking, capacity, patient, calendar, staff. Known by care, notification and the doors.
 */
package clinic.infusion;
