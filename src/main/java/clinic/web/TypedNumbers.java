package clinic.web;

import clinic.booking.BookingRefused;
import clinic.booking.Reason;
import clinic.booking.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Whole numbers out of a form. What cannot be read is written down at its field; {@link #check} refuses all at once. */
final class TypedNumbers {
    private final Map<String, String> typed;
    private final List<Refusal> refusals = new ArrayList<>();

    TypedNumbers(Map<String, String> typed) {
        this.typed = typed;
    }

    String text(String field) {
        return Typed.text(typed.get(field)).strip();
    }

    int whole(String field) {
        if (text(field).isEmpty()) {
            refusals.add(Refusal.of(Reason.REQUIRED, field));
            return 0;
        }
        return number(field, text(field));
    }

    /** What stands for a field that was left empty. */
    int whole(String field, int otherwise) {
        return text(field).isEmpty() ? otherwise : number(field, text(field));
    }

    /** Numbers with commas between them; none, if it was left empty. */
    Set<Integer> several(String field) {
        return Arrays.stream(text(field).split("[,\\s]+"))
                .filter(number -> !number.isEmpty())
                .map(number -> number(field, number))
                .collect(Collectors.toUnmodifiableSet());
    }

    private int number(String field, String text) {
        if (text.matches("-?[0-9]{1,6}")) {
            return Integer.parseInt(text);
        }
        refusals.add(Refusal.of(Reason.WRONG_TYPE, field));
        return 0;
    }

    List<Refusal> refusals() {
        return refusals;
    }

    void check() {
        if (!refusals.isEmpty()) {
            throw new BookingRefused(refusals.stream().distinct().toList(), List.of());
        }
    }
}
