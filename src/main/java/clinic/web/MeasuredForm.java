package clinic.web;

import clinic.booking.BookingRefused;
import clinic.booking.Reason;
import clinic.booking.Refusal;
import clinic.care.CheckEntry;
import clinic.care.CheckKind;
import clinic.care.Measured;
import clinic.care.Vital;
import clinic.care.Weight;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/** Vitals and a weight as they were typed. What cannot be read is kept with its field; {@link #check} refuses all at once. */
final class MeasuredForm {
    static final String KILOGRAMS = "kg";

    private static final String WEIGHT = "weight";
    private static final String DECIMAL = "[0-9]{1,6}([.,][0-9]{1,3})?";

    private final UnaryOperator<String> typed;
    private final List<Refusal> refusals = new ArrayList<>();

    /** @param typed what stands in a field, without spaces around it */
    MeasuredForm(UnaryOperator<String> typed) {
        this.typed = typed;
    }

    /** @param wanted whether they are recorded though nothing was typed, to hear what is missing */
    Optional<CheckEntry> vitals(boolean wanted) {
        boolean any = Arrays.stream(Vital.values())
                .anyMatch(vital -> !typed.apply(vital.word()).isEmpty());
        if (!any && !wanted) {
            return Optional.empty();
        }
        Measured measured = new Measured(
                number(Vital.SYSTOLIC),
                number(Vital.DIASTOLIC),
                number(Vital.PULSE),
                number(Vital.SATURATION),
                OptionalInt.empty());
        return Optional.of(new CheckEntry(CheckKind.VITALS, true, measured, false, Optional.empty()));
    }

    private OptionalInt number(Vital vital) {
        String text = typed.apply(vital.word());
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        if (!text.matches("-?[0-9]{1,20}")) {
            refusals.add(Refusal.of(Reason.WRONG_TYPE, vital.word()));
            return OptionalInt.empty();
        }
        return OptionalInt.of(text.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(text));
    }

    /** The same for the weight: in pounds, unless kilograms were chosen. */
    Optional<CheckEntry> weight(boolean wanted) {
        String text = typed.apply(WEIGHT);
        if (text.isEmpty()) {
            return wanted ? Optional.of(entry(Measured.NOTHING, false)) : Optional.empty();
        }
        if (!text.matches(DECIMAL)) {
            refusals.add(Refusal.of(Reason.WRONG_TYPE, WEIGHT));
            return Optional.of(entry(Measured.NOTHING, false));
        }
        BigDecimal number = new BigDecimal(text.replace(',', '.'));
        Weight weight =
                typed.apply("weightUnit").equals(KILOGRAMS) ? Weight.ofKilograms(number) : Weight.ofPounds(number);
        return Optional.of(entry(
                Measured.weight(weight.grams()), typed.apply("confirmWeight").equals(weightTyped(typed))));
    }

    private static CheckEntry entry(Measured measured, boolean confirmed) {
        return new CheckEntry(CheckKind.WEIGHT, true, measured, confirmed, Optional.empty());
    }

    /** Number and unit, as {@code 154 lb}. */
    static String weightTyped(UnaryOperator<String> typed) {
        return typed.apply(WEIGHT) + " " + (typed.apply("weightUnit").equals(KILOGRAMS) ? KILOGRAMS : "lb");
    }

    /** Refuses what could not be read. */
    void check() {
        if (!refusals.isEmpty()) {
            throw new BookingRefused(refusals, List.of());
        }
    }
}
