package clinic.api;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.booking.BookingRefused;
import clinic.booking.BookingTexts;
import clinic.booking.Reason;
import clinic.booking.Refusal;
import clinic.calendar.QuarterHours;
import clinic.calendar.Slot;
import clinic.patient.Language;
import jakarta.json.JsonObject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefusalsTest {
    private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");
    private static final Map<Reason, Integer> NOT_422 = Map.ofEntries(
            Map.entry(Reason.SLOT_TAKEN, 409),
            Map.entry(Reason.HOLD_EXPIRED, 409),
            Map.entry(Reason.ILLEGAL_TRANSITION, 409),
            Map.entry(Reason.NOT_CONFIRMED, 409),
            Map.entry(Reason.MESSAGE_LEAVING, 409),
            Map.entry(Reason.MESSAGE_OVERTAKEN, 409),
            Map.entry(Reason.MESSAGE_TOO_LATE, 409),
            Map.entry(Reason.MESSAGE_WITHOUT_ADDRESS, 409),
            Map.entry(Reason.PATIENT_BUSY, 409),
            Map.entry(Reason.NURSES_BUSY, 409),
            Map.entry(Reason.NO_NURSE_AVAILABLE, 409),
            Map.entry(Reason.NURSE_NEEDED, 409),
            Map.entry(Reason.ONE_A_DAY, 409),
            Map.entry(Reason.SERIES_RUNNING, 409),
            Map.entry(Reason.REPAIR_STALE, 409),
            Map.entry(Reason.NOT_DONE, 409),
            Map.entry(Reason.INVITED_ALREADY, 409),
            Map.entry(Reason.CLOSED_ALREADY, 409),
            Map.entry(Reason.BOOKED_ALREADY, 409),
            Map.entry(Reason.NO_ESTIMATE_OWED, 409),
            Map.entry(Reason.ALREADY_STRUCK, 409),
            Map.entry(Reason.CALL_LINKED, 409),
            Map.entry(Reason.NURSE_TWO_AT_ONCE, 409),
            Map.entry(Reason.NURSE_UNITS, 409),
            Map.entry(Reason.NURSE_HEADS, 409),
            Map.entry(Reason.NURSE_BREAK_UNWATCHED, 409),
            Map.entry(Reason.STALE_VERSION, 412),
            Map.entry(Reason.TOO_MANY_HOLDS, 429),
            Map.entry(Reason.TOO_MANY_OPEN, 429));
    private static final Slot FREE = new Slot(LocalDate.of(2026, 11, 24), new QuarterHours(38, 40));

    private static Problem problem(Refusal... refusals) {
        return Refusals.problem(new BookingRefused(List.of(refusals), List.of(FREE)), ZONE, Locale.US);
    }

    @ParameterizedTest
    @EnumSource
    void givesEveryReasonItsStatus(Reason reason) {
        assertThat(Refusals.status(reason)).isEqualTo(NOT_422.getOrDefault(reason, 422));
    }

    @ParameterizedTest
    @EnumSource
    void hasWordsForEveryReasonInEveryLanguage(Reason reason) {
        assertThat(List.of(Language.values())).map(Language::locale).allSatisfy(locale -> {
            assertThat(ProblemTexts.title(reason.name(), locale)).isNotBlank();
            assertThat(BookingTexts.text(Refusal.of(reason, "x"), locale)).isNotBlank();
        });
        assertThat(ProblemTexts.title(reason.name(), Language.SPANISH.locale()))
                .isNotEqualTo(ProblemTexts.title(reason.name(), Language.ENGLISH.locale()));
    }

    @ParameterizedTest
    @EnumSource
    void hasWordsForEveryFaultInEveryLanguage(Fault fault) {
        assertThat(ProblemTexts.title(fault.name(), Language.SPANISH.locale()))
                .isNotEqualTo(ProblemTexts.title(fault.name(), Language.ENGLISH.locale()));
        assertThat(ProblemTexts.detail(fault, Language.SPANISH.locale()))
                .isNotEqualTo(ProblemTexts.detail(fault, Language.ENGLISH.locale()));
    }

    @Test
    void putsTheTimeBeforeTheFields() {
        Problem problem = problem(
                Refusal.of(Reason.REQUIRED, "patient.email"),
                Refusal.of(Reason.IN_THE_PAST, "start"),
                Refusal.of(Reason.NOT_ON_GRID, "start"));
        assertThat(problem.code()).isEqualTo("IN_THE_PAST");
        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.violations()).hasSize(3);
    }

    @Test
    void callsUnknownFieldsByTheirNameOnlyWhenNothingElseIsWrong() {
        Refusal unknown = Refusal.of(Reason.UNKNOWN_FIELD, "x");
        assertThat(problem(unknown, unknown).code()).isEqualTo("UNKNOWN_FIELD");
        assertThat(problem(unknown, Refusal.of(Reason.REQUIRED, "y")).code()).isEqualTo("INVALID_FIELDS");
    }

    @Test
    void saysWhenToComeBackAfterTooMuch() {
        assertThat(problem(new Refusal(Reason.TOO_MANY_OPEN, "start", Map.of("phone", "818")))
                        .retrySeconds())
                .as("waiting does not help")
                .isEmpty();
        assertThat(problem(Refusal.of(Reason.TOO_MANY_HOLDS, "start")).retrySeconds())
                .contains("60");
    }

    @Test
    void offersFreeTimesNearby() {
        assertThat(problem(Refusal.of(Reason.SLOT_TAKEN, "start")).json().toString())
                .contains("\"type\":\"/problems/slot-taken\"")
                .contains(
                        "\"alternatives\":[{\"start\":\"2026-11-24T09:30:00-08:00\",\"end\":\"2026-11-24T10:00:00-08:00\"}]");
    }

    @Test
    void listsTheFirstHundredOfAThousand() {
        List<Refusal> all = Collections.nCopies(1000, new Refusal(Reason.TOO_LONG, "x", Map.of("most", 1)));
        assertThat(Refusals.violations(all, Locale.US)).hasSize(100);
    }

    @Test
    void namesAValueOutsideItsLimitAndTheLimitAsNumbers() {
        JsonObject violation = problem(new Refusal(
                        Reason.VITALS_OUT_OF_RANGE,
                        "pulse",
                        Map.of("text", "low", "vital", "Pulse", "unit", "/min", "value", 30, "limit", 50)))
                .violations()
                .getJsonObject(0);

        assertThat(violation.getInt("value")).isEqualTo(30);
        assertThat(violation.getInt("limit")).isEqualTo(50);
        assertThat(violation.getString("message")).startsWith("Pulse 30/min is below the lower limit of 50/min.");
    }
}
