package clinic.security;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The end of the chain, and the turn of the one who seals. */
@Entity
@Table(name = "audit_head")
class AuditHead {
    static final int ONLY = 1;

    @Id
    private int id;

    private long no;
    private String seal;

    @Column(name = "last_entry")
    private long lastEntry;

    protected AuditHead() {}

    AuditHead(long no, String seal) {
        this.no = no;
        this.seal = seal;
    }

    long no() {
        return no;
    }

    String seal() {
        return seal;
    }

    long lastEntry() {
        return lastEntry;
    }

    void moveTo(AuditSeal last) {
        no = last.no();
        seal = last.seal();
        lastEntry = Math.max(lastEntry, last.entry());
    }
}
