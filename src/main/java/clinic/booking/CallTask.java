package clinic.booking;

import clinic.calendar.Slot;
import clinic.patient.RedFlag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A call the clinic promised, and what came of it so far.
 *
 * @param overdue whether it still waits although the time it was promised by has passed
 * @param patient whose chart it belongs to; empty until a caller is found or made a patient
 * @param occasion kind of the email it takes the place of, if it does
 * @param subject the appointment it is about, if it is about one
 * @param redFlags the questions the patient answered yes; empty for those who do not read clinical notes
 * @param closedAt since when no one waits for it; empty while it is open
 * @param entries every attempt and decision, the newest first
 */
public record CallTask(
        long id,
        CallRequest.Cause cause,
        String name,
        String phone,
        String language,
        Optional<String> note,
        Instant createdAt,
        Instant dueAt,
        boolean overdue,
        Optional<Long> patient,
        Optional<String> occasion,
        Optional<Subject> subject,
        List<RedFlag> redFlags,
        Optional<Instant> closedAt,
        List<CallEntry> entries) {
    /** An appointment as it stands now. */
    public record Subject(long visit, Slot slot, Status status) {}

    public Optional<Long> visit() {
        return subject.map(Subject::visit);
    }

    public boolean open() {
        return closedAt.isEmpty();
    }
}
