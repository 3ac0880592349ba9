package clinic.notification;

/** A letter was not handed over; the reason decides what becomes of it. */
class NotDelivered extends Exception {
    private static final long serialVersionUID = 1L;

    enum Reason {
        /** Nobody will ever take it for this address: trying again is of no use. */
        RECIPIENT_REFUSED,
        /** This letter was not taken; others may be. */
        NOT_NOW,
        /** There is nobody to hand anything to; the other letters need not try. */
        SERVER_AWAY
    }

    private final Reason reason;

    NotDelivered(Reason reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    NotDelivered(Reason reason, Exception cause) {
        super(cause.getMessage(), cause);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }

    /** As kept with the letter for whoever looks into it. It may hold the address: never for a log. */
    String account() {
        String text = reason + ": " + getMessage();
        return text.substring(0, Math.min(text.length(), 500));
    }
}
