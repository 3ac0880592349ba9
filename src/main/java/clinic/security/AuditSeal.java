package clinic.security;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A link of the chain: hangs on the seal before it and fixes one entry for good. */
@Entity
@Table(name = "audit_seal")
class AuditSeal {
    @Id
    private long no;

    @Column(name = "entry_id", updatable = false)
    private long entry;

    @Column(updatable = false)
    private String seal;

    protected AuditSeal() {}

    AuditSeal(long no, long entry, String seal) {
        this.no = no;
        this.entry = entry;
        this.seal = seal;
    }

    long no() {
        return no;
    }

    long entry() {
        return entry;
    }

    String seal() {
        return seal;
    }
}
