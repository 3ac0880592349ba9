/**
 * Keeping the house: closures, opening hours, shifts and breaks, rooms and clinicians; whoever changes them is shown whom
 * it would strand.
 *
 * <p>Knows booking, capacity, calendar, patient, staff. Known by the doors.
 */
package clinic.house;
