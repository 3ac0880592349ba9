package clinic.booking;

import clinic.platform.Retried;
import clinic.platform.StartRefused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Sees to it that the secret fits the database, and changes it when somebody says so. With another one, emails would carry
 * links that open nothing, while links that were revoked still opened.
 */
@Retried
@ApplicationScoped
public class SecretDesk {
    private static final Logger LOG = Logger.getLogger(SecretDesk.class.getName());
    private static final int ONLY = 1;
    private static final String LOST = "lost";
    private static final String DOES_NOT_FIT = "CLINIC_SECRET (or the file secret in CLINIC_HOME) is not the one this"
            + " database belongs to%s: put the right one back, or, to change it for good, start once with"
            + " CLINIC_SECRET_PREVIOUS set to the old one, or to the word lost if nobody has it any more.";

    private EntityManager em;
    private PrivateLinks links;
    private Event<SecretChanged> changed;
    private Optional<String> previous;

    protected SecretDesk() {}

    @Inject
    SecretDesk(
            PrivateLinks links,
            Event<SecretChanged> changed,
            @ConfigProperty(name = "clinic.secret.previous") Optional<String> previous) {
        this.links = links;
        this.changed = changed;
        this.previous = previous;
    }

    @PersistenceContext
    void setDatabase(EntityManager database) {
        em = database;
    }

    private record Check(String fingerprint, String lasting) {}

    /**
     * To be called at every start, before anything is derived. Two nodes that start at once do it one after the other.
     *
     * @throws StartRefused if the secret is not the one of this database
     */
    @Transactional
    public void check() {
        // Whoever is first writes the row, and the others wait for it.
        em.createNativeQuery(
                        "insert ignore into secret_check (id, fingerprint, since) values (?, '', utc_timestamp(6))")
                .setParameter(1, ONLY)
                .executeUpdate();
        Check known = known();
        if (belongs(links, known)) {
            remember(known);
        } else {
            change(known);
        }
    }

    private Check known() {
        Object[] row =
                (Object[]) em.createNativeQuery("select fingerprint, lasting from secret_check where id = ? for update")
                        .setParameter(1, ONLY)
                        .getSingleResult();
        return new Check((String) row[0], (String) row[1]);
    }

    private boolean belongs(PrivateLinks candidate, Check known) {
        return known.fingerprint().isEmpty()
                ? madeTheNewestLinks(candidate)
                : known.fingerprint().equals(fingerprint(candidate));
    }

    /** A database of an earlier version has no check yet, but fingerprints of links. */
    private boolean madeTheNewestLinks(PrivateLinks candidate) {
        List<?> newest = em.createNativeQuery("select id, link_generation, fingerprint from appointment"
                        + " where fingerprint is not null order by id desc limit 50")
                .getResultList();
        return newest.isEmpty()
                || newest.stream().map(Object[].class::cast).anyMatch(row -> PrivateLinks.fingerprint(
                                candidate.visitToken(((Number) row[0]).longValue(), ((Number) row[1]).intValue()))
                        .equals(row[2]));
    }

    private void remember(Check known) {
        if (known.lasting() != null) {
            links.keepDerivingFrom(Sealed.open(links.key("lasting", ""), known.lasting()));
        }
        if (known.fingerprint().isEmpty()) {
            write(null);
        }
    }

    private void change(Check known) {
        boolean lost = previous.filter(LOST::equals).isPresent();
        PrivateLinks before = new PrivateLinks(previous.orElse(""));
        if (previous.isEmpty() || !lost && !belongs(before, known)) {
            throw new StartRefused(
                    DOES_NOT_FIT.formatted(previous.isEmpty() ? "" : ", and neither is CLINIC_SECRET_PREVIOUS"));
        }
        if (lost) {
            write(null);
        } else {
            String first = known.lasting() == null
                    ? previous.orElseThrow()
                    : Sealed.open(before.key("lasting", ""), known.lasting());
            links.keepDerivingFrom(first);
            write(Sealed.seal(links.key("lasting", ""), first));
        }
        changed.fire(new SecretChanged(links, lost));
        LOG.warning("CLINIC_SECRET was changed: private links sent before open nothing any more."
                + " CLINIC_SECRET_PREVIOUS can be taken away.");
    }

    private void write(String lasting) {
        em.createNativeQuery(
                        "update secret_check set fingerprint = ?, lasting = ?, since = utc_timestamp(6) where id = ?")
                .setParameter(1, fingerprint(links))
                .setParameter(2, lasting)
                .setParameter(3, ONLY)
                .executeUpdate();
    }

    private static String fingerprint(PrivateLinks links) {
        return PrivateLinks.fingerprint(links.key("check", ""));
    }
}
