package clinic.platform;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * The one place of retries. Its priority lies below the 200 of {@code @Transactional}, so it stands outside: a retry
 * inside would go on in a transaction that is already doomed. For the same reason a call within a transaction, or within
 * another that is retried, just proceeds. A deadlock is untied at once and tried some times, with a pause of random
 * length; who has waited for a row in vain waits once more.
 */
@Retried
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
public class RetryInterceptor {
    private static final int TRIES = 6;
    private static final int TRIES_FOR_A_ROW = 2;
    private static final int LONGEST_PAUSE_MILLIS = 40;
    private static final ThreadLocal<Boolean> WITHIN = new ThreadLocal<>();

    private final BooleanSupplier inTransaction;

    @Inject
    private Outage outage;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transaction;

    public RetryInterceptor() {
        this.inTransaction = () -> transaction.getTransactionStatus() != Status.STATUS_NO_TRANSACTION;
    }

    RetryInterceptor(Outage outage, BooleanSupplier inTransaction) {
        this.outage = outage;
        this.inTransaction = inTransaction;
    }

    @AroundInvoke
    Object around(InvocationContext call) throws Exception {
        if (WITHIN.get() != null || inTransaction.getAsBoolean()) {
            return call.proceed();
        }
        WITHIN.set(true);
        try {
            return again(call);
        } finally {
            WITHIN.remove();
        }
    }

    private Object again(InvocationContext call) throws Exception {
        int waits = 0;
        for (int attempt = 1; attempt < TRIES; attempt++) {
            try {
                return outage.waitOnce(call::proceed);
            } catch (RuntimeException failure) {
                DatabaseTrouble trouble = DatabaseTrouble.of(failure);
                waits += trouble == DatabaseTrouble.LOCK_WAIT ? 1 : 0;
                if (trouble != DatabaseTrouble.DEADLOCK && trouble != DatabaseTrouble.LOCK_WAIT
                        || waits == TRIES_FOR_A_ROW) {
                    throw failure;
                }
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(
                    ThreadLocalRandom.current().nextInt(1, LONGEST_PAUSE_MILLIS * attempt)));
        }
        return outage.waitOnce(call::proceed);
    }
}
