/**
 * Which nurse sees to whom. Booking counts what all nurses give together; on the day every infusion has a nurse by name,
 * within what one nurse can do. Knows booking, capacity and calendar; known by the doors.
 */
package clinic.nursing;
