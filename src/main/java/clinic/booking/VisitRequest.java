package clinic.booking;

import clinic.patient.Consent;
import clinic.patient.ContactDetails;
import clinic.patient.EmailAddress;
import clinic.patient.FamilyName;
import clinic.patient.Flaw;
import clinic.patient.Language;
import clinic.patient.MailReach;
import clinic.patient.PersonName;
import clinic.patient.PhoneNumber;
import clinic.patient.Texts;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody asks for when she books, as she wrote it. Nothing in it is trusted before {@link #refusals} is empty.
 *
 * @param start on the clinic's wall clock
 * @param hold token of the hold under which she filled the form
 * @param onBehalfOf who comes, when the person writing books for somebody else
 * @param privacyRead whether the privacy notice stood before her; a page shows it, a program has its own
 */
public record VisitRequest(
        LocalDateTime start,
        Optional<String> hold,
        Person patient,
        Optional<OnBehalfOf> onBehalfOf,
        Optional<IntakeAnswers> intake,
        boolean privacyRead,
        Consent.Source source) {

    private static final int LOWEST_PAIN = 0;
    private static final int HIGHEST_PAIN = 10;
    private static final int LONGEST_NOTE = 2000;
    private static final int MOST_SYMPTOMS = 20;
    private static final String CODE = "[A-Z][A-Z0-9_]{0,39}";

    /** Who writes, and how to reach her. */
    public record Person(
            String firstName,
            String lastName,
            String email,
            String phone,
            String language,
            boolean emailConsent,
            boolean adult) {}

    /** Who comes, and what that person is to the one who writes; the last name may be empty. */
    public record OnBehalfOf(String firstName, String lastName, String relation) {
        public String fullName() {
            return FamilyName.full(firstName, lastName);
        }
    }

    /** The first questions, all optional. Codes of red flags are those of {@link clinic.patient.RedFlag}. */
    public record IntakeAnswers(
            Optional<LocalDate> painSince,
            Optional<Integer> painNow,
            List<String> symptoms,
            List<String> redFlags,
            Optional<String> note) {}

    /** Everything wrong with what was written, all fields at once. */
    public List<Refusal> refusals(LocalDate today, MailReach reach) {
        List<Refusal> refusals = new ArrayList<>();
        check(refusals, "patient.firstName", PersonName.flaw(patient.firstName()), PersonName.LONGEST);
        check(refusals, "patient.lastName", FamilyName.flaw(patient.lastName()), PersonName.LONGEST);
        check(refusals, "patient.email", EmailAddress.flaw(patient.email(), reach), EmailAddress.LONGEST);
        check(refusals, "patient.phone", PhoneNumber.flaw(patient.phone()), PhoneNumber.LONGEST);
        if (Language.find(patient.language()).isEmpty()) {
            refusals.add(Refusal.of(Reason.UNKNOWN_LANGUAGE, "patient.language"));
        }
        onBehalfOf.ifPresent(other -> {
            check(refusals, "onBehalfOf.firstName", PersonName.flaw(other.firstName()), PersonName.LONGEST);
            check(refusals, "onBehalfOf.lastName", FamilyName.flaw(other.lastName()), PersonName.LONGEST);
            check(refusals, "onBehalfOf.relation", PersonName.flaw(other.relation()), PersonName.LONGEST);
        });
        intake.ifPresent(answers -> check(refusals, answers, today));
        return refusals;
    }

    private static void check(List<Refusal> refusals, IntakeAnswers answers, LocalDate today) {
        answers.painSince()
                .filter(since -> since.isAfter(today))
                .ifPresent(since -> refusals.add(Refusal.of(Reason.IN_THE_FUTURE, "intake.painSince")));
        answers.painNow()
                .filter(pain -> pain < LOWEST_PAIN || pain > HIGHEST_PAIN)
                .ifPresent(pain -> refusals.add(new Refusal(
                        Reason.OUT_OF_RANGE, "intake.painNow", Map.of("least", LOWEST_PAIN, "most", HIGHEST_PAIN))));
        if (answers.symptoms().size() > MOST_SYMPTOMS) {
            refusals.add(
                    new Refusal(Reason.OUT_OF_RANGE, "intake.symptoms", Map.of("least", 0, "most", MOST_SYMPTOMS)));
        }
        for (int index = 0; index < answers.symptoms().size(); index++) {
            if (!answers.symptoms().get(index).matches(CODE)) {
                refusals.add(Refusal.of(Reason.UNKNOWN_CODE, "intake.symptoms[" + index + "]"));
            }
        }
        for (int index = 0; index < answers.redFlags().size(); index++) {
            if (clinic.patient.RedFlag.find(answers.redFlags().get(index)).isEmpty()) {
                refusals.add(Refusal.unknownCode(
                        "intake.redFlags[" + index + "]", List.of(clinic.patient.RedFlag.values())));
            }
        }
        answers.note()
                .ifPresent(note -> check(refusals, "intake.note", Texts.flawOfLines(note, LONGEST_NOTE), LONGEST_NOTE));
    }

    /** Writes a flaw of a text down as the refusal it is. */
    public static void check(List<Refusal> refusals, String field, Optional<Flaw> flaw, int longest) {
        flaw.ifPresent(found -> refusals.add(
                switch (found) {
                    case MISSING -> Refusal.of(Reason.REQUIRED, field);
                    case TOO_LONG -> new Refusal(Reason.TOO_LONG, field, Map.of("most", longest));
                    case CONTROL_CHARACTER -> Refusal.of(Reason.CONTROL_CHARACTER, field);
                    case NOT_AN_EMAIL -> Refusal.of(Reason.INVALID_EMAIL, field);
                    case MAILBOX_OUT_OF_REACH -> Refusal.of(Reason.MAILBOX_OUT_OF_REACH, field);
                    case NOT_A_PHONE_NUMBER -> Refusal.of(Reason.INVALID_PHONE, field);
                    case UNKNOWN_LANGUAGE -> Refusal.of(Reason.UNKNOWN_LANGUAGE, field);
                    case IN_THE_FUTURE -> Refusal.of(Reason.IN_THE_FUTURE, field);
                    case STALE_VERSION -> Refusal.of(Reason.STALE_VERSION, field);
                    case RECORDS_DIFFER -> Refusal.of(Reason.RECORDS_DIFFER, field);
                    case UNKNOWN_PATIENT -> Refusal.of(Reason.UNKNOWN_PATIENT, field);
                }));
    }

    /** The details as values; to be asked only when {@link #refusals} is empty. */
    ContactDetails details() {
        return new ContactDetails(
                new PersonName(patient.firstName()),
                new FamilyName(patient.lastName()),
                new EmailAddress(patient.email()),
                new PhoneNumber(patient.phone()),
                Language.find(patient.language()).orElseThrow(),
                patient.adult());
    }
}
