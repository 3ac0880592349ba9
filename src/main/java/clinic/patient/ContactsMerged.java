package clinic.patient;

/**
 * Two records are becoming one, and this is its mailbox. Told inside the transaction, before visits are handed over.
 *
 * @param email the address of the one record from now on; like the others, empty where there is none
 */
public record ContactsMerged(long gone, String goneEmail, long kept, String keptEmail, String email) {}
