package clinic.downtime;

import clinic.booking.Status;
import clinic.booking.VisitKind;
import clinic.calendar.QuarterHours;
import java.util.Optional;

/**
 * One appointment on a downtime sheet.
 *
 * @param phone to call the patient by; empty when there is none
 * @param comes who comes, when somebody else booked
 * @param visit "3 of 6", of a series only
 * @param nurse who is assigned; empty when no one is
 */
record DowntimeLine(
        QuarterHours span,
        VisitKind kind,
        Status status,
        String patient,
        String phone,
        Optional<String> comes,
        Optional<String> visit,
        String room,
        String clinician,
        Optional<String> nurse) {}
