package clinic.security;

import clinic.platform.LauncherCounts;
import clinic.platform.SecurityEvents;
import clinic.staff.Actor;
import clinic.staff.Deed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Puts on record what was refused to strangers, here and by the launcher before the application saw it. */
@ApplicationScoped
public class SecurityEventLog {
    /** Where the launcher's counts are found; in a server it did not start there are none. */
    private static final String EDGE = "clinic:type=EdgeEvents";

    @Inject
    private SecurityEvents events;

    @Inject
    private AuditEntryDesk entries;

    /** Writes one entry a kind and network, at most once a minute. What cannot be written is kept for the next time. */
    public void write() {
        LauncherCounts.drain(EDGE).forEach((key, times) -> {
            String[] parts = key.split(" ", 2);
            events.add(SecurityEvents.Kind.valueOf(parts[0]), parts[1], times);
        });
        List<SecurityEvents.Count> counts = events.drain();
        try {
            entries.enterAll(counts.stream().map(SecurityEventLog::entry).toList());
        } catch (RuntimeException outage) {
            events.restore(counts);
            throw outage;
        }
    }

    private static Deed entry(SecurityEvents.Count count) {
        Actor stranger = new Actor("UNKNOWN", Optional.empty(), count.network());
        return Deed.refused(stranger, count.kind().name(), "REQUEST", "")
                .reason(Optional.of("times: " + count.times()));
    }
}
