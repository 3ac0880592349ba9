package clinic.booking;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.testing.House;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One line per rule and edge: what a patient may ask for on Monday, November 23, 2026, at seven in the morning. */
class BookingRulesTest {
    private static final ZonedDateTime MONDAY_AT_SEVEN = ZonedDateTime.of(2026, 11, 23, 7, 0, 0, 0, House.ZONE);
    private static final VisitRule RULE = new VisitRule(VisitKind.CONSULTATION, 30, 30, 120, 90, 0);
    private final BookingRules rules = new BookingRules(RULE, House.calendar(), MONDAY_AT_SEVEN);

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T09:00, exactly two hours ahead",
        "2026-11-24T08:00, the first of the day",
        "2026-11-24T18:30, the last ends at seven exactly",
        "2027-02-19T09:00, the last open day within the horizon"
    })
    void allows(LocalDateTime start, String why) {
        assertThat(rules.refusals(start)).as(why).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T06:30, IN_THE_PAST",
        "2026-11-20T09:00, IN_THE_PAST",
        "2026-11-23T08:30, TOO_SOON",
        "2026-11-24T07:30, OUTSIDE_HOURS",
        "2026-11-24T19:00, OUTSIDE_HOURS",
        "2026-11-24T00:00, OUTSIDE_HOURS",
        "2026-11-24T23:30, OUTSIDE_HOURS",
        "2026-11-26T09:00, CLOSED",
        "2026-11-28T09:00, CLOSED",
        "2026-11-24T09:15, NOT_ON_GRID",
        "2026-11-24T09:30:01, NOT_ON_GRID",
        "2027-02-22T09:00, BEYOND_HORIZON"
    })
    void refuses(LocalDateTime start, Reason reason) {
        assertThat(rules.refusals(start)).extracting(Refusal::reason).first().isEqualTo(reason);
    }

    @Test
    void namesEveryBrokenRuleAtOnce() {
        assertThat(rules.refusals(LocalDateTime.of(2027, 2, 27, 9, 10)))
                .extracting(Refusal::reason)
                .containsExactly(Reason.BEYOND_HORIZON, Reason.CLOSED, Reason.NOT_ON_GRID);
    }

    @Test
    void endsTheHorizonAfterNinetyDays() {
        assertThat(rules.lastDay()).isEqualTo(LocalDate.of(2027, 2, 21));
    }

    @Test
    void countsLeadTimeOnTheClockThatTicksNotOnTheOneThatJumps() {
        ZonedDateTime beforeTheJump = ZonedDateTime.of(2026, 3, 8, 1, 0, 0, 0, House.ZONE);
        BookingRules sunday = new BookingRules(RULE, House.calendar(), beforeTheJump);
        assertThat(sunday.refusals(LocalDateTime.of(2026, 3, 8, 3, 30)))
                .extracting(Refusal::reason)
                .contains(Reason.TOO_SOON);
    }

    @Test
    void keepsTheWallClockAcrossBothChangesOfTheHour() {
        BookingRules spring =
                new BookingRules(RULE, House.calendar(), ZonedDateTime.of(2026, 3, 6, 12, 0, 0, 0, House.ZONE));
        BookingRules autumn =
                new BookingRules(RULE, House.calendar(), ZonedDateTime.of(2026, 10, 30, 12, 0, 0, 0, House.ZONE));
        assertThat(spring.refusals(LocalDateTime.of(2026, 3, 9, 8, 0))).isEmpty();
        assertThat(spring.refusals(LocalDateTime.of(2026, 3, 9, 18, 30))).isEmpty();
        assertThat(autumn.refusals(LocalDateTime.of(2026, 11, 2, 8, 0))).isEmpty();
        assertThat(autumn.refusals(LocalDateTime.of(2026, 11, 2, 18, 30))).isEmpty();
    }
}
