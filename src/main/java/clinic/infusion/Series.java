package clinic.infusion;

import clinic.patient.Patient;
import clinic.protocol.Protocol;
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
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

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

    @Column(name = "decided_to")
    private int decidedTo;

    @Column(name = "accepted_gaps")
    private String acceptedGaps = "";

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

    /** A visit of that number was made anew; its record before stays with the house. */
    void remake(int no, long appointment) {
        SeriesVisit before = visits.stream()
                .filter(each -> each.no() == no)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no visit " + no));
        visits.remove(before);
        add(no, appointment, before.commitment());
    }

    /** The plan changed; whoever was told of it is told anew. */
    void replanned() {
        revision++;
    }

    /** The checkpoint after that visit, and those before, are decided; what follows is firm up to the next. */
    void decidedTo(int visit, Protocol planned) {
        decidedTo = visit;
        int next = planned.checkpoints().stream()
                .filter(each -> each > visit)
                .min(Integer::compare)
                .orElse(Integer.MAX_VALUE);
        List<SeriesVisit> firm =
                visits.stream().filter(each -> each.no() <= next).toList();
        visits.removeAll(firm);
        firm.forEach(each -> add(each.no(), each.appointment(), Commitment.FIRM));
    }

    void acceptGaps(Set<Integer> laterVisits) {
        Set<Integer> all = new TreeSet<>(acceptedGaps());
        all.addAll(laterVisits);
        acceptedGaps = all.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    int decidedTo() {
        return decidedTo;
    }

    Set<Integer> acceptedGaps() {
        return Arrays.stream(acceptedGaps.split(","))
                .filter(number -> !number.isEmpty())
                .map(Integer::valueOf)
                .collect(Collectors.toUnmodifiableSet());
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
