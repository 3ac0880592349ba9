package clinic.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.calendar.QuarterHours;
import clinic.capacity.LedgerAudit.Held;
import clinic.capacity.LedgerAudit.Report;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class LedgerAuditTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private static final QuarterHours NINE = new QuarterHours(36, 38);
    private static final DayVector OPEN = DayVector.EMPTY.with(new QuarterHours(32, 76), 1);

    @Test
    void isConsistentWhenClaimsAddUp() {
        Report report = LedgerAudit.compare(List.of(row(OPEN, DayVector.EMPTY.plus(NINE, 1))), List.of(held(1, NINE)));
        assertThat(report.consistent()).isTrue();
        assertThat(report.stranded()).isEmpty();
        assertThat(report.claims()).isEqualTo(1);
    }

    @Test
    void findsAClaimThatIsNotCounted() {
        Report report = LedgerAudit.compare(List.of(row(OPEN, DayVector.EMPTY)), List.of(held(1, NINE)));
        assertThat(report.consistent()).isFalse();
        assertThat(report.mismatches()).singleElement().satisfies(mismatch -> assertThat(mismatch.claimed())
                .isEqualTo(DayVector.EMPTY.plus(NINE, 1)));
    }

    @Test
    void findsACountWithoutAClaim() {
        assertThat(LedgerAudit.compare(List.of(row(OPEN, DayVector.EMPTY.plus(NINE, 1))), List.of())
                        .consistent())
                .isFalse();
    }

    @Test
    void findsAClaimOnADayThatIsNotInTheLedger() {
        assertThat(LedgerAudit.compare(List.of(), List.of(held(1, NINE))).mismatches())
                .hasSize(1);
    }

    @Test
    void listsAVisitWhoseCapacityWasTakenAway() {
        DayVector used = DayVector.EMPTY.plus(NINE, 1);
        Report report = LedgerAudit.compare(List.of(row(DayVector.EMPTY, used)), List.of(held(7, NINE)));
        assertThat(report.consistent()).isTrue();
        assertThat(report.stranded()).containsExactly(7L);
    }

    @Test
    void strandsTheLatestBookedFirstAndNoMoreThanMust() {
        DayVector two = DayVector.EMPTY.with(NINE, 2);
        DayVector used = DayVector.EMPTY.plus(NINE, 3);
        Report report =
                LedgerAudit.compare(List.of(row(two, used)), List.of(held(3, NINE), held(1, NINE), held(2, NINE)));
        assertThat(report.stranded()).containsExactly(3L);
    }

    private static ResourceDay row(DayVector capacity, DayVector used) {
        return new ResourceDay(DAY, 5, capacity, used);
    }

    private static Held held(long appointment, QuarterHours span) {
        return new Held(appointment, new Claim(DAY, 5, span, 1));
    }

    /** Catches: eight weeks of the ledger read for the six visits of one patient. */
    @Test
    void onlyTheDaysAskedAboutAreReadAndAWeekendBetweenThem() {
        LocalDate friday = LocalDate.of(2026, 3, 6);

        assertThat(LedgerAudit.stretches(
                        new TreeSet<>(List.of(friday, friday.plusDays(3), friday.plusDays(21), friday.plusDays(25)))))
                .containsExactly(
                        new LedgerAudit.Days(friday, friday.plusDays(4)),
                        new LedgerAudit.Days(friday.plusDays(21), friday.plusDays(22)),
                        new LedgerAudit.Days(friday.plusDays(25), friday.plusDays(26)));
        assertThat(LedgerAudit.stretches(new TreeSet<>())).isEmpty();
    }
}
