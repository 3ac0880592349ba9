package clinic.notification;

import clinic.calendar.ClinicProfile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneOffset;

/** Throws old letters away. */
@ApplicationScoped
public class LetterDesk {
    /** Long enough to answer "what did you write to me?" after a visit; after that a letter is only a risk to privacy. */
    static final Period KEPT = Period.ofDays(90);

    private static final int AT_ONCE = 1000;

    // Whatever will never be tried again; what is still owed is never deleted.
    private static final String OLD = """
            DELETE FROM outbox_mail
             WHERE state IN ('SENT', 'SUPPRESSED', 'UNDELIVERABLE') AND day < ? AND created_at < ?
               AND NOT EXISTS (SELECT 1 FROM outbox_visit v WHERE v.mail_id = outbox_mail.id AND v.day >= ?)
             LIMIT ?""";

    @PersistenceContext
    private EntityManager em;

    @Inject
    private ClinicProfile profile;

    /**
     * Deletes letters that were written, and speak of visits, more than {@link #KEPT} ago; not too many in one
     * transaction.
     *
     * @return whether there may be more
     */
    @Transactional
    public boolean sweep() {
        LocalDate lastDay = profile.today().minus(KEPT);
        return em.createNativeQuery(OLD)
                        .setParameter(1, lastDay)
                        .setParameter(
                                2,
                                LocalDateTime.ofInstant(
                                        profile.now().minus(KEPT).toInstant(), ZoneOffset.UTC))
                        .setParameter(3, lastDay)
                        .setParameter(4, AT_ONCE)
                        .executeUpdate()
                == AT_ONCE;
    }
}
