package clinic.booking;

import clinic.calendar.Slot;
import clinic.patient.PatientRefused;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Thrown by a desk that says no: the transaction is rolled back, and no door can forget to look. */
public class BookingRefused extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient List<Refusal> refusals;
    private final transient List<Slot> alternatives;

    public BookingRefused(List<Refusal> refusals, List<Slot> alternatives) {
        super(refusals.toString());
        if (refusals.isEmpty()) {
            throw new IllegalArgumentException("a refusal without a reason");
        }
        this.refusals = List.copyOf(refusals);
        this.alternatives = List.copyOf(alternatives);
    }

    BookingRefused(Refusal refusal) {
        this(List.of(refusal), List.of());
    }

    BookingRefused(Reason reason) {
        this(Refusal.of(reason, Refusal.START));
    }

    /** What the register of patients refused, in the words of the house. */
    public static BookingRefused of(PatientRefused refused) {
        return of(refused, "");
    }

    /** The same of a record inside something else, whose path stands before the names of the fields. */
    static BookingRefused of(PatientRefused refused, String path) {
        List<Refusal> refusals = new ArrayList<>();
        refused.refused()
                .forEach(each ->
                        VisitRequest.check(refusals, path + each.field(), Optional.of(each.flaw()), each.longest()));
        for (int index = 0; index < refusals.size(); index++) {
            Refusal refusal = refusals.get(index);
            Map<String, Object> facts = refused.refused().get(index).facts();
            if (!facts.isEmpty()) {
                refusals.set(index, new Refusal(refusal.reason(), refusal.field(), facts));
            }
        }
        return new BookingRefused(refusals, List.of());
    }

    /** All of them, the weightiest first. */
    public List<Refusal> refusals() {
        return refusals;
    }

    public Reason reason() {
        return refusals.get(0).reason();
    }

    /** What kind of no one of its reasons is here. */
    public Reason.Nature nature(Reason reason) {
        return reason.nature();
    }

    /** The nearest free times, in order of the calendar; empty where none would help. */
    public List<Slot> alternatives() {
        return alternatives;
    }
}
