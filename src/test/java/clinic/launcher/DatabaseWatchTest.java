package clinic.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class DatabaseWatchTest {
    private final Deque<Boolean> ends = new ArrayDeque<>();
    private final List<String> said = new ArrayList<>();
    private int starts;
    private boolean broken;
    private boolean gaveUp;

    private void keepUp() {
        new DatabaseWatch(
                        () -> ends.isEmpty() || ends.pop(),
                        () -> {
                            starts++;
                            if (broken) {
                                throw new CannotStart("broken");
                            }
                        },
                        said::add,
                        Duration.ofMillis(1))
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
    }
}
