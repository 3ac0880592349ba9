package clinic.patient;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks at what the front desk wrote down, all fields at once. Pure. */
final class PatientChecks {
    private final List<PatientRefused.Refused> refused = new ArrayList<>();

    /** A new record needs a name, and a birth date or a word about the age; how to reach the patient may come later. */
    static void ofNew(PatientForm form, LocalDate today, MailReach reach) {
        PatientChecks checks = new PatientChecks();
        checks.note("firstName", PersonName.flaw(form.firstName().orElse("")), PersonName.LONGEST);
        checks.note("lastName", FamilyName.flaw(form.lastName().orElse("")), PersonName.LONGEST);
        if (form.birthDate().isEmpty() && form.adult().isEmpty()) {
            checks.refused.add(new PatientRefused.Refused("adult", Flaw.MISSING, 0, Map.of("text", "age")));
        }
        checks.others(form, today, reach);
    }

    static void ofChange(PatientForm form, LocalDate today, MailReach reach) {
        PatientChecks checks = new PatientChecks();
        form.firstName().ifPresent(name -> checks.note("firstName", PersonName.flaw(name), PersonName.LONGEST));
        form.lastName().ifPresent(name -> checks.note("lastName", FamilyName.flaw(name), PersonName.LONGEST));
        checks.others(form, today, reach);
    }

    private void others(PatientForm form, LocalDate today, MailReach reach) {
        given(form.email()).ifPresent(text -> note("email", EmailAddress.flaw(text, reach), EmailAddress.LONGEST));
        given(form.phone()).ifPresent(text -> note("phone", PhoneNumber.flaw(text), PhoneNumber.LONGEST));
        form.language()
                .filter(code -> Language.find(code).isEmpty())
                .ifPresent(code -> note("language", Optional.of(Flaw.UNKNOWN_LANGUAGE), 0));
        form.birthDate()
                .filter(day -> day.isAfter(today))
                .ifPresent(day -> note("birthDate", Optional.of(Flaw.IN_THE_FUTURE), 0));
        form.escort()
                .filter(escort -> !Texts.line(escort.name()).isEmpty()
                        || !Texts.line(escort.phone()).isEmpty())
                .ifPresent(escort -> {
                    note("escort.name", PersonName.flaw(escort.name()), PersonName.LONGEST);
                    note("escort.phone", PhoneNumber.flaw(escort.phone()), PhoneNumber.LONGEST);
                });
        if (!refused.isEmpty()) {
            throw new PatientRefused(refused);
        }
    }

    private static Optional<String> given(Optional<String> text) {
        return text.filter(any -> !Texts.line(any).isEmpty());
    }

    private void note(String field, Optional<Flaw> flaw, int longest) {
        flaw.ifPresent(found -> refused.add(new PatientRefused.Refused(field, found, longest)));
    }
}
