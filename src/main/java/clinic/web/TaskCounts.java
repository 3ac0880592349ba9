package clinic.web;

import clinic.booking.StrandedDesk;
import clinic.infusion.Due;
import clinic.infusion.SeriesDesk;
import clinic.infusion.SeriesQuery;
import clinic.security.Caller;
import clinic.staff.Actor;
import clinic.staff.Role;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;

/**
 * How many tasks wait in the lists that need the whole ledger or all series to tell. Each screen of the day asks every few
 * seconds, so the answer is kept for half a minute for each role.
 */
@ApplicationScoped
public class TaskCounts {
    private static final Duration FRESH = Duration.ofSeconds(30);

    @Inject
    private StrandedDesk stranded;

    @Inject
    private SeriesDesk series;

    @Inject
    private Caller caller;

    private final Cache<Optional<Role>, Counts> kept =
            Caffeine.newBuilder().expireAfterWrite(FRESH).build();

    /** By kind; 0 where nothing waits. */
    record Counts(int affected, int checkpoints, int gaps, int boosters, int estimates) {}

    Counts of() {
        Actor actor = caller.actor();
        return kept.get(
                actor.role(),
                any -> new Counts(
                        stranded.waiting(actor),
                        due(actor, Due.What.CHECKPOINT),
                        due(actor, Due.What.GAP),
                        due(actor, Due.What.BOOSTER),
                        due(actor, Due.What.ESTIMATE)));
    }

    private int due(Actor actor, Due.What what) {
        return series.list(actor, SeriesQuery.due(what)).lines().size();
    }
}
