package clinic.patient;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * A name, email address or phone number of a record that is no longer the one in use, since two records were merged. The
 * patient is still found by it. Never changed afterwards.
 */
@Entity
@Table(name = "former_contact")
public class FormerContact {
    /** What it is. */
    public enum Kind {
        NAME,
        EMAIL,
        PHONE
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Column(name = "patient_id")
    private long patient;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    @Column(name = "contact")
    private String value;

    private Instant at;

    protected FormerContact() {}

    FormerContact(long patient, Kind kind, String value, Instant now) {
        this.patient = patient;
        this.kind = kind;
        this.value = value;
        this.at = now;
    }

    Kind kind() {
        return kind;
    }

    /** A full name, an email address, or a number in E.164 and its extension as RFC 3966 has it. */
    String value() {
        return value;
    }

    PatientRecord.Former told() {
        return new PatientRecord.Former(kind, value, at);
    }
}
