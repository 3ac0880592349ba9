package clinic.planner;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.patient.Language;
import clinic.protocol.SomeNumbers;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PlanTextsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

    @Property
    void haveASentenceForEveryRemark(@ForAll Remark.Kind kind, @ForAll Language language) {
        Map<String, Object> facts = Map.of(
                "gaps",
                List.of(2, 5),
                "target",
                3,
                "time",
                LocalTime.NOON,
                "from",
                LocalTime.NOON,
                "to",
                LocalTime.NOON,
                "weekdays",
                List.of(DayOfWeek.MONDAY),
                "day",
                DAY,
                "days",
                14);
        assertWhole(PlanTexts.text(new Remark(kind, facts), language.locale()));
    }

    @Property
    void haveASentenceForEveryRelaxationAndBlocker(
            @ForAll Relaxation.Kind kind, @ForAll NoPlan.Blocker blocker, @ForAll Language language) {
        assertWhole(PlanTexts.text(Relaxation.of(kind, DAY), language.locale()));
        assertWhole(PlanTexts.text(blocker, List.of(DAY), language.locale()));
        assertWhole(PlanTexts.rule(SomeNumbers.mood(Map.of(), 2), language.locale()));
    }

    private static void assertWhole(String text) {
        assertThat(text).endsWith(".").doesNotContain("{").doesNotContain("}");
    }

    @Test
    void speakPlainly() {
        assertThat(PlanTexts.text(Relaxation.of(Relaxation.Kind.WEEKDAY, DayOfWeek.TUESDAY), Locale.US))
                .isEqualTo("Allow Tuesdays.");
        assertThat(PlanTexts.text(NoPlan.Blocker.FULL, List.of(DAY, DAY.plusDays(1)), Locale.US))
                .isEqualTo("Nothing free at any time: Tue, Nov 24, Wed, Nov 25.");
        assertThat(PlanTexts.rule(SomeNumbers.mood(Map.of(), 2), Locale.US))
                .isEqualTo("6 visits, 2 to 5 days apart and within 21 days, do not fit on the days that are left.");
    }
}
