package clinic.patient;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the clinic knows of a patient, as far as who asks may read it.
 *
 * @param emailConsent her last answer
 * @param notes the newest first; clinical ones only for whose task it is to read them
 * @param duplicates who is probably the same person
 * @param former the latest first
 */
public record PatientRecord(
        PatientCard card,
        boolean emailConsent,
        List<ConsentGiven> consents,
        Optional<PatientForm.Escort> escort,
        List<Note> notes,
        List<PatientCard> duplicates,
        List<Former> former) {

    /**
     * By what else the patient is known, since two records were merged: still found in searches.
     *
     * @param value a full name, an email address, or a number as a telephone dials it
     */
    public record Former(FormerContact.Kind kind, String value, Instant since) {}

    /** An answer about a permission. */
    public record ConsentGiven(Consent.Subject subject, boolean given, String textVersion, Instant at) {}

    /** What somebody of the clinic wrote down. */
    public record Note(long id, boolean clinical, String text, String author, Instant at) {}
}
