package clinic.booking;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * How far the demonstration is filled: a start that is cut off leaves it half-filled, and the next one goes on with the
 * people who are missing. Whoever tries the clinic out later finds it as they left it, for it is filled once.
 */
@ApplicationScoped
public class DemonstrationDesk {
    private static final String STEP = "demonstration";
    /** Of a second each. */
    private static final int MOST_TRIES = 170;

    @Resource(lookup = "java:app/jdbc/clinic")
    private DataSource database;

    @PersistenceContext
    private EntityManager em;

    /**
     * Fills it, one node at a time: of nodes that start together on one database the others wait, and then find it full.
     * The lock is the connection's own, so a node that dies gives it back.
     */
    public void alone(Runnable fill) {
        try (Connection connection = database.getConnection();
                PreparedStatement lock = connection.prepareStatement("select get_lock('dripline.demonstration', 1)");
                PreparedStatement release =
                        connection.prepareStatement("select release_lock('dripline.demonstration')")) {
            int tries = 0;
            while (!isHad(lock)) {
                if (++tries == MOST_TRIES) {
                    throw new IllegalStateException("another node has been filling the demonstration for too long");
                }
            }
            try {
                fill.run();
            } finally {
                release.execute();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static boolean isHad(PreparedStatement lock) throws SQLException {
        try (ResultSet row = lock.executeQuery()) {
            return row.next() && row.getInt(1) == 1;
        }
    }

    /** Whether it is still to be filled, or to be filled to the end. */
    @Transactional
    public boolean areMissing() {
        return !em.createNativeQuery("select 1 from start_step where step = ? and done_at is null")
                .setParameter(1, STEP)
                .getResultList()
                .isEmpty();
    }

    /** Remembers that it is to be filled, in the transaction that furnishes the house. */
    @Transactional(Transactional.TxType.MANDATORY)
    void areExpected() {
        em.createNativeQuery("insert ignore into start_step (step, begun_at) values (?, utc_timestamp(6))")
                .setParameter(1, STEP)
                .executeUpdate();
    }

    @Transactional
    public void areAllThere() {
        em.createNativeQuery("update start_step set done_at = utc_timestamp(6) where step = ?")
                .setParameter(1, STEP)
                .executeUpdate();
    }

    /** The record of who has that address. */
    @Transactional
    public Optional<Long> record(String email) {
        return first("select id from patient where email = ? order by id limit 1", email);
    }

    /** The first visit of who has that address. */
    @Transactional
    public Optional<Long> visit(String email) {
        return first(
                "select a.id from appointment a join patient p on p.id = a.patient_id where p.email = ?"
                        + " order by a.id limit 1",
                email);
    }

    @Transactional
    boolean waitsForCall(String name) {
        return first("select id from call_request where name = ? limit 1", name).isPresent();
    }

    /** Which of these steps the visit has not taken yet, in their order. */
    @Transactional
    public List<Edge> stillToTake(long visit, List<Edge> edges) {
        List<?> rows = em.createNativeQuery("select edge from visit_edge where appointment_id = ?")
                .setParameter(1, visit)
                .getResultList();
        Set<String> taken = rows.stream().map(Object::toString).collect(Collectors.toSet());
        return edges.stream().filter(edge -> !taken.contains(edge.name())).toList();
    }

    private Optional<Long> first(String question, String value) {
        List<?> ids = em.createNativeQuery(question).setParameter(1, value).getResultList();
        return ids.stream().map(id -> ((Number) id).longValue()).findFirst();
    }
}
