package clinic.launcher;

import java.lang.reflect.Proxy;
import java.util.Map;

/**
 * A node behind a proxy says that it goes, at /health/ready, and serves on until the proxy has seen it. Else the proxy
 * would still send visitors into an application that is being taken down. A shutdown hook would be too late: the
 * server's own hook runs beside it.
 */
final class Farewell {
    /** Longer than the proxy of config/haproxy.cfg needs to notice. */
    private static final int PROXY_NOTICES_MILLIS = 5000;

    /** What a process ended by each is known to answer. */
    private static final Map<String, Integer> SIGNALS = Map.of("INT", 130, "TERM", 143);

    private Farewell() {}

    /**
     * To be said when the process is told to end, which it then does. By reflection: the one door to signals is
     * exported by the JDK, but the compiler warns of it and cannot be told not to.
     */
    static void prepare() {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            for (Map.Entry<String, Integer> each : SIGNALS.entrySet()) {
                Object told = Proxy.newProxyInstance(
                        Farewell.class.getClassLoader(), new Class<?>[] {handler}, (proxy, method, arguments) -> {
                            if (method.getName().equals("handle")) {
                                say(each.getValue());
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

    private static void say(int status) {
        System.setProperty("clinic.stopping", "true");
        try {
            Thread.sleep(PROXY_NOTICES_MILLIS);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        System.exit(status);
    }
}
