package clinic.planner;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.capacity.Loads;
import clinic.planner.Remark.Kind;
import clinic.protocol.Protocol;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProposalSearchTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final List<LocalDate> OPEN = DemoHouse.weekdays(MONDAY, 56);

    private static List<Proposal> search(Protocol protocol, Wishes wishes) {
        Loads loads = DemoHouse.empty(OPEN);
        return new ProposalSearch(
                        protocol,
                        Price.USUAL,
                        wishes,
                        new CourseDays(OPEN),
                        DemoHouse.offers(protocol, loads, true),
                        DemoHouse.BY_ID,
                        new FirstDay(protocol, Price.USUAL, MONDAY, Optional.empty()))
                .find();
    }

    @Test
    void findsFiveThatTrulyDiffer() {
        List<Proposal> proposals = search(Courses.MOOD_6, Wishes.any(MONDAY, MONDAY.plusDays(55)));

        assertThat(proposals).hasSize(5);
        for (Proposal one : proposals) {
            assertThat(proposals)
                    .filteredOn(other -> other != one && weekday(other) == weekday(one))
                    .allMatch(other -> Math.abs(start(other) - start(one)) >= 12);
        }
        assertThat(proposals).extracting(proposal -> proposal.cost().total()).isSorted();
    }

    private static DayOfWeek weekday(Proposal proposal) {
        return first(proposal).slot().day().getDayOfWeek();
    }

    private static int start(Proposal proposal) {
        return first(proposal).slot().span().start();
    }

    private static Proposal.Visit first(Proposal proposal) {
        return proposal.visits().get(0);
    }

    @Test
    void saysWhatSpeaksForAPlan() {
        Wishes wishes = new Wishes(
                MONDAY,
                MONDAY.plusDays(55),
                Set.of(DayOfWeek.MONDAY, DayOfWeek.THURSDAY),
                Wishes.ANY_TIME,
                Set.of(),
                Optional.of(LocalTime.of(10, 30)));

        Proposal best = search(Courses.MOOD_6, wishes).get(0);

        assertThat(best.gaps()).containsExactly(3, 4, 3, 4, 3);
        assertThat(best.cost().gaps()).isEqualTo(2 * Price.USUAL.dayOffTarget());
        assertThat(best.cost().weekdays()).isEqualTo(Price.USUAL.furtherWeekday());
        assertThat(best.cost().finish()).isEqualTo(17 * Price.USUAL.dayLater());
        assertThat(best.reasons())
                .extracting(Remark::kind)
                .containsExactly(Kind.GAPS, Kind.AS_PREFERRED, Kind.WEEKDAYS, Kind.QUIET, Kind.ROOMS_KEPT, Kind.FINISH);
        assertThat(best.visits())
                .extracting(Proposal.Visit::firm)
                .containsExactly(true, true, false, false, false, false);
    }

    @Test
    void planAPainWeekOnlyFromMondays() {
        List<Proposal> proposals = search(Courses.PAIN_5DAY, Wishes.any(MONDAY, MONDAY.plusDays(55)));

        assertThat(proposals).isNotEmpty().allSatisfy(proposal -> {
            assertThat(first(proposal).slot().day().getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
            assertThat(proposal.gaps()).containsExactly(1, 1, 1, 1);
            assertThat(proposal.visits())
                    .extracting(visit -> visit.room().name())
                    .doesNotContain("R4");
        });
    }
}
