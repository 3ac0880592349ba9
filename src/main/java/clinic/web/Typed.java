package clinic.web;

import clinic.patient.Texts;

/** What a form sent; a field that was not sent is empty. */
final class Typed {
    private Typed() {}

    /** Text, cleaned as every text is: what comes back into the form is what was understood. */
    static String text(String sent) {
        return sent == null ? "" : Texts.lines(sent);
    }

    /** A password, which is what it is to the last character. */
    static String secret(String sent) {
        return sent == null ? "" : sent;
    }
}
