package clinic.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLNonTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RememberedTest {
    private static final RuntimeException AWAY =
            new IllegalStateException(new SQLNonTransientConnectionException("away"));
    private final AtomicInteger reads = new AtomicInteger();
    private RuntimeException failure;

    @Test
    void readsOnceWhileFresh() {
        Remembered<Integer> remembered = remembered(Duration.ofHours(1));
        assertThat(remembered.get()).isEqualTo(1);
        assertThat(remembered.get()).isEqualTo(1);
        remembered.forget();
        assertThat(remembered.get()).isEqualTo(2);
    }

    @Test
    void servesTheLastValueWhileTheDatabaseIsAwayAndSparesOthersTheFindingOut() {
        Remembered<Integer> hours = remembered(Duration.ZERO);
        Remembered<Integer> rules = remembered(Duration.ZERO);
        assertThat(hours.get()).isEqualTo(1);
        assertThat(rules.get()).isEqualTo(2);
        failure = AWAY;
        assertThat(hours.get()).isEqualTo(1);
        assertThat(rules.get()).isEqualTo(2);
        assertThat(reads).hasValue(3);
        failure = null;
        hours.forget();
        assertThat(hours.get()).isEqualTo(4);
    }

    @Test
    void failsWhenThereIsNothingToServe() {
        failure = AWAY;
        assertThatThrownBy(remembered(Duration.ZERO)::get).isSameAs(AWAY);
    }

    @Test
    void hidesNoOtherFailure() {
        failure = new IllegalStateException("a defect");
        assertThatIllegalStateException()
                .isThrownBy(remembered(Duration.ZERO)::get)
                .withMessage("a defect");
    }

    private Remembered<Integer> remembered(Duration fresh) {
        return new Remembered<>(fresh, () -> {
            reads.incrementAndGet();
            if (failure != null) {
                throw failure;
            }
            return reads.get();
        });
    }
}
