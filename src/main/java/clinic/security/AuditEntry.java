package clinic.security;

import clinic.staff.Deed;
import clinic.staff.Role;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A deed as it is kept for years: who, when, from where, what, on which record. Nothing here changes again. */
@Entity
@Table(name = "audit_entry")
public class AuditEntry {
    private static final int LONGEST_TEXT = 500;
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_WORD = 40;
    private static final int LONGEST_ADDRESS = 45;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Column(updatable = false)
    private Instant at;

    @Column(updatable = false)
    private String who;

    @Column(updatable = false)
    private String role;

    @Column(updatable = false)
    private String address;

    @Column(updatable = false)
    private String action;

    @Column(updatable = false)
    private String record;

    @Column(name = "record_id", updatable = false)
    private String recordId;

    @Column(updatable = false)
    private String fields;

    @Column(updatable = false)
    private String reason;

    @Column(updatable = false)
    private String outcome;

    protected AuditEntry() {}

    AuditEntry(Deed deed, Instant at) {
        this.at = at;
        this.who = cut(deed.by().name(), LONGEST_NAME);
        this.role = deed.by().role().map(Role::name).orElse("");
        this.address = cut(deed.by().address(), LONGEST_ADDRESS);
        this.action = cut(deed.action(), LONGEST_WORD);
        this.record = cut(deed.record(), LONGEST_WORD);
        this.recordId = cut(deed.id(), LONGEST_NAME);
        this.fields = cut(String.join(" ", new TreeSet<>(deed.fields())), LONGEST_TEXT);
        this.reason = cut(deed.reason().orElse(""), LONGEST_TEXT);
        this.outcome = deed.outcome().name();
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }

    /** Everything it says, each part with its length before it, so that no two entries read alike. */
    String wording() {
        return List.of(
                        Long.toString(id),
                        at.toString(),
                        who,
                        role,
                        address,
                        action,
                        record,
                        recordId,
                        fields,
                        reason,
                        outcome)
                .stream()
                .map(part -> part.length() + ":" + part)
                .collect(Collectors.joining());
    }

    public long id() {
        return id;
    }

    public Instant at() {
        return at;
    }

    public String who() {
        return who;
    }

    public String role() {
        return role;
    }

    public String address() {
        return address;
    }

    public String action() {
        return action;
    }

    /** What kind of record. */
    public String record() {
        return record;
    }

    public String recordId() {
        return recordId;
    }

    public String fields() {
        return fields;
    }

    public String reason() {
        return reason;
    }

    public String outcome() {
        return outcome;
    }
}
