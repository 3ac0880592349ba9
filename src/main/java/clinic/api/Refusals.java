package clinic.api;

import clinic.booking.BookingRefused;
import clinic.booking.BookingTexts;
import clinic.booking.Reason;
import clinic.booking.Refusal;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Turns the clinic's no into a problem. */
final class Refusals {
    /** Nobody reads more. */
    static final int MOST_VIOLATIONS = 100;

    private static final Duration A_HOLD_ENDS_SOON = Duration.ofMinutes(1);

    private Refusals() {}

    static int status(Reason reason) {
        return switch (reason) {
            case SLOT_TAKEN, HOLD_EXPIRED, ILLEGAL_TRANSITION, PATIENT_BUSY -> 409;
            case STALE_VERSION -> 412;
            case TOO_MANY_HOLDS -> 429;
            case IN_THE_PAST,
                    TOO_SOON,
                    BEYOND_HORIZON,
                    CLOSED,
                    OUTSIDE_HOURS,
                    NOT_ON_GRID,
                    NOT_THERE,
                    NOT_SUITABLE,
                    UNKNOWN_RESOURCE,
                    UNKNOWN_PATIENT,
                    IDEMPOTENCY_MISMATCH,
                    REQUIRED,
                    TOO_LONG,
                    CONTROL_CHARACTER,
                    INVALID_EMAIL,
                    INVALID_PHONE,
                    UNKNOWN_LANGUAGE,
                    UNKNOWN_CODE,
                    OUT_OF_RANGE,
                    IN_THE_FUTURE,
                    EMPTY_SPAN,
                    OVERLAP,
                    BREAK_OUTSIDE_SHIFT,
                    NAME_TAKEN,
                    INVALID_DATE,
                    WRONG_TYPE,
                    UNKNOWN_FIELD -> 422;
        };
    }

    static Problem problem(BookingRefused refused, ZoneId zone, Locale locale) {
        List<Refusal> all = refused.refusals();
        Optional<Refusal> main = all.stream()
                .filter(refusal -> !refusal.reason().concernsInput())
                .findFirst();
        JsonArray alternatives = Shapes.slots(refused.alternatives(), zone);
        return main.map(refusal -> new Problem(
                        status(refusal.reason()),
                        refusal.reason().name(),
                        ProblemTexts.title(refusal.reason().name(), locale),
                        BookingTexts.text(refusal, locale),
                        violations(all, locale),
                        alternatives,
                        status(refusal.reason()) == 429 ? Optional.of(A_HOLD_ENDS_SOON) : Optional.empty(),
                        Optional.empty()))
                .orElseGet(() -> ofFields(all, locale));
    }

    private static Problem ofFields(List<Refusal> all, Locale locale) {
        Problem fields = Problem.of(Fault.INVALID_FIELDS, locale).violations(violations(all, locale));
        boolean unknownOnly = all.stream().allMatch(refusal -> refusal.reason() == Reason.UNKNOWN_FIELD);
        return unknownOnly
                ? new Problem(
                        status(Reason.UNKNOWN_FIELD),
                        Reason.UNKNOWN_FIELD.name(),
                        ProblemTexts.title(Reason.UNKNOWN_FIELD.name(), locale),
                        fields.detail(),
                        fields.violations(),
                        JsonArray.EMPTY_JSON_ARRAY,
                        Optional.empty(),
                        Optional.empty())
                : fields;
    }

    static JsonArray violations(List<Refusal> refusals, Locale locale) {
        JsonArrayBuilder violations = JsonBuilders.array();
        refusals.stream()
                .limit(MOST_VIOLATIONS)
                .forEach(refusal -> violations.add(JsonBuilders.object()
                        .add("field", refusal.field())
                        .add("code", refusal.reason().name())
                        .add("message", BookingTexts.text(refusal, locale))));
        return violations.build();
    }
}
