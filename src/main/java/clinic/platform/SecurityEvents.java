package clinic.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/**
 * Counts what is refused to strangers, by kind and client network: at once as the metric {@code clinic_refused_total},
 * and once a minute for the audit trail, so that a flood of requests is no flood of rows. Each node counts for itself.
 */
@ApplicationScoped
public class SecurityEvents {
    /** The metric: one counter a kind, with the tag {@code kind}. */
    static final String METRIC = "clinic_refused";

    /** Networks that are told apart at a time; the others are counted together, under no address. */
    static final int MOST_NETWORKS = 30;

    private static final long MINUTE_NANOS = Duration.ofMinutes(1).toNanos();

    /** What was refused. */
    public enum Kind {
        /** A form or change that another site sent, or that carries no word of its session. */
        FORGED_REQUEST,
        /** A form sent by GET, or with its fields in the address. */
        FORM_BY_GET,
        /** A bearer token that opens nothing. */
        BAD_TOKEN,
        /** A private link that opens nothing. */
        BAD_LINK,
        /** A sign-in while its name is locked out for that network. */
        LOCKED_OUT,
        /** A password that had to wait too long for its turn to be checked. */
        SIGN_IN_BUSY,
        RATE_LIMITED,
        TOO_MANY_OPEN,
        TOO_MANY_HOLDS,
        /** Known to the launcher's edge only: see its EdgeEvents. */
        BAD_PATH,
        BAD_REQUEST,
        TOO_LARGE,
        SLOW_REQUEST,
        TOO_MANY_CONNECTIONS
    }

    /**
     * What is to be put on record.
     *
     * @param network where the requests came from; empty for many
     * @param times at least 1
     */
    public record Count(Kind kind, String network, long times) {}

    private record Key(Kind kind, String network) {}

    /** What waits to be told, and from when on it may be. */
    private static final class Tally {
        private long waiting;
        private long tellFrom;
    }

    private final LongSupplier nanos;
    private final Map<Key, Tally> tallies = new HashMap<>();

    @Inject
    private Instance<MetricRegistry> metrics;

    public SecurityEvents() {
        this(System::nanoTime);
    }

    SecurityEvents(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Counts one refusal. */
    public void add(Kind kind, String address) {
        add(kind, address, 1);
    }

    /**
     * Counts refusals.
     *
     * @param address of the client; its network is kept
     */
    public void add(Kind kind, String address, long times) {
        if (metrics != null && metrics.isResolvable()) {
            metrics.get().counter(METRIC, new Tag("kind", kind.name())).inc(times);
        }
        count(new Key(kind, NetworkAddress.network(address)), times);
    }

    /** Takes back what was drained and could not be put on record. */
    public synchronized void restore(List<Count> counts) {
        counts.forEach(each -> {
            Tally tally = tallies.computeIfAbsent(new Key(each.kind(), each.network()), any -> new Tally());
            tally.waiting += each.times();
            tally.tellFrom = nanos.getAsLong();
        });
    }

    private synchronized void count(Key key, long times) {
        Key kept = tallies.containsKey(key) || tallies.size() < MOST_NETWORKS ? key : new Key(key.kind(), "");
        tallies.computeIfAbsent(kept, any -> {
                    Tally tally = new Tally();
                    tally.tellFrom = nanos.getAsLong();
                    return tally;
                })
                .waiting += times;
    }

    /** What is to be told now: the first refusal of its kind and network at once, further ones a minute later. */
    public synchronized List<Count> drain() {
        long now = nanos.getAsLong();
        List<Count> told = new ArrayList<>();
        Iterator<Map.Entry<Key, Tally>> all = tallies.entrySet().iterator();
        while (all.hasNext()) {
            Map.Entry<Key, Tally> each = all.next();
            Tally tally = each.getValue();
            if (now - tally.tellFrom < 0) {
                continue;
            }
            if (tally.waiting == 0) {
                all.remove();
                continue;
            }
            told.add(new Count(each.getKey().kind(), each.getKey().network(), tally.waiting));
            tally.waiting = 0;
            tally.tellFrom = now + MINUTE_NANOS;
        }
        return told;
    }
}
