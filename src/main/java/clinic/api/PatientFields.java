package clinic.api;

import clinic.patient.MergeField;
import clinic.patient.PatientForm;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what the front desk writes down of a patient. */
final class PatientFields {
    private PatientFields() {}

    static PatientForm read(JsonFields fields) {
        Optional<String> firstName = fields.optionalText("firstName");
        Optional<String> lastName = fields.optionalText("lastName");
        Optional<String> email = fields.optionalText("email");
        Optional<String> phone = phone(fields);
        Optional<String> language = fields.optionalText("language");
        Optional<LocalDate> birthDate = fields.optionalDate("birthDate");
        Optional<Boolean> emailConsent = fields.optionalFlag("emailConsent");
        Optional<Boolean> adult = fields.optionalFlag("adult");
        Optional<PatientForm.Escort> escort = fields.optionalObject("escort").map(PatientFields::escort);
        fields.end();
        return new PatientForm(firstName, lastName, email, phone, language, birthDate, emailConsent, adult, escort);
    }

    /** Whose word stands, by field: A is the record in the path, B the one that goes into it. */
    static Map<MergeField, MergeField.Side> chosen(JsonFields keep) {
        Map<MergeField, MergeField.Side> chosen = new EnumMap<>(MergeField.class);
        for (MergeField field : MergeField.values()) {
            keep.optionalCode(field.field(), List.of(MergeField.Side.values()))
                    .ifPresent(side -> chosen.put(field, side));
        }
        keep.end();
        return chosen;
    }

    private static PatientForm.Escort escort(JsonFields fields) {
        PatientForm.Escort escort = new PatientForm.Escort(
                fields.optionalText("name").orElse(""), phone(fields).orElse(""));
        fields.end();
        return escort;
    }

    /** A number as it was typed, its extension in the same text or beside it as the answers have it. */
    private static Optional<String> phone(JsonFields fields) {
        String extension = fields.optionalText("phoneExtension").orElse("");
        return fields.optionalText("phone").map(phone -> extension.isEmpty() ? phone : phone + " ext. " + extension);
    }
}
