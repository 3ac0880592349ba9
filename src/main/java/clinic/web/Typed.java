package clinic.web;

/** Text out of a form: a field that was not sent is empty. */
final class Typed {
    private Typed() {}

    static String text(String sent) {
        return sent == null ? "" : sent;
    }
}
