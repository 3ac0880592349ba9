package clinic.notification;

/**
 * A visit as an entry for somebody's calendar.
 *
 * @param method what the calendar should do with it: REQUEST, CANCEL or PUBLISH
 * @param text the file, folded, with CRLF
 */
record Invitation(String method, String text) {}
