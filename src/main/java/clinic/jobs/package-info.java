/**
 * A door: time knocks. Schedules only; the work is a method of a feature.
 *
 * <p>Knows any feature; known by nobody.
 */
package clinic.jobs;
