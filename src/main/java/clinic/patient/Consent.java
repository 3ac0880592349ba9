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

/** An answer to a question about permission, with the moment and the wording that was read. Never changed afterwards. */
@Entity
@Table(name = "consent")
public class Consent {
    /** What was asked. */
    public enum Subject {
        /** Letters beyond the confirmation and what she asks for. */
        EMAIL,
        PRIVACY_NOTICE
    }

    /** Where it was answered. */
    public enum Source {
        PAGE,
        API,
        /** Told to somebody of the clinic. */
        STAFF,
        /** The answer that stood when two records were merged. */
        MERGE
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Column(name = "patient_id")
    private long patient;

    @Enumerated(EnumType.STRING)
    private Subject subject;

    private boolean given;

    @Column(name = "text_version")
    private String textVersion;

    private String language;

    @Enumerated(EnumType.STRING)
    private Source source;

    private Instant at;

    protected Consent() {}

    public Consent(Patient patient, Subject subject, boolean given, String textVersion, Source source, Instant now) {
        this.patient = patient.id();
        this.subject = subject;
        this.given = given;
        this.textVersion = textVersion;
        this.language = patient.language().code();
        this.source = source;
        this.at = now;
    }

    PatientRecord.ConsentGiven told() {
        return new PatientRecord.ConsentGiven(subject, given, textVersion, at);
    }
}
