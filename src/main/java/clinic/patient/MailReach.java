package clinic.patient;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Which mailboxes the configured mail server can be told of: one with letters beyond ASCII before the at sign only where
 * the server offers SMTPUTF8 (RFC 6531). Until the server was heard the answer is no: an address that is accepted must
 * be deliverable to exactly that mailbox.
 */
@ApplicationScoped
public class MailReach {
    private volatile boolean unicodeMailboxes;

    /** Reaches every mailbox there is: for addresses that were accepted before. */
    static MailReach everywhere() {
        MailReach everywhere = new MailReach();
        everywhere.learn(true);
        return everywhere;
    }

    /** Enters what the mail server offered when it was last asked. */
    public void learn(boolean offersUnicodeMailboxes) {
        unicodeMailboxes = offersUnicodeMailboxes;
    }

    boolean reaches(EmailAddress address) {
        return unicodeMailboxes || !address.needsUnicode();
    }
}
