package clinic.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

class RetryInterceptorTest {
    private static final RuntimeException DEADLOCK = new IllegalStateException(new SQLException("", "40001", 1213));
    private static final RuntimeException LOCK_WAIT = new IllegalStateException(new SQLException("", "40001", 1205));
    private static final RuntimeException DEFECT = new IllegalStateException("a defect");

    private final Deque<RuntimeException> failures = new ArrayDeque<>();
    private boolean inTransaction;
    private int tries;
    private long now;
    private final RetryInterceptor interceptor = new RetryInterceptor(new Outage(() -> now), () -> inTransaction);

    private Object call() throws Exception {
        return interceptor.around(new Call(this::work));
    }

    private Object work() {
        tries++;
        if (!failures.isEmpty()) {
            throw failures.pop();
        }
        return "done";
    }

    @Test
    void triesADeadlockAgainUntilItIsUntied() throws Exception {
        failures.addAll(List.of(DEADLOCK, DEADLOCK, DEADLOCK));
        assertThat(call()).isEqualTo("done");
        assertThat(tries).isEqualTo(4);
    }

    @Test
    void givesUpADeadlockThatIsNeverUntied() {
        for (int i = 0; i < 20; i++) {
            failures.add(DEADLOCK);
        }
        assertThatThrownBy(this::call).isSameAs(DEADLOCK);
        assertThat(tries).isEqualTo(6);
    }

    @Test
    void waitsForARowOnceMoreAndNoMore() {
        failures.addAll(List.of(LOCK_WAIT, LOCK_WAIT));
        assertThatThrownBy(this::call).isSameAs(LOCK_WAIT);
        assertThat(tries).isEqualTo(2);
    }

    @Test
    void countsWaitsForARowAmongDeadlocks() {
        failures.addAll(List.of(LOCK_WAIT, DEADLOCK, LOCK_WAIT));
        assertThatThrownBy(this::call).isSameAs(LOCK_WAIT);
        assertThat(tries).isEqualTo(3);
    }

    @Test
    void triesNothingElseAgain() {
        failures.add(DEFECT);
        assertThatThrownBy(this::call).isSameAs(DEFECT);
        assertThat(tries).isEqualTo(1);
    }

    @Test
    void justProceedsInATransaction() {
        inTransaction = true;
        failures.add(DEADLOCK);
        assertThatThrownBy(this::call).isSameAs(DEADLOCK);
        assertThat(tries).isEqualTo(1);
    }

    @Test
    void justProceedsWithinAnotherCallThatIsRetried() {
        failures.addAll(List.of(LOCK_WAIT, LOCK_WAIT, LOCK_WAIT, LOCK_WAIT));
        assertThatThrownBy(() -> interceptor.around(new Call(this::call))).isSameAs(LOCK_WAIT);
        assertThat(tries).isEqualTo(2);
    }

    @Test
    void retriesTheNextCallAfterANestedOne() throws Exception {
        interceptor.around(new Call(this::call));
        failures.add(DEADLOCK);
        assertThat(call()).isEqualTo("done");
    }

    @Test
    void asksNothingOfADatabaseThatWasJustFoundAway() {
        RuntimeException away = new IllegalStateException(new SQLNonTransientConnectionException("away"));
        assertThatThrownBy(() -> interceptor.around(new Call(() -> {
                    now += Duration.ofSeconds(5).toNanos();
                    throw away;
                })))
                .isSameAs(away);
        assertThatThrownBy(this::call).isInstanceOf(DatabaseAway.class);
        assertThat(tries).isZero();
    }

    private record Call(Callable<Object> work) implements InvocationContext {
        @Override
        public Object proceed() throws Exception {
            return work.call();
        }

        @Override
        public Object getTarget() {
            return null;
        }

        @Override
        public Object getTimer() {
            return null;
        }

        @Override
        public Method getMethod() {
            return null;
        }

        @Override
        public Constructor<?> getConstructor() {
            return null;
        }

        @Override
        public Object[] getParameters() {
            return new Object[0];
        }

        @Override
        public void setParameters(Object[] parameters) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<String, Object> getContextData() {
            return Map.of();
        }
    }
}
