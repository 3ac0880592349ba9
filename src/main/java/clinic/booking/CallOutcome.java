package clinic.booking;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What came of a call, or what else closed or reopened it. */
public enum CallOutcome {
    REACHED(true),
    /** The patient was told to call 911 or to go to an emergency room. */
    SENT_TO_EMERGENCY_CARE(true),
    LEFT_MESSAGE(false),
    NO_ANSWER(false),
    STOPPED_TRYING(true),

    // what no one chooses in a form
    /** Of calls made before their outcome was kept. */
    CALLED(true),
    REVIEW_APPROVED(true),
    REVIEW_DECLINED(true),
    /** What the patient was to be told was undone before anyone called. */
    NOTHING_TO_TELL(true),
    REOPENED(false);

    private final boolean closing;

    CallOutcome(boolean closing) {
        this.closing = closing;
    }

    /** Whether no one waits for the call any more. */
    public boolean closes() {
        return closing;
    }

    /** Those a person who called chooses from, in the order they are shown. */
    public static List<CallOutcome> choices() {
        return List.of(REACHED, LEFT_MESSAGE, NO_ANSWER, SENT_TO_EMERGENCY_CARE, STOPPED_TRYING);
    }

    /** The choice of a code; nothing if it is none. */
    static Optional<CallOutcome> find(String code) {
        return Stream.of(values())
                .filter(choices()::contains)
                .filter(each -> each.name().equals(code))
                .findFirst();
    }
}
