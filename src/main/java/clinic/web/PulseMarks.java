package clinic.web;

import clinic.security.LatestDeed;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The marks screens ask for every few seconds. One is made again once anybody has done anything, and every quarter of a
 * minute at most, for the time that passes makes patients late and an email fails by itself; until then the question
 * costs a number of the database, not the day.
 */
@ApplicationScoped
class PulseMarks {
    private static final long OLD_NANOS = Duration.ofSeconds(15).toNanos();
    private static final int MOST = 2_000;

    @Inject
    private LatestDeed latest;

    private final LongSupplier nanos;
    private final Cache<List<String>, Mark> marks = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    private record Mark(long deed, long madeAt, String text) {}

    PulseMarks() {
        this(System::nanoTime);
    }

    private PulseMarks(LongSupplier nanos) {
        this.nanos = nanos;
    }

    PulseMarks(LatestDeed latest, LongSupplier nanos) {
        this(nanos);
        this.latest = latest;
    }

    /**
     * The mark of what somebody looks at.
     *
     * @param of who looks, in which language, and at what: all that the mark depends on but the data
     */
    String get(List<String> of, Supplier<String> made) {
        long deed = latest.number();
        long now = nanos.getAsLong();
        Mark before = marks.getIfPresent(of);
        if (before != null && before.deed() == deed && now - before.madeAt() < OLD_NANOS) {
            return before.text();
        }
        Mark mark = new Mark(deed, now, made.get());
        marks.put(of, mark);
        return mark.text();
    }
}
