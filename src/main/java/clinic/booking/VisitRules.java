package clinic.booking;

import clinic.platform.Reading;
import clinic.platform.Remembered;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.List;

/** What the clinic decided for each kind of visit. Remembered for some seconds. */
@ApplicationScoped
public class VisitRules {
    @PersistenceContext
    private EntityManager em;

    @Inject
    private Reading reading;

    private final Remembered<List<VisitRule>> all = new Remembered<>(
            Duration.ofSeconds(5),
            () -> reading.of(() ->
                    em.createQuery("select r from VisitRule r", VisitRule.class).getResultList()));

    public VisitRule of(VisitKind kind) {
        return all.get().stream()
                .filter(rule -> rule.kind() == kind)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no rule for " + kind));
    }

    /** For how many minutes the longest cleaning may run past close. */
    public int longestTurnover() {
        return all.get().stream().mapToInt(VisitRule::turnoverMinutes).max().orElse(0);
    }

    public void forget() {
        all.forget();
    }
}
