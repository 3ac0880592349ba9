package clinic.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Tests that look at pages of the clinic the browsers share, and change nothing others count: they run while those do,
 * in turn with {@link WithPeopleOfItsOwn}.
 */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("people of their own")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface LooksAround {}
