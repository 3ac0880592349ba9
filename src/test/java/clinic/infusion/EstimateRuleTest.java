package clinic.infusion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By when an estimate is owed. Thursday, November 26, 2026, is a holiday. */
class EstimateRuleTest {
    private static final LocalDate THANKSGIVING = LocalDate.of(2026, 11, 26);
    private static final Predicate<LocalDate> OPEN =
            day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0 && !day.equals(THANKSGIVING);

    @ParameterizedTest
    @CsvSource({
        // booked on a Monday: two business days ahead, three, nine, ten
        "2026-11-30, 2026-12-02, -",
        "2026-11-30, 2026-12-03, 2026-12-01",
        "2026-11-30, 2026-12-11, 2026-12-01",
        "2026-11-30, 2026-12-14, 2026-12-03",
        // a weekend and a holiday are no business days: neither ahead nor within
        "2026-11-27, 2026-12-01, -",
        "2026-11-27, 2026-12-02, 2026-11-30",
        "2026-11-24, 2026-11-27, -",
        "2026-11-24, 2026-11-30, 2026-11-25",
        "2026-11-25, 2026-12-09, 2026-11-27",
        "2026-11-25, 2026-12-10, 2026-12-01",
        // booked on a Sunday
        "2026-11-29, 2026-12-02, 2026-11-30",
        // the same day, and one before
        "2026-11-30, 2026-11-30, -",
        "2026-11-30, 2026-11-27, -"
    })
    void isOwedByHowFarAheadTheFirstVisitIs(LocalDate booked, LocalDate visit, String due) {
        assertThat(EstimateRule.due(booked, visit, OPEN))
                .isEqualTo(due.equals("-") ? Optional.empty() : Optional.of(LocalDate.parse(due)));
    }

    @Test
    void isOwedAnewHoweverNearTheNextVisitIs() {
        assertThat(EstimateRule.renewed(LocalDate.of(2026, 11, 25), LocalDate.of(2026, 11, 27), OPEN))
                .isEqualTo("2026-11-27");
        assertThat(EstimateRule.renewed(LocalDate.of(2026, 11, 30), LocalDate.of(2026, 12, 14), OPEN))
                .isEqualTo("2026-12-03");
    }

    @Test
    void isOwedTheNextDayWhereNoDayIsABusinessDay() {
        assertThat(EstimateRule.renewed(THANKSGIVING, THANKSGIVING.plusDays(1), day -> false))
                .isEqualTo("2026-11-27");
    }
}
