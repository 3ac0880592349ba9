/**
 * Everything runs with one command: reads the settings, starts the database that comes with the clinic when none is
 * named, then the server with the application. Knows no clinic package and is known by none; it is not in the WAR.
 */
package clinic.launcher;
