package clinic.care;

import clinic.staff.Task;
import java.util.Arrays;
import java.util.Optional;

/** What is asked, measured or verified on the day, and whose task it is. The clinic's page of rules, section 5. */
public enum CheckKind {
    /** Signed, current, and said again today. */
    CONSENT(Task.RECEIVE),
    /** Who takes her home is named, with a phone number. */
    ESCORT(Task.RECEIVE),
    FASTING(Task.RECEIVE),
    /** Blood pressure, pulse, saturation. */
    VITALS(Task.TREAT),
    WEIGHT(Task.TREAT),
    /** A prescriber has verified what is ordered, for the weight she has. */
    ORDER(Task.DECIDE),
    ALERT(Task.TREAT),
    NO_REACTION(Task.TREAT),
    LINE_OUT(Task.TREAT),
    /** Who takes her home has come. */
    ESCORT_HERE(Task.TREAT);

    private final Task task;

    CheckKind(Task task) {
        this.task = task;
    }

    public Task task() {
        return task;
    }

    /** Whether its values are for clinicians only. */
    public boolean isClinical() {
        return this == VITALS || this == WEIGHT || this == ORDER;
    }

    public static Optional<CheckKind> find(String word) {
        return Arrays.stream(values()).filter(kind -> kind.name().equals(word)).findFirst();
    }
}
