package clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.security.LatestDeed;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Catches: a screen that recomputes the day every few seconds, and one that does not see what was done. */
class PulseMarksTest {
    private static final List<String> NURSE = List.of("nurse", "en", "2026-03-02");
    private static final List<String> OTHER = List.of("lead", "en", "2026-03-02");

    private long deed = 7;
    private long now;
    private int made;

    private final PulseMarks marks = new PulseMarks(
            new LatestDeed() {
                @Override
                public long number() {
                    return deed;
                }
            },
            () -> now);

    @Test
    void theDayIsNotComputedAgainWhileNobodyDidAnything() {
        assertThat(ask(NURSE)).isEqualTo("1");
        seconds(4);
        assertThat(ask(NURSE)).isEqualTo("1");
        seconds(8);
        assertThat(ask(NURSE)).isEqualTo("1");
    }

    @Test
    void whatSomebodyDidShowsAtOnce() {
        ask(NURSE);
        deed++;
        assertThat(ask(NURSE)).isEqualTo("2");
    }

    @Test
    void whatTimeChangesShowsWithinAQuarterOfAMinute() {
        ask(NURSE);
        seconds(15);
        assertThat(ask(NURSE)).isEqualTo("2");
    }

    @Test
    void everyReaderHasTheirOwn() {
        ask(NURSE);
        assertThat(ask(OTHER)).isEqualTo("2");
        assertThat(ask(NURSE)).isEqualTo("1");
    }

    private String ask(List<String> of) {
        return marks.get(of, () -> Integer.toString(++made));
    }

    private void seconds(int many) {
        now += many * 1_000_000_000L;
    }
}
