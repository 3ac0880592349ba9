package clinic.booking;

import clinic.calendar.Slot;
import clinic.capacity.Claim;
import java.util.List;

/** Where a visit goes: the time, who sees the patient in which room, and what that claims of the ledger. */
record Placement(Slot slot, long clinician, long room, List<Claim> claims) {}
