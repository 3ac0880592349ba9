package clinic.capacity;

import clinic.platform.Reading;
import clinic.platform.Remembered;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The rooms and clinicians of the house. Remembered for some seconds: they change rarely, every search asks. */
@ApplicationScoped
public class Resources {
    @PersistenceContext
    private EntityManager em;

    @Inject
    private Reading reading;

    private final Remembered<List<Resource>> all =
            new Remembered<>(Duration.ofSeconds(5), () -> reading.of(this::read));

    /** All of them, by id. */
    public List<Resource> all() {
        return all.get();
    }

    /** Those of a kind fitted for a purpose, by id. */
    public List<Resource> serving(ResourceKind kind, Purpose purpose) {
        return all().stream()
                .filter(resource -> resource.isThere() && resource.kind() == kind && resource.serves(purpose))
                .toList();
    }

    /** What all nurses or prescribers give together. */
    public Resource pool(ResourceKind kind) {
        return all().stream()
                .filter(resource -> resource.kind() == kind)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the house has no " + kind));
    }

    /** All of them as the database has them at this moment, for who is about to write their days. */
    List<Resource> asStored() {
        return read();
    }

    /** The one of that id, retired or not. */
    public Optional<Resource> find(long id) {
        return all().stream().filter(resource -> resource.id() == id).findFirst();
    }

    public void add(Resource resource) {
        em.persist(resource);
        em.flush();
        forget();
    }

    public void forget() {
        all.forget();
    }

    private List<Resource> read() {
        return em
                .createQuery("select distinct r from Resource r left join fetch r.purposes", Resource.class)
                .getResultList()
                .stream()
                .sorted(Comparator.comparingLong(Resource::id))
                .toList();
    }
}
