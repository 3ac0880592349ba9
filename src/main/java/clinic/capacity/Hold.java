package clinic.capacity;

import clinic.calendar.QuarterHours;
import clinic.calendar.Slot;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The slot somebody is filling the form for: kept from others for some minutes, without being booked. It lies beside the
 * ledger; when its time is up it no longer counts, and no job is needed for that.
 */
@Entity
@Table(name = "hold")
public class Hold {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    private String fingerprint;
    private String address;
    private LocalDate day;

    @Column(name = "start_q")
    private int start;

    @Column(name = "end_q")
    private int end;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "hold_claim", joinColumns = @JoinColumn(name = "hold_id"))
    private Set<Claim> claims = new HashSet<>();

    protected Hold() {}

    /** Holds a slot for whoever asked from {@code address} (a pseudonym), until {@code expiresAt}, exclusive. */
    public Hold(Slot slot, Collection<Claim> claims, String address, Instant expiresAt) {
        this.day = slot.day();
        this.start = slot.span().start();
        this.end = slot.span().end();
        this.claims.addAll(claims);
        this.address = address;
        this.expiresAt = expiresAt;
    }

    public long id() {
        return id;
    }

    /** A pseudonym of where it was asked for. */
    String address() {
        return address;
    }

    public Slot slot() {
        return new Slot(day, new QuarterHours(start, end));
    }

    public List<Claim> claims() {
        return claims.stream().sorted().toList();
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    public boolean isLive(Instant now) {
        return now.isBefore(expiresAt);
    }

    void nameBy(String tokenFingerprint) {
        fingerprint = tokenFingerprint;
    }
}
