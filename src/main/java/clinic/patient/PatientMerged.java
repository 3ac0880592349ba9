package clinic.patient;

/** Two records were one person: what belonged to the gone one belongs to the kept one now. Told inside the transaction. */
public record PatientMerged(long gone, long kept) {}
