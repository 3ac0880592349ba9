package clinic.booking;

import clinic.patient.Texts;
import clinic.staff.Actor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a person wrote down about a call, checked.
 *
 * @param note without what surrounds it; empty if there is none
 */
public record CallReport(CallOutcome outcome, String note) {
    static final int LONGEST_NOTE = 500;
    private static final String OUTCOME = "callOutcome";
    private static final String NOTE = "callNote";

    /**
     * Reads what a form sent.
     *
     * @param noteRequired whether the outcome alone does not say enough: calls about a patient's safety
     * @throws BookingRefused naming every field at fault
     */
    public static CallReport read(String outcome, String note, boolean noteRequired) {
        List<Refusal> refusals = new ArrayList<>();
        Optional<CallOutcome> chosen = CallOutcome.find(outcome);
        if (chosen.isEmpty()) {
            refusals.add(Refusal.of(outcome.isBlank() ? Reason.REQUIRED : Reason.UNKNOWN_CODE, OUTCOME));
        }
        checkNote(refusals, NOTE, note, noteRequired);
        if (!refusals.isEmpty()) {
            throw new BookingRefused(refusals, List.of());
        }
        return new CallReport(chosen.orElseThrow(), Texts.lines(note));
    }

    /** Reads why a call is reopened, which has to be said. */
    static CallReport reopening(String reason) {
        List<Refusal> refusals = new ArrayList<>();
        checkNote(refusals, "reopenReason", reason, true);
        if (!refusals.isEmpty()) {
            throw new BookingRefused(refusals, List.of());
        }
        return new CallReport(CallOutcome.REOPENED, Texts.lines(reason));
    }

    private static void checkNote(List<Refusal> refusals, String field, String note, boolean required) {
        VisitRequest.check(refusals, field, Texts.flawOfLines(note, LONGEST_NOTE), LONGEST_NOTE);
        if (required && Texts.lines(note).isEmpty()) {
            refusals.add(Refusal.of(Reason.REQUIRED, field));
        }
    }

    CallEntry entry(Actor by, Instant at) {
        return new CallEntry(outcome, Optional.of(note).filter(text -> !text.isEmpty()), at, by.name());
    }
}
