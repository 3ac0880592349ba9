package clinic.booking;

import clinic.patient.RedFlag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A visit that waits for somebody of the clinic to speak with the patient first.
 *
 * @param phone empty when she gave none
 * @param dueAt by when she was promised a call, as long as nobody has called
 * @param redFlags what she reported, and
 * @param intake what else she told: both only for those who read clinical notes
 * @param calls what came of the calls about it so far, the newest first
 */
public record PendingReview(
        StaffVisit visit,
        String phone,
        Optional<Instant> dueAt,
        List<RedFlag> redFlags,
        Optional<VisitRequest.IntakeAnswers> intake,
        List<CallEntry> calls) {}
