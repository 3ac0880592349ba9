/**
 * The best times for a whole course: an exact search over days and starts against the house as it stands, ranked, with
 * reasons in plain words; and the rules a course keeps, for plans, bookings and repairs alike. It books nothing.
 *
 * <p>Knows protocol, booking, capacity, patient, calendar, staff. Known by infusion and the doors.
 */
package clinic.planner;
