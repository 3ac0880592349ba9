package clinic.protocol;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All versions of all protocols. */
@ApplicationScoped
public class Protocols {
    private static final Comparator<ProtocolVersion> ORDER = Comparator.comparing(ProtocolVersion::code)
            .thenComparing(ProtocolVersion::state)
            .thenComparing(ProtocolVersion::version, Comparator.reverseOrder());

    @PersistenceContext
    private EntityManager em;

    /** By code; of a code the one planned with first, then the draft, then those of before, the newest first. */
    public List<ProtocolVersion> all() {
        return em.createQuery("select p from ProtocolVersion p", ProtocolVersion.class).getResultList().stream()
                .sorted(ORDER)
                .toList();
    }

    /** All of one code, in the same order. */
    List<ProtocolVersion> of(String code) {
        return em
                .createQuery("select p from ProtocolVersion p where p.code = :code", ProtocolVersion.class)
                .setParameter("code", code)
                .getResultList()
                .stream()
                .filter(version -> version.code().equals(code))
                .sorted(ORDER)
                .toList();
    }

    /** The version new series are planned with. */
    public Optional<ProtocolVersion> inUse(String code) {
        return of(code).stream()
                .filter(version -> version.is(ProtocolVersion.State.APPROVED))
                .findFirst();
    }

    /** The version a series was planned with. */
    public Optional<ProtocolVersion> find(String code, int version) {
        return of(code).stream().filter(each -> each.version() == version).findFirst();
    }

    Optional<ProtocolVersion> find(long id) {
        return Optional.ofNullable(em.find(ProtocolVersion.class, id));
    }

    void add(ProtocolVersion version) {
        em.persist(version);
        em.flush();
    }

    void remove(ProtocolVersion draft) {
        em.remove(draft);
        em.flush();
    }
}
