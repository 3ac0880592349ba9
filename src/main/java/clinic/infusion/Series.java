package clinic.infusion;

import clinic.patient.Patient;
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
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A course of infusions planned as one thing: all visits booked together or none. It is planned by a version of a protocol
 * and keeps it. It says when, not what: it is no order and no medical record.
 */
@Entity
@Table(name = "series")
class Series {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @ManyToOne(optional = false, fetch = FetchType.EAGER)
    @JoinColumn(name = "patient_id")
    private Patient patient;

    private String protocol;

    @Column(name = "protocol_version")
    private int protocolVersion;

    @Enumerated(EnumType.STRING)
    private SeriesState state;

    private int revision;

    @Column(name = "created_at")
    private Instant createdAt;

    @Version
    private int version;

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "series_visit", joinColumns = @JoinColumn(name = "series_id"))
    private Set<SeriesVisit> visits = new HashSet<>();

    protected Series() {}

    Series(Patient patient, Protocol protocol, SeriesState state, Instant now) {
        this.patient = patient;
        this.protocol = protocol.code();
        this.protocolVersion = protocol.version();
        this.state = state;
        this.createdAt = now;
    }

    void add(int no, long appointment, Commitment commitment) {
        visits.add(new SeriesVisit(no, appointment, commitment));
    }

    /** The plan changed; whoever was told of it is told anew. */
    void replanned() {
        revision++;
    }

    void become(SeriesState next) {
        state = next;
    }

    long id() {
        return id;
    }

    Patient patient() {
        return patient;
    }

    String protocol() {
        return protocol;
    }

    int protocolVersion() {
        return protocolVersion;
    }

    SeriesState state() {
        return state;
    }

    int revision() {
        return revision;
    }

    int version() {
        return version;
    }

    /** In order. */
    List<SeriesVisit> visits() {
        return visits.stream().sorted(Comparator.comparingInt(SeriesVisit::no)).toList();
    }
}
