package clinic.planner;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.capacity.Purpose;
import clinic.protocol.Gap;
import clinic.protocol.Phases;
import clinic.protocol.Protocol;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FirstDayTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final Protocol BOOSTER = new Protocol(
            "BOOSTER",
            1,
            1,
            new Gap(Gap.Unit.CALENDAR_DAYS, 14, 28, 42),
            0,
            Protocol.ANY_SPLITS,
            new Phases(15, 45, 30, 15),
            Purpose.MOOD,
            2,
            Set.of(1));

    @Test
    void costsNothingWithinAFortnightAndMoreEveryDayAfter() {
        FirstDay first = new FirstDay(Courses.MOOD_6, Price.USUAL, MONDAY, Optional.empty());

        assertThat(first.waiting(MONDAY.plusDays(14))).isZero();
        assertThat(first.waiting(MONDAY.plusDays(16))).isEqualTo(2 * Price.USUAL.dayWaited());
    }

    @Test
    void isPaidForOnce() {
        Offer offer = new Offer(40, 1, 7);
        Offers priced =
                new FirstDay(Courses.MOOD_6, Price.USUAL, MONDAY, Optional.empty()).on((visit, day) -> List.of(offer));

        assertThat(priced.on(1, MONDAY.plusDays(15))).containsExactly(new Offer(40, 1, 7 + Price.USUAL.dayWaited()));
        assertThat(priced.on(2, MONDAY.plusDays(15))).containsExactly(offer);
    }

    @Test
    void ofASingleVisitIsCountedFromTheOneBefore() {
        List<LocalDate> open = DemoHouse.weekdays(MONDAY, 60);
        LocalDate before = MONDAY.minusDays(4);
        FirstDay first = new FirstDay(BOOSTER, Price.USUAL, MONDAY, Optional.of(before));

        Proposal best = new ProposalSearch(
                        BOOSTER,
                        Price.USUAL,
                        Wishes.any(MONDAY, MONDAY.plusDays(50)),
                        new CourseDays(open),
                        DemoHouse.offers(BOOSTER, DemoHouse.empty(open), false),
                        DemoHouse.BY_ID,
                        first)
                .find()
                .get(0);

        assertThat(best.visits().get(0).slot().day()).isEqualTo(before.plusDays(28));
        assertThat(best.cost().gaps()).isZero();
        assertThat(first.gap(before.plusDays(30))).isEqualTo(2 * Price.USUAL.dayOffTarget());
    }
}
