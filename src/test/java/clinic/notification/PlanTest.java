package clinic.notification;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.booking.BookingEvents.Notice;
import clinic.calendar.Slot;
import clinic.infusion.InfusionEvents.SeriesChanged;
import clinic.notification.OutboxVisit.News;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PlanTest {
    private static final List<Notice> SIX = Post.six("en");
    private static final Map<Long, Slot> TOLD = SIX.stream().collect(Collectors.toMap(Notice::visit, Notice::slot));
    private static final Slot THURSDAY = Post.slot("2026-03-05", "11:30");

    @Test
    void saysWhatMovedFromWhereAndWhatFellAway() {
        Plan plan = Plan.of(Post.twoChanges("en"), TOLD);
        assertThat(plan.visits())
                .extracting(OutboxVisit::no, OutboxVisit::news)
                .extracting(Object::toString)
                .containsExactly(
                        "(1, STANDS)", "(2, MOVED)", "(3, STANDS)", "(4, STANDS)", "(6, STANDS)", "(5, DROPPED)");
        assertThat(plan.visits().get(0).before()).as("of what stands").isEmpty();
        assertThat(plan.visits().get(1).before()).contains(SIX.get(1).slot());
        assertThat(plan.visits().get(1).slot()).isEqualTo(THURSDAY);
    }

    @Test
    void namesNoEarlierTimeThatIsNotKnown() {
        Plan plan = Plan.of(Post.twoChanges("en"), Map.of());
        assertThat(plan.visits().get(1).news()).isEqualTo(News.MOVED);
        assertThat(plan.visits().get(1).before()).isEmpty();
    }

    @Test
    void takesWhatIsBackWhereSheWasToldForNoNews() {
        Notice back = Post.planned(2, SIX.get(1).slot(), 2, "en");
        assertThat(Plan.of(change(List.of(back), List.of()), TOLD).isNews()).isFalse();
    }

    @Test
    void tellsAVisitSheNeverHeardOfAsNew() {
        Notice added = Post.planned(6, SIX.get(5).slot(), 0, "en");
        Plan plan = Plan.of(
                new SeriesChanged(4, 1, SIX, List.of(added), List.of()),
                SIX.stream().limit(5).collect(Collectors.toMap(Notice::visit, Notice::slot)));
        assertThat(plan.visits().get(5).news()).isEqualTo(News.ADDED);
        assertThat(plan.onlyChange()).isEmpty();
        assertThat(plan.entries()).isEmpty();
    }

    @Test
    void aSingleChangeNeedsNoMailBesideTheLetter() {
        Plan plan = Plan.of(change(List.of(Post.planned(2, THURSDAY, 1, "en")), List.of()), TOLD);
        assertThat(plan.onlyChange()).map(OutboxVisit::no).contains(2);
        assertThat(plan.entries()).isEmpty();
    }

    @Test
    void severalChangesReachTheCalendarOneByOne() {
        Plan plan = Plan.of(Post.twoChanges("en"), TOLD);
        assertThat(plan.onlyChange()).isEmpty();
        assertThat(plan.entries()).extracting(OutboxVisit::no).containsExactly(2, 5);
    }

    private static SeriesChanged change(List<Notice> changed, List<Notice> dropped) {
        List<Notice> plan = SIX.stream()
                .map(visit -> changed.stream()
                        .filter(each -> each.visit() == visit.visit())
                        .findFirst()
                        .orElse(visit))
                .toList();
        return new SeriesChanged(4, 1, plan, changed, dropped);
    }
}
