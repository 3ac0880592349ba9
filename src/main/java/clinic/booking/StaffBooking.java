package clinic.booking;

import clinic.patient.PatientForm;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What staff book for somebody on the phone.
 *
 * @param patient whose visit it is; empty when she is new
 * @param newPatient a record to be made with the visit, or not at all
 * @param start on the clinic's wall clock
 * @param resource a room or a clinician it must be with
 * @param overrideReason why a house rule is set aside
 */
public record StaffBooking(
        OptionalLong patient,
        Optional<PatientForm> newPatient,
        VisitKind kind,
        LocalDateTime start,
        OptionalLong resource,
        Optional<String> overrideReason) {

    public static StaffBooking of(long patient, VisitKind kind, LocalDateTime start) {
        return new StaffBooking(
                OptionalLong.of(patient), Optional.empty(), kind, start, OptionalLong.empty(), Optional.empty());
    }
}
