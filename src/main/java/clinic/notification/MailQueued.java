package clinic.notification;

/** A letter became owed in this transaction; once it is committed the courier may go. */
record MailQueued(String dedupKey) {}
