package clinic.notification;

/** A mail was not handed over; the reason decides what becomes of it. */
class NotDelivered extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST_ACCOUNT = 500;

    enum Reason {
        /** Nobody will ever take it for this address: trying again is of no use. */
        RECIPIENT_REFUSED,
        /** This mail was not taken; others may be. */
        NOT_NOW,
        /** It was sent whole, and nothing was heard of it: it may have arrived. */
        OUTCOME_UNKNOWN,
        /** There is nobody to hand anything to: no try of this mail, and no other need try. */
        SERVER_AWAY
    }

    private final Reason reason;
    private final MailTrouble trouble;

    /**
     * @param words the mail server's own, where it said any
     */
    NotDelivered(Reason reason, String words) {
        this(reason, MailTrouble.NO_ANSWER, words, null);
    }

    NotDelivered(Reason reason, Exception cause) {
        this(reason, MailTrouble.NO_ANSWER, cause.getMessage(), cause);
    }

    private NotDelivered(Reason reason, MailTrouble trouble, String words, Exception cause) {
        super(words, cause);
        this.reason = reason;
        this.trouble = trouble;
    }

    static NotDelivered serverAway(MailTrouble trouble, String words, Exception cause) {
        return new NotDelivered(Reason.SERVER_AWAY, trouble, words, cause);
    }

    Reason reason() {
        return reason;
    }

    /** What keeps everything from leaving; only where the server is away. */
    MailTrouble trouble() {
        return trouble;
    }

    /** As kept with the mail for whoever looks into it. It may hold the address: never for a log. */
    String account() {
        String text = reason + ": " + getMessage();
        return text.substring(0, Math.min(text.length(), LONGEST_ACCOUNT));
    }
}
