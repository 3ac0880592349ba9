package clinic.staff;

import java.util.Optional;
import java.util.Set;

/**
 * Something somebody did, or was not let do, told as an event inside the transaction that did it. The audit trail writes
 * it down. Names of fields, never what stood in them.
 *
 * @param action in capitals: {@code BOOK}, {@code READ_PATIENT}, {@code SIGN_IN}
 * @param record the kind of record: {@code APPOINTMENT}, {@code PATIENT}, {@code ACCOUNT}
 * @param id of the record; empty where there is none
 * @param fields names of the fields read or changed, where that says more than the action
 * @param reason as the actor gave it
 */
public record Deed(
        Actor by,
        String action,
        String record,
        String id,
        Set<String> fields,
        Optional<String> reason,
        Outcome outcome) {
    /** Looking at a list that shows patients' data: on record as one look, not row by row. */
    public static final String READ_LIST = "READ_LIST";

    /** How it ended. */
    public enum Outcome {
        DONE,
        REFUSED
    }

    public Deed {
        fields = Set.copyOf(fields);
    }

    public static Deed done(Actor by, String action, String record, Object id) {
        return new Deed(by, action, record, String.valueOf(id), Set.of(), Optional.empty(), Outcome.DONE);
    }

    /** Somebody looked at a list; {@code which} says at which part of it, in a few words. */
    public static Deed listed(Actor by, String list, String which) {
        return done(by, READ_LIST, list, which);
    }

    public static Deed refused(Actor by, String action, String record, Object id) {
        return new Deed(by, action, record, String.valueOf(id), Set.of(), Optional.empty(), Outcome.REFUSED);
    }

    public Deed fields(Set<String> names) {
        return new Deed(by, action, record, id, names, reason, outcome);
    }

    public Deed reason(Optional<String> given) {
        return new Deed(by, action, record, id, fields, given, outcome);
    }
}
