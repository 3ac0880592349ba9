package clinic.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Tests with clinics of their own, which wait more than they work: they run while the tests of the shared clinic do, one
 * class after the other and the methods of each in turn.
 */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("clinics of their own")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface BesideTheOthers {}
