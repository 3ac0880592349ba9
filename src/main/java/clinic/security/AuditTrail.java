package clinic.security;

import clinic.staff.Deed;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;

/**
 * Writes down every deed: what was done in the transaction that did it, or neither; what was refused apart, for that
 * transaction is about to be undone. A page that stays open looks at its lists every few seconds: that is one look in a
 * quarter of an hour.
 */
@ApplicationScoped
class AuditTrail {
    private static final Duration ONE_LOOK = Duration.ofMinutes(15);
    private static final int MOST_LOOKS = 10_000;

    @Inject
    private AuditEntryDesk desk;

    private final Cache<List<String>, Boolean> looks = Caffeine.newBuilder()
            .expireAfterWrite(ONE_LOOK)
            .maximumSize(MOST_LOOKS)
            .build();

    void note(@Observes Deed deed) {
        if (isALook(deed) && looks.getIfPresent(look(deed)) != null) {
            return;
        }
        switch (deed.outcome()) {
            case DONE -> desk.enter(deed);
            case REFUSED -> desk.enterApart(deed);
        }
    }

    void noted(@Observes(during = TransactionPhase.AFTER_SUCCESS) Deed deed) {
        if (isALook(deed)) {
            looks.put(look(deed), true);
        }
    }

    private static boolean isALook(Deed deed) {
        return deed.action().equals(Deed.READ_LIST);
    }

    private static List<String> look(Deed deed) {
        return List.of(deed.by().name(), deed.by().address(), deed.record(), deed.id());
    }
}
