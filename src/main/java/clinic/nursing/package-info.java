/**
 * Which nurse sees to whom. Booking makes sure that every infusion of a day can have a nurse; on the day it has one by
 * name, within what one nurse can do. Knows booking, capacity and calendar; known by the doors.
 */
package clinic.nursing;
