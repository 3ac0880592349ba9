package clinic.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class DatabaseWatchTest {
    private final Deque<Boolean> ends = new ArrayDeque<>();
    private final List<String> said = new ArrayList<>();
    private final List<Long> pauses = new ArrayList<>();
    private Duration staysUp = Duration.ofSeconds(1);
    private long now;
    private int starts;
    private boolean broken;
    private boolean gaveUp;

    private void keepUp() {
        new DatabaseWatch(
                        () -> {
                            now += staysUp.toNanos();
                            return ends.isEmpty() || ends.pop();
                        },
                        () -> {
                            starts++;
                            if (broken) {
                                throw new CannotStart("broken");
                            }
                        },
                        said::add,
                        () -> now,
                        length -> pauses.add(length.toMillis()))
                .keepUp(() -> gaveUp = true);
    }

    @Test
    void startsItAgainUntilItIsToldToEnd() {
        ends.addAll(List.of(true, true, false));
        keepUp();
        assertThat(starts).isEqualTo(2);
        assertThat(gaveUp).isFalse();
        assertThat(said).contains("The database runs again");
    }

    @Test
    void givesUpWithASentenceWhenItDoesNotStayUp() {
        broken = true;
        keepUp();
        assertThat(starts).isEqualTo(6);
        assertThat(gaveUp).isTrue();
        assertThat(said.get(said.size() - 1))
                .startsWith("The database has ended 6 times")
                .contains("database.log");
        assertThat(pauses).as("longer each time").containsExactly(500L, 1000L, 2000L, 4000L, 8000L, 16_000L);
    }

    @Test
    void givesUpWhenItNeverStaysUpForLong() {
        staysUp = Duration.ofMinutes(2);
        ends.addAll(Collections.nCopies(20, true));
        ends.add(false);
        keepUp();
        assertThat(starts).isEqualTo(6);
        assertThat(gaveUp).isTrue();
    }

    @Test
    void countsAnewOnceItHasStayedUp() {
        staysUp = Duration.ofMinutes(5).plusNanos(1);
        ends.addAll(Collections.nCopies(20, true));
        ends.add(false);
        keepUp();
        assertThat(starts).isEqualTo(20);
        assertThat(gaveUp).isFalse();
        assertThat(pauses).containsOnly(500L);
    }
}
