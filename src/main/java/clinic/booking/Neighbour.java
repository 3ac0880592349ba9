package clinic.booking;

import clinic.calendar.Slot;
import clinic.capacity.Claim;

/** Another visit's claim, and when that visit is: what may be in the way. */
record Neighbour(long visit, long patient, VisitKind kind, Status status, Slot slot, Claim claim) {}
