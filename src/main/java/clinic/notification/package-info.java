/**
 * Telling people: letters about visits, with an entry for their calendar, that leave whatever happens to us or to the
 * mail server. A booking writes what it owes into the outbox in its own transaction; the courier carries it out later.
 *
 * <p>Knows booking (its events and private links) and calendar; known by the doors only. No clinical word may stand in
 * anything written here: a stranger reading over a shoulder must not learn why somebody has an appointment.
 */
package clinic.notification;
