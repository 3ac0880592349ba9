/** When the clinic is open, and who and where it is. Knows nobody; known by all. */
package clinic.calendar;
