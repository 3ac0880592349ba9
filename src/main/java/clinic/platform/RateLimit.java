package clinic.platform;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * So many writes a minute from one address of the network: a guard against scripts, generous to a household. Each node
 * counts for itself. Whoever has IPv6 owns a whole network of addresses, so there the network counts.
 */
@ApplicationScoped
public class RateLimit {
    private static final int MOST_ADDRESSES = 100_000;

    private int perMinute;
    private SecurityEvents events;
    private TimeMeter time;
    private Cache<String, Bucket> buckets;

    protected RateLimit() {}

    @Inject
    public RateLimit(
            @ConfigProperty(name = "clinic.rate.limit", defaultValue = "30") int perMinute, SecurityEvents events) {
        this(perMinute, events, TimeMeter.SYSTEM_NANOTIME);
    }

    RateLimit(int perMinute, SecurityEvents events, TimeMeter time) {
        this.events = events;
        this.perMinute = perMinute;
        this.time = time;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST_ADDRESSES)
                .expireAfterAccess(Duration.ofMinutes(2))
                .build();
    }

    /** Counts one write from the address, or says how long to wait before the next is let through. */
    public Optional<Duration> refused(String address) {
        if (perMinute <= 0) {
            return Optional.empty();
        }
        ConsumptionProbe probe =
                buckets.get(NetworkAddress.client(address), any -> bucket()).tryConsumeAndReturnRemaining(1);
        if (probe.isConsumed()) {
            return Optional.empty();
        }
        events.add(SecurityEvents.Kind.RATE_LIMITED, address);
        return Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                .withCustomTimePrecision(time)
                .build();
    }
}
