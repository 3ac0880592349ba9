package clinic.patient;

import clinic.patient.MergeField.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How two records of one person become one, field by field. What only one of them knows is taken over. Where both know
 * something, the careful or deliberate word stands by itself: a name with its accents before one without, a language that was
 * chosen before the default, a consent that was given before a box nobody ticked, "not an adult" before "adult". Two
 * addresses, numbers, birth dates or names that are not each other's contradict, and somebody has to say which one stands. Pure.
 */
public final class RecordMerge {
    /**
     * A record as a merge sees it.
     *
     * @param emailAnswers the answers about email, the newest first
     */
    record Chart(PatientCard card, Optional<PatientForm.Escort> escort, List<Boolean> emailAnswers) {
        String text(MergeField field) {
            return switch (field) {
                case FIRST_NAME -> card.firstName();
                case LAST_NAME -> card.lastName();
                case EMAIL -> card.email();
                case PHONE -> card.dialed();
                case BIRTH_DATE -> card.birthDate().map(Object::toString).orElse("");
                case LANGUAGE -> card.language();
                case EMAIL_CONSENT ->
                    emailAnswers.isEmpty() ? "" : emailAnswers.get(0).toString();
                case ADULT -> Boolean.toString(card.adult());
                case ESCORT ->
                    escort.map(person -> person.name() + " " + person.phone()).orElse("");
            };
        }

        /** Somebody who had agreed and then did not: an answer, not a box left empty. */
        private boolean tookConsentBack() {
            return emailAnswers.size() > 1
                    && !emailAnswers.get(0)
                    && emailAnswers.stream().anyMatch(Boolean::booleanValue);
        }
    }

    /**
     * A field in which two records differ.
     *
     * @param a what the kept record says: a number as a telephone dials it, a birth date in ISO 8601, a code of a language,
     *     {@code true} or {@code false}; empty where it says nothing
     * @param b what the other one says
     * @param stands whose word stands; empty while they contradict and nobody has chosen
     */
    public record Difference(MergeField field, String a, String b, Optional<Side> stands) {
        public boolean contradicts() {
            return stands.isEmpty();
        }
    }

    private final Chart kept;
    private final Chart gone;
    private final Map<MergeField, Side> chosen;

    RecordMerge(Chart kept, Chart gone, Map<MergeField, Side> chosen) {
        this.kept = kept;
        this.gone = gone;
        this.chosen = chosen;
    }

    /** Every field in which they differ. */
    List<Difference> differences() {
        List<Difference> differences = new ArrayList<>();
        for (MergeField field : MergeField.values()) {
            String a = kept.text(field);
            String b = gone.text(field);
            if (!Objects.equals(a, b)) {
                differences.add(new Difference(field, a, b, stands(field, a, b)));
            }
        }
        return differences;
    }

    private Optional<Side> stands(MergeField field, String a, String b) {
        if (chosen.containsKey(field)) {
            return Optional.of(chosen.get(field));
        }
        if (a.isEmpty() || b.isEmpty()) {
            return field == MergeField.LAST_NAME && !isSamePerson()
                    ? Optional.empty()
                    : Optional.of(b.isEmpty() ? Side.A : Side.B);
        }
        return switch (field) {
            case FIRST_NAME, LAST_NAME -> name(a, b);
            case EMAIL -> a.equalsIgnoreCase(b) ? Optional.of(Side.A) : Optional.empty();
            case PHONE -> phone();
            case BIRTH_DATE -> Optional.empty();
            case LANGUAGE -> Optional.of(Language.ENGLISH.code().equals(a) ? Side.B : Side.A);
            case EMAIL_CONSENT -> consent(Boolean.parseBoolean(a));
            case ADULT -> Optional.of(Boolean.parseBoolean(a) ? Side.B : Side.A);
            case ESCORT -> Optional.empty();
        };
    }

    private boolean isSamePerson() {
        return SearchWords.isSameName(kept.card().fullName(), gone.card().fullName());
    }

    private Optional<Side> name(String a, String b) {
        if (SearchFold.of(a).equals(SearchFold.of(b))) {
            return Optional.of(care(b) > care(a) ? Side.B : Side.A);
        }
        return isSamePerson() ? Optional.of(Side.A) : Optional.empty();
    }

    /** With its accents, and with a capital letter that is not all capitals. */
    private static int care(String name) {
        boolean mixed = !name.equals(name.toLowerCase(Locale.ROOT)) && !name.equals(name.toUpperCase(Locale.ROOT));
        return (name.chars().anyMatch(letter -> letter > 0x7F) ? 2 : 0) + (mixed ? 1 : 0);
    }

    private Optional<Side> phone() {
        if (!kept.card().phone().equals(gone.card().phone())) {
            return Optional.empty();
        }
        if (kept.card().phoneExtension().isEmpty()
                || gone.card().phoneExtension().isEmpty()) {
            return Optional.of(gone.card().phoneExtension().isEmpty() ? Side.A : Side.B);
        }
        return Optional.empty();
    }

    private Optional<Side> consent(boolean keptGave) {
        Chart refused = keptGave ? gone : kept;
        return refused.tookConsentBack() ? Optional.empty() : Optional.of(keptGave ? Side.A : Side.B);
    }

    /** Whose word stands in a field; the kept record's where they do not differ. */
    Side of(MergeField field) {
        String a = kept.text(field);
        String b = gone.text(field);
        return a.equals(b) ? Side.A : stands(field, a, b).orElse(Side.A);
    }
}
