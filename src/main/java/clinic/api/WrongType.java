package clinic.api;

import clinic.booking.Reason;
import clinic.booking.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What belongs where something of another type was sent. */
enum WrongType {
    TEXT,
    FLAG,
    NUMBER,
    WHOLE_NUMBER,
    LIST,
    OBJECT,
    /** A whole number in an address. */
    DIGITS,
    /** Where a listing goes on, as the page before said. */
    CURSOR;

    /** By the class a value of JSON is read as. */
    static WrongType insteadOf(Class<?> type) {
        if (type == String.class) {
            return TEXT;
        }
        if (type == Boolean.class) {
            return FLAG;
        }
        if (type == List.class) {
            return LIST;
        }
        return type == Map.class ? OBJECT : NUMBER;
    }

    Refusal refusal(String field) {
        return new Refusal(Reason.WRONG_TYPE, field, Map.of("text", name().toLowerCase(Locale.ROOT)));
    }
}
