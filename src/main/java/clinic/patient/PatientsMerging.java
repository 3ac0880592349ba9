package clinic.patient;

/**
 * Two records are to become one: whoever has something against it throws, and they stay two. Both are locked; the kept
 * one has its fields as they will be, and nothing else has changed hands yet.
 */
public record PatientsMerging(long gone, long kept) {}
