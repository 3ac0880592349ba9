package clinic.care;

import clinic.booking.Reason;
import clinic.booking.Refusal;
import clinic.booking.VisitRequest;
import clinic.patient.Texts;
import java.util.ArrayList;
import java.util.List;

/**
 * An adverse event as somebody reports it, not judged yet.
 *
 * @param happened what was seen, 1 to 2,000 characters
 * @param called who was called, 500 characters at most; empty for no one
 * @param given what was given, 1,000 characters at most; empty for nothing. Free text: the record schedules and
 *     documents, it gives no advice on medication
 * @param outcome name of an {@link AdverseOutcome}
 * @param stop whether the infusion is to be stopped with it
 */
public record AdverseReport(String happened, String called, String given, String outcome, boolean stop) {
    private static final int LONGEST_HAPPENED = 2000;
    private static final int LONGEST_CALLED = 500;
    private static final int LONGEST_GIVEN = 1000;

    /** Everything that is wrong with it, by field; empty if nothing is. */
    List<Refusal> refusals() {
        List<Refusal> refusals = new ArrayList<>();
        VisitRequest.check(refusals, "happened", Texts.flawOfLines(happened, LONGEST_HAPPENED), LONGEST_HAPPENED);
        if (happened.isBlank()) {
            refusals.add(Refusal.of(Reason.REQUIRED, "happened"));
        }
        VisitRequest.check(refusals, "called", Texts.flawOfLines(called, LONGEST_CALLED), LONGEST_CALLED);
        VisitRequest.check(refusals, "given", Texts.flawOfLines(given, LONGEST_GIVEN), LONGEST_GIVEN);
        if (AdverseOutcome.find(outcome).isEmpty()) {
            refusals.add(Refusal.of(outcome.isEmpty() ? Reason.REQUIRED : Reason.UNKNOWN_CODE, "outcome"));
        }
        return refusals;
    }
}
