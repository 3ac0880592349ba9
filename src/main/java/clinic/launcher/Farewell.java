package clinic.launcher;

import java.lang.reflect.Proxy;
import java.util.Map;

/**
 * What is done, in order, when this process is told to end; then it ends. A shutdown hook would be too late: the server's
 * own hook runs beside it, and takes the application down under its visitors.
 */
final class Farewell {
    /** What a process ended by each is known to answer. */
    private static final Map<String, Integer> SIGNALS = Map.of("INT", 130, "TERM", 143);

    private Farewell() {}

    /**
     * By reflection: the one door to signals is exported by the JDK, but the compiler warns of it and cannot be told not to.
     */
    static void prepare(Runnable lastSteps) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            for (Map.Entry<String, Integer> each : SIGNALS.entrySet()) {
                Object told = Proxy.newProxyInstance(
                        Farewell.class.getClassLoader(), new Class<?>[] {handler}, (proxy, method, arguments) -> {
                            if (method.getName().equals("handle")) {
                                end(lastSteps, each.getValue());
                            }
                            return null;
                        });
                signal.getMethod("handle", signal, handler)
                        .invoke(null, signal.getConstructor(String.class).newInstance(each.getKey()), told);
            }
        } catch (ReflectiveOperationException otherJava) {
            throw new IllegalStateException("this Java has no signals", otherJava);
        }
    }

    private static void end(Runnable lastSteps, int status) {
        try {
            lastSteps.run();
        } finally {
            System.exit(status);
        }
    }
}
