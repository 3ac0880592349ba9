package clinic.capacity;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

/** Something a visit needs and only so many visits can have at once: a room, a clinician. */
@Entity
@Table(name = "resource")
public class Resource {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    private String name;

    @Enumerated(EnumType.STRING)
    private ResourceKind kind;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "resource_use", joinColumns = @JoinColumn(name = "resource_id"))
    @Column(name = "purpose")
    @Enumerated(EnumType.STRING)
    private Set<Purpose> purposes = new HashSet<>();

    private boolean retired;

    protected Resource() {}

    private Resource(String name, ResourceKind kind, Set<Purpose> purposes) {
        this.name = name;
        this.kind = kind;
        this.purposes = purposes;
    }

    public static Resource room(String name, Purpose first, Purpose... others) {
        return new Resource(name, ResourceKind.ROOM, EnumSet.of(first, others));
    }

    public static Resource clinician(String name, Purpose first, Purpose... others) {
        return new Resource(name, ResourceKind.CLINICIAN, EnumSet.of(first, others));
    }

    public static Resource nurse(String name) {
        return new Resource(name, ResourceKind.NURSE, EnumSet.noneOf(Purpose.class));
    }

    /** What several people give together; there is one of each kind. */
    public static Resource pool(String name, ResourceKind kind) {
        if (!kind.isPool()) {
            throw new IllegalArgumentException(kind + " is no pool");
        }
        return new Resource(name, kind, EnumSet.noneOf(Purpose.class));
    }

    public long id() {
        return id;
    }

    public String name() {
        return name;
    }

    public ResourceKind kind() {
        return kind;
    }

    /** Whether it belongs to the house still; one retired keeps its past. */
    public boolean isThere() {
        return !retired;
    }

    public void retire() {
        retired = true;
    }

    public void comeBack() {
        retired = false;
    }

    public Set<Purpose> purposes() {
        return Set.copyOf(purposes);
    }

    /** Whether she may answer for a treatment while she is on site. */
    public boolean isPrescriber() {
        return kind == ResourceKind.CLINICIAN && (serves(Purpose.MOOD) || serves(Purpose.PAIN));
    }

    public boolean serves(Purpose purpose) {
        return purposes.contains(purpose);
    }
}
