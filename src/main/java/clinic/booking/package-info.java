/** One visit: rules, free times, desks, the appointment, its events. Knows capacity, patient, calendar; known by notification and the doors. */
package clinic.booking;
