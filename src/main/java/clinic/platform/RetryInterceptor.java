package clinic.platform;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The one place of retries. Its priority lies below the 200 of {@code @Transactional}, so it stands outside: a retry
 * inside would go on in a transaction that is already doomed.
 */
@Retried
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
public class RetryInterceptor {
    private static final int TRIES = 6;
    private static final int LONGEST_PAUSE_MILLIS = 40;

    @Inject
    private Outage outage;

    @AroundInvoke
    Object again(InvocationContext call) throws Exception {
        for (int attempt = 1; ; attempt++) {
            try {
                return outage.waitOnce(call::proceed);
            } catch (RuntimeException failure) {
                if (attempt == TRIES || DatabaseTrouble.of(failure) != DatabaseTrouble.TRY_AGAIN) {
                    throw failure;
                }
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(
                    ThreadLocalRandom.current().nextInt(1, LONGEST_PAUSE_MILLIS * attempt)));
        }
    }
}
