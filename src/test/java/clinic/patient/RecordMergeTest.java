package clinic.patient;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.patient.MergeField.Side;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecordMergeTest {
    private static RecordMerge.Chart chart(
            String first, String last, String email, String phone, String language, boolean adult, Boolean... answers) {
        Optional<PhoneNumber> number = phone.isEmpty() ? Optional.empty() : Optional.of(new PhoneNumber(phone));
        return new RecordMerge.Chart(
                new PatientCard(
                        1,
                        1,
                        first,
                        last,
                        Optional.empty(),
                        email,
                        number.map(PhoneNumber::value).orElse(""),
                        number.map(PhoneNumber::extension).orElse(""),
                        language,
                        adult),
                Optional.empty(),
                List.of(answers));
    }

    private static RecordMerge.Chart born(LocalDate day, PatientForm.Escort escort) {
        return new RecordMerge.Chart(
                new PatientCard(1, 1, "Ana", "Ruiz", Optional.ofNullable(day), "", "", "", "en", true),
                Optional.ofNullable(escort),
                List.of());
    }

    private static RecordMerge merge(RecordMerge.Chart kept, RecordMerge.Chart gone) {
        return new RecordMerge(kept, gone, Map.of());
    }

    private static List<MergeField> contradictions(RecordMerge merge) {
        return merge.differences().stream()
                .filter(RecordMerge.Difference::contradicts)
                .map(RecordMerge.Difference::field)
                .toList();
    }

    @Test
    void letsTheDeliberateWordStandBeforeADefault() {
        var kept = chart("Ana", "Ruiz", "ana@example.org", "818-555-0142", "en", true, false);
        var gone = chart("Ana", "Ruiz", "ana@example.org", "818-555-0142", "es", false, true);
        for (RecordMerge merge : List.of(merge(kept, gone), merge(gone, kept))) {
            assertThat(contradictions(merge)).isEmpty();
            boolean turned = merge.of(MergeField.LANGUAGE) == Side.A;
            Side spanish = turned ? Side.A : Side.B;
            assertThat(merge.of(MergeField.EMAIL_CONSENT)).isEqualTo(spanish);
            assertThat(merge.of(MergeField.ADULT)).isEqualTo(spanish);
        }
        assertThat(merge(kept, gone).of(MergeField.LANGUAGE)).isEqualTo(Side.B);
        assertThat(merge(gone, kept).of(MergeField.LANGUAGE)).isEqualTo(Side.A);
    }

    /** Catches: a consent that was taken back is given again by a merge. */
    @Test
    void asksWhetherAConsentTakenBackStands() {
        var withdrawn = chart("Ana", "Ruiz", "", "", "en", true, false, true);
        var given = chart("Ana", "Ruiz", "", "", "en", true, true);
        assertThat(contradictions(merge(withdrawn, given))).containsExactly(MergeField.EMAIL_CONSENT);
        assertThat(contradictions(merge(given, withdrawn))).containsExactly(MergeField.EMAIL_CONSENT);
    }

    @Test
    void takesOverWhatOnlyOneOfThemKnows() {
        var kept = chart("Ana", "", "", "818-555-0142", "en", true);
        var gone = chart("Ana", "Ruiz", "ana@example.org", "", "en", true, true);
        RecordMerge merge = merge(kept, gone);
        assertThat(contradictions(merge)).isEmpty();
        assertThat(merge.of(MergeField.LAST_NAME)).isEqualTo(Side.B);
        assertThat(merge.of(MergeField.EMAIL)).isEqualTo(Side.B);
        assertThat(merge.of(MergeField.PHONE)).isEqualTo(Side.A);
        assertThat(merge.of(MergeField.EMAIL_CONSENT)).isEqualTo(Side.B);
    }

    @Test
    void namesEveryContradiction() {
        var kept = chart("Ana", "Ruiz", "ana@example.org", "818-555-0142", "en", true);
        var gone = chart("Luis", "Prado", "luis@example.org", "818-555-0143", "en", true);
        assertThat(contradictions(merge(kept, gone)))
                .containsExactly(MergeField.FIRST_NAME, MergeField.LAST_NAME, MergeField.EMAIL, MergeField.PHONE);
        RecordMerge chosen = new RecordMerge(
                kept,
                gone,
                Map.of(
                        MergeField.FIRST_NAME, Side.B,
                        MergeField.LAST_NAME, Side.B,
                        MergeField.EMAIL, Side.A,
                        MergeField.PHONE, Side.B));
        assertThat(contradictions(chosen)).isEmpty();
        assertThat(chosen.of(MergeField.PHONE)).isEqualTo(Side.B);
        assertThat(chosen.of(MergeField.EMAIL)).isEqualTo(Side.A);
        var gino = new PatientForm.Escort("Gino", "+18185550150");
        var kim = new PatientForm.Escort("Kim", "+18185550151");
        assertThat(contradictions(merge(born(LocalDate.of(1980, 12, 8), gino), born(LocalDate.of(1980, 8, 12), kim))))
                .containsExactly(MergeField.BIRTH_DATE, MergeField.ESCORT);
    }

    @Test
    void takesTheCarefulSpellingOfOneName() {
        var careless = chart("AYSE", "yildiz", "Ayse@Example.org", "818-555-0142", "en", true);
        var careful = chart("Ayşe", "Yıldız", "ayse@example.org", "818-555-0142 ext. 12", "en", true);
        RecordMerge merge = merge(careless, careful);
        assertThat(contradictions(merge)).isEmpty();
        assertThat(merge.of(MergeField.FIRST_NAME)).isEqualTo(Side.B);
        assertThat(merge.of(MergeField.LAST_NAME)).isEqualTo(Side.B);
        assertThat(merge.of(MergeField.PHONE)).isEqualTo(Side.B);
        assertThat(merge(careful, careless).of(MergeField.FIRST_NAME)).isEqualTo(Side.A);
    }

    @Test
    void seesNoContradictionInAShorterForm() {
        var kept = chart("Ofelia", "Duarte", "", "", "en", true);
        var gone = chart("Ofelia", "Duarte-Sol", "", "", "en", true);
        assertThat(contradictions(merge(kept, gone))).isEmpty();
        assertThat(merge(kept, gone).of(MergeField.LAST_NAME)).isEqualTo(Side.A);
    }
}
