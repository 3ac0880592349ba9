/**
 * Who may come in: accounts, passwords and second factors, sessions and tokens, and the trail of what everybody did.
 *
 * <p>Knows booking, for private links, patient, calendar and staff. Known by the doors.
 */
package clinic.security;
