/**
 * The day of a treatment: what is asked, measured and verified before it begins and before she goes home. It keeps the
 * gates and the times; it says nothing of what is given. Knows infusion, booking and patient; known by the doors.
 */
package clinic.care;
