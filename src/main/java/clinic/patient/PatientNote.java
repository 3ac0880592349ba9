package clinic.patient;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A note about a patient. Never changed afterwards. */
@Entity
@Table(name = "patient_note")
class PatientNote {
    static final int LONGEST = 2000;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Column(name = "patient_id")
    private long patient;

    private boolean clinical;
    private String text;
    private String author;
    private Instant at;

    protected PatientNote() {}

    PatientNote(long patient, boolean clinical, String text, String author, Instant at) {
        this.patient = patient;
        this.clinical = clinical;
        this.text = text;
        this.author = author;
        this.at = at;
    }

    boolean clinical() {
        return clinical;
    }

    PatientRecord.Note told() {
        return new PatientRecord.Note(id, clinical, text, author, at);
    }
}
