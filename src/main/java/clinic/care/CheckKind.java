package clinic.care;

import clinic.booking.Reason;
import clinic.booking.Status;
import clinic.staff.Task;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * What is asked, measured or verified on the day, whose task it is, and what stands in the way while nobody has asked and
 * when the answer was no. The clinic's page of rules, section 5.
 */
public enum CheckKind {
    /** Signed, current, and said again today. */
    CONSENT(Task.RECEIVE, Reason.CONSENT_MISSING, Reason.CONSENT_NOT_GIVEN),
    /** Who takes the patient home is named, with a phone number. */
    ESCORT(Task.RECEIVE, Reason.ESCORT_MISSING, Reason.NO_ESCORT),
    FASTING(Task.RECEIVE, Reason.FASTING_OPEN, Reason.NOT_FASTING),
    /** Blood pressure, pulse, saturation. */
    VITALS(Task.TREAT, Reason.VITALS_MISSING, Reason.VITALS_OUT_OF_RANGE),
    WEIGHT(Task.TREAT, Reason.WEIGHT_MISSING, Reason.WEIGHT_MISSING),
    /** A prescriber has verified what is ordered, for the weight of today. */
    ORDER(Task.DECIDE, Reason.ORDER_NOT_VERIFIED, Reason.ORDER_DECLINED),
    ALERT(Task.TREAT, Reason.CHECKLIST_OPEN, Reason.NOT_ALERT),
    NO_REACTION(Task.TREAT, Reason.CHECKLIST_OPEN, Reason.REACTION_PRESENT),
    LINE_OUT(Task.TREAT, Reason.CHECKLIST_OPEN, Reason.IV_IN_PLACE),
    /** Who takes the patient home has come. */
    ESCORT_HERE(Task.TREAT, Reason.ESCORT_NOT_HERE, Reason.ESCORT_ABSENT);

    private static final Set<CheckKind> OF_THE_DAY = Set.of(CONSENT, FASTING, VITALS, WEIGHT);

    private final Task task;
    private final Reason open;
    private final Reason no;

    CheckKind(Task task, Reason open, Reason no) {
        this.task = task;
        this.open = open;
        this.no = no;
    }

    public Task task() {
        return task;
    }

    /** Why nothing goes on while nobody has asked. */
    Reason open() {
        return open;
    }

    /** Why nothing goes on when the answer was no. */
    Reason no() {
        return no;
    }

    /** Whether its values are for clinicians only. */
    public boolean isClinical() {
        return this == VITALS || this == WEIGHT || this == ORDER;
    }

    /** Whether it is a number rather than a yes or a no. */
    public boolean isMeasured() {
        return this == VITALS || this == WEIGHT;
    }

    /**
     * Whether what was entered counts for a visit. Consent is said again, fasting asked, and vitals and weight are taken for
     * each visit on its day (the clinic's page of rules, section 5): before an infusion begins, those of an earlier day are
     * open again.
     *
     * @param entered the day it was entered
     */
    public boolean countsOn(LocalDate entered, LocalDate today, Status status) {
        return !OF_THE_DAY.contains(this) || !entered.isBefore(today) || status.compareTo(Status.IN_PROGRESS) >= 0;
    }

    public static Optional<CheckKind> find(String word) {
        return Arrays.stream(values()).filter(kind -> kind.name().equals(word)).findFirst();
    }
}
