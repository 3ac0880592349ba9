/**
 * The day on paper for when nothing answers: today's and tomorrow's appointments as pages a browser opens from the disk.
 *
 * <p>Knows booking, capacity and calendar; known by jobs.
 */
package clinic.downtime;
