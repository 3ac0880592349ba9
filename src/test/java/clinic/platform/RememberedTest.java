package clinic.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.Proxy;
import java.sql.SQLNonTransientConnectionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RememberedTest {
    private static final RuntimeException AWAY =
            new IllegalStateException(new SQLNonTransientConnectionException("away"));
    private final AtomicInteger reads = new AtomicInteger();
    private RuntimeException failure;

    @BeforeEach
    void endPause() {
        Remembered.endPause();
    }

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

    /** Catches: everybody who comes in the moment it is too old reads all of it again. */
    @Test
    void isReadByOneForAllWhoComeMeanwhile() {
        List<Integer> meanwhile = new ArrayList<>();
        List<Remembered<Integer>> itself = new ArrayList<>();
        Remembered<Integer> remembered = new Remembered<>(Duration.ofHours(-1), () -> {
            if (reads.get() == 1) {
                meanwhile.add(itself.get(0).get());
            }
            return reads.incrementAndGet();
        });
        itself.add(remembered);
        assertThat(remembered.get()).isEqualTo(1);
        assertThat(remembered.get()).isEqualTo(2);
        assertThat(meanwhile).containsExactly(1);
        assertThat(remembered.get()).as("read again afterwards").isEqualTo(3);
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

    @Test
    void servesNoOldValueBecauseOfADefect() {
        Remembered<Integer> rules = remembered(Duration.ofHours(-1));
        assertThat(rules.get()).isEqualTo(1);
        failure = new IllegalStateException("a defect");
        assertThatIllegalStateException().isThrownBy(rules::get).withMessage("a defect");
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

    /** As a desk changes the rooms: others read before it commits, and must not keep what they read. */
    @Test
    void isForgottenWhenTheTransactionThatChangesItEnds() {
        Transaction transaction = new Transaction();
        AtomicInteger stored = new AtomicInteger(1);
        Remembered<Integer> rooms = new Remembered<>(Duration.ofHours(1), stored::get, transaction::here);
        assertThat(rooms.get()).isEqualTo(1);

        transaction.begin();
        rooms.forget();
        stored.set(2);
        assertThat(rooms.get()).as("within it").isEqualTo(2);
        transaction.suspended(() -> assertThat(rooms.get()).as("outside of it").isEqualTo(1));
        transaction.commit();

        assertThat(rooms.get()).isEqualTo(2);
    }

    @Test
    void keepsNothingThatWasReadBeforeTheChangeWasCommitted() {
        Transaction transaction = new Transaction();
        AtomicInteger stored = new AtomicInteger(1);
        transaction.begin();
        Remembered<?>[] rooms = new Remembered<?>[1];
        Remembered<Integer> remembered = new Remembered<>(
                Duration.ofHours(1),
                () -> {
                    int read = stored.get();
                    if (read == 1) {
                        rooms[0].forget();
                        stored.set(2);
                        transaction.commit();
                    }
                    return read;
                },
                transaction::here);
        rooms[0] = remembered;
        assertThat(remembered.get()).as("who had read already").isEqualTo(1);
        assertThat(remembered.get()).as("whoever asks then").isEqualTo(2);
    }

    private static final class Transaction {
        private final Map<Object, Object> resources = new HashMap<>();
        private final List<Synchronization> ends = new ArrayList<>();
        private boolean running;

        void begin() {
            running = true;
        }

        void suspended(Runnable meanwhile) {
            running = false;
            meanwhile.run();
            running = true;
        }

        void commit() {
            running = false;
            resources.clear();
            List.copyOf(ends).forEach(end -> end.afterCompletion(Status.STATUS_COMMITTED));
            ends.clear();
        }

        Optional<TransactionSynchronizationRegistry> here() {
            return running ? Optional.of(registry()) : Optional.empty();
        }

        private TransactionSynchronizationRegistry registry() {
            return (TransactionSynchronizationRegistry) Proxy.newProxyInstance(
                    getClass().getClassLoader(),
                    new Class<?>[] {TransactionSynchronizationRegistry.class},
                    (proxy, method, arguments) -> switch (method.getName()) {
                        case "getResource" -> resources.get(arguments[0]);
                        case "putResource" -> resources.put(arguments[0], arguments[1]);
                        case "registerInterposedSynchronization" ->
                            ends.add((Synchronization) arguments[0]) ? null : null;
                        default -> throw new UnsupportedOperationException(method.getName());
                    });
        }
    }
}
