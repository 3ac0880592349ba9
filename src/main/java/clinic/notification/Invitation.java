package clinic.notification;

/**
 * Visits as entries for somebody's calendar.
 *
 * @param method what the calendar should do with it: REQUEST, CANCEL or PUBLISH
 * @param text the file, folded, with CRLF
 */
record Invitation(String method, String text) {
    /** Whether it is for whoever opens it, and not for a mail program to act on. */
    boolean isFile() {
        return method.equals("PUBLISH");
    }
}
