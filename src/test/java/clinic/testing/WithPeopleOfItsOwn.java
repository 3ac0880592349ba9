package clinic.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Tests that change accounts, tamper with records or kill, in a clinic of their own: beside all others, one class after
 * the other. Nothing in them is timed.
 */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("people of their own")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface WithPeopleOfItsOwn {}
