package clinic.booking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** When the secret changes, every visit opens to the token that follows from the new one, and to no other. */
@ApplicationScoped
class RenewedLinks {
    private static final int AT_ONCE = 1000;

    @PersistenceContext
    private EntityManager em;

    void renew(@Observes SecretChanged event) throws SQLException {
        // Whoever fills in a form at this moment keeps the time held, and chooses it again.
        em.createNativeQuery("update hold set fingerprint = null").executeUpdate();
        long last = 0;
        List<?> visits;
        do {
            visits = em.createNativeQuery("select id, link_generation from appointment"
                            + " where id > ? and fingerprint is not null order by id limit " + AT_ONCE)
                    .setParameter(1, last)
                    .getResultList();
            last = renew(event.links(), visits, last);
        } while (!visits.isEmpty());
    }

    private long renew(PrivateLinks links, List<?> visits, long before) throws SQLException {
        long last = before;
        Connection connection = em.unwrap(Connection.class);
        try (PreparedStatement update =
                connection.prepareStatement("update appointment set fingerprint = ? where id = ?")) {
            for (Object visit : visits) {
                Object[] row = (Object[]) visit;
                last = ((Number) row[0]).longValue();
                update.setString(1, PrivateLinks.fingerprint(links.visitToken(last, ((Number) row[1]).intValue())));
                update.setLong(2, last);
                update.addBatch();
            }
            update.executeBatch();
        }
        return last;
    }
}
