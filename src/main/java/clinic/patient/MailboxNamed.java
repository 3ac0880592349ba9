package clinic.patient;

/** Somebody named the mailbox of a patient anew: from now on everything goes there. Told inside the transaction. */
public record MailboxNamed(long patient) {}
