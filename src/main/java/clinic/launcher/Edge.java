package clinic.launcher;

import java.lang.reflect.Field;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.glassfish.grizzly.filterchain.Filter;
import org.glassfish.grizzly.filterchain.FilterChain;
import org.glassfish.grizzly.filterchain.FilterChainBuilder;
import org.glassfish.grizzly.http.HttpServerFilter;
import org.glassfish.grizzly.nio.NIOTransport;

/**
 * What stands between the network and the server: {@link ConnectionGuard} before the bytes are read, {@link
 * RequestGuard} after they are a request. Payara offers no setting for either, so they are put into its network layer
 * by its own classes, which no artifact of the build holds.
 */
final class Edge {
    private final ConnectionGuard connections;
    private final RequestGuard requests;

    Edge(Settings settings) {
        int most = settings.rateLimited() ? settings.number(Setting.CONNECTIONS_PER_ADDRESS) : 0;
        connections = new ConnectionGuard(most, trusted(settings), EdgeEvents.register());
        requests = new RequestGuard(connections, settings.baseUrl().replaceAll("/+$", ""));
    }

    private static Predicate<InetAddress> trusted(Settings settings) {
        List<Network> proxies = settings.value(Setting.TRUSTED_PROXY).stream()
                .flatMap(list -> Arrays.stream(list.split(",")))
                .map(String::strip)
                .map(Network::of)
                .toList();
        return address -> proxies.stream().anyMatch(proxy -> proxy.contains(address));
    }

    /** Stands before every listener of the running server from now on. */
    void install() throws CannotStart {
        try {
            List<NIOTransport> transports = transports();
            for (NIOTransport transport : transports) {
                transport.setProcessor(guarded((FilterChain) transport.getProcessor()));
            }
            if (transports.isEmpty()) {
                throw new CannotStart("The server has no listener to guard.");
            }
        } catch (ReflectiveOperationException otherVersion) {
            throw new CannotStart("lib/payara does not hold the server this clinic.jar was built with.", otherVersion);
        }
        connections.start();
    }

    private FilterChain guarded(FilterChain chain) throws CannotStart {
        List<Filter> filters = new ArrayList<>(chain);
        int codec = chain.indexOfType(HttpServerFilter.class);
        if (codec < 1) {
            throw new CannotStart("The server's listener is put together in another way than expected: " + filters);
        }
        filters.add(codec + 1, requests);
        filters.add(codec, connections);
        return FilterChainBuilder.stateless()
                .addAll(filters.toArray(Filter[]::new))
                .build();
    }

    private static List<NIOTransport> transports() throws ReflectiveOperationException {
        Class<?> type = Class.forName("com.sun.enterprise.v3.services.impl.GrizzlyService");
        Object service = Class.forName("org.glassfish.internal.api.Globals")
                .getMethod("get", Class.class)
                .invoke(null, type);
        Field proxies = type.getDeclaredField("proxies");
        proxies.setAccessible(true);
        List<NIOTransport> transports = new ArrayList<>();
        for (Object proxy : (Collection<?>) proxies.get(service)) {
            Object listener =
                    proxy.getClass().getMethod("getUnderlyingListener").invoke(proxy);
            Object transport = listener.getClass().getMethod("getTransport").invoke(listener);
            if (transport instanceof NIOTransport nio && nio.getProcessor() instanceof FilterChain) {
                transports.add(nio);
            }
        }
        return transports;
    }

    void stop() {
        connections.stop();
    }
}
