package clinic.api;

import clinic.booking.BookingRefused;
import clinic.booking.BookingTexts;
import clinic.booking.CourseRefused;
import clinic.booking.Reason;
import clinic.booking.Refusal;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Turns the clinic's no into a problem. */
final class Refusals {
    /** Nobody reads more. */
    static final int MOST_VIOLATIONS = 100;

    private static final Duration A_HOLD_ENDS_SOON = Duration.ofMinutes(1);

    private Refusals() {}

    static int status(Reason reason) {
        return status(reason.nature());
    }

    private static int status(Reason.Nature nature) {
        return switch (nature) {
            case NEVER_ALLOWED -> 422;
            case WORLD_CHANGED -> 409;
            case SEEN_TOO_LONG_AGO -> 412;
            case TOO_MUCH -> 429;
        };
    }

    static Problem problem(BookingRefused refused, ZoneId zone, Locale locale) {
        List<Refusal> all = refused.refusals();
        Optional<Refusal> main = all.stream()
                .filter(refusal -> !refusal.reason().concernsInput())
                .findFirst();
        JsonArray alternatives = Shapes.slots(refused.alternatives(), zone);
        return main.map(refusal -> new Problem(
                        status(refused.nature(refusal.reason())),
                        refusal.reason().name(),
                        ProblemTexts.title(refusal.reason().name(), locale),
                        BookingTexts.text(refusal, locale),
                        violations(all, locale),
                        alternatives,
                        Map.of(),
                        refusal.reason() == Reason.TOO_MANY_HOLDS ? Optional.of(A_HOLD_ENDS_SOON) : Optional.empty(),
                        Optional.empty()))
                .orElseGet(() -> ofFields(all, locale));
    }

    /** Visits that cannot be had together: each with all that speaks against it. */
    static Problem problem(CourseRefused refused, ZoneId zone, Locale locale) {
        List<Refusal> all = new ArrayList<>();
        JsonArrayBuilder conflicts = JsonBuilders.array();
        refused.conflicts()
                .forEach((visit, refusals) -> refusals.forEach(refusal -> {
                    all.add(new Refusal(
                            refusal.reason(), "visits[" + (visit - 1) + "]." + refusal.field(), refusal.facts()));
                    conflicts.add(JsonBuilders.object()
                            .add("visit", visit)
                            .add("code", refusal.reason().name())
                            .add("message", BookingTexts.text(refusal, locale)));
                }));
        all.sort(Comparator.comparing(refusal -> status(refusal.reason())));
        return problem(new BookingRefused(all, List.of()), zone, locale).with("conflicts", conflicts.build());
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
                        Map.of(),
                        Optional.empty(),
                        Optional.empty())
                : fields;
    }

    static JsonArray violations(List<Refusal> refusals, Locale locale) {
        JsonArrayBuilder violations = JsonBuilders.array();
        refusals.stream().limit(MOST_VIOLATIONS).forEach(refusal -> violations.add(violation(refusal, locale)));
        return violations.build();
    }

    /** A value outside its limit comes with both as numbers. */
    private static JsonObjectBuilder violation(Refusal refusal, Locale locale) {
        JsonObjectBuilder violation = JsonBuilders.object()
                .add("field", refusal.field())
                .add("code", refusal.reason().name())
                .add("message", BookingTexts.text(refusal, locale));
        if (refusal.facts().get("limit") instanceof Integer limit
                && refusal.facts().get("value") instanceof Integer value) {
            violation.add("value", value).add("limit", limit);
        }
        return violation;
    }
}
