package clinic.patient;

import clinic.platform.Retried;
import clinic.staff.Actor;
import clinic.staff.Deed;
import clinic.staff.Task;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * The clinic's file of patients, for staff. Making a record always makes one, and names who is probably the same person;
 * two records of one person are merged by hand. Every look into a record is a deed.
 */
@Retried
@ApplicationScoped
public class PatientRegister {
    private static final String PATIENT = "PATIENT";
    private static final int MOST_FOUND = 20;
    private static final int MOST_DUPLICATES = 10;

    @Inject
    private Patients patients;

    @Inject
    private PatientKeys keys;

    @Inject
    private MailReach reach;

    @Inject
    private Clock clock;

    @Inject
    private Event<Object> happened;

    /**
     * Finds patients by what somebody types: parts of names in any order, a number in any format, mail, date of birth;
     * everything typed must fit. Twenty at most.
     */
    @Transactional
    public List<PatientCard> search(Actor actor, String query) {
        actor.must(Task.READ);
        Set<Long> ids = new LinkedHashSet<>(keys.find(SearchWords.asked(query), MOST_FOUND));
        ids.addAll(keys.find(SearchWords.askedAsOneName(query), MOST_FOUND));
        List<PatientCard> found = cards(ids.stream().limit(MOST_FOUND).toList());
        happened.fire(Deed.done(actor, "SEARCH_PATIENTS", PATIENT, ""));
        return found;
    }

    /** Who is probably the same person as the one written down. */
    @Transactional
    public List<PatientCard> duplicatesOf(Actor actor, PatientForm form) {
        actor.must(Task.READ);
        happened.fire(Deed.listed(actor, "PATIENTS", "like a new one"));
        return duplicates(
                form.firstName().orElse(""),
                form.lastName().orElse(""),
                form.email().map(PastedAddress::read).orElse(""),
                form.phone().flatMap(PhoneNumber::find).map(PhoneNumber::value).orElse(""),
                form.birthDate());
    }

    /** Makes a record, whoever else is like her. */
    @Transactional
    public PatientRecord create(Actor actor, PatientForm form) {
        actor.must(Task.WRITE);
        PatientChecks.ofNew(form, today(), reach);
        Patient patient = patients.add(new Patient(form, now()));
        consent(patient, form);
        happened.fire(Deed.done(actor, "CREATE_PATIENT", PATIENT, patient.id()));
        patients.flush();
        return told(actor, patient);
    }

    @Transactional
    public PatientRecord record(Actor actor, long id) {
        actor.must(Task.READ);
        Patient patient = patients.living(id).orElseThrow(UnknownPatient::new);
        happened.fire(Deed.done(actor, "READ_PATIENT", PATIENT, patient.id()));
        return told(actor, patient);
    }

    /**
     * Changes what the form has.
     *
     * @param version the record as the actor saw it
     */
    @Transactional
    public PatientRecord change(Actor actor, long id, PatientForm form, OptionalInt version) {
        actor.must(Task.WRITE);
        Patient patient = patients.lockLiving(id).orElseThrow(UnknownPatient::new);
        if (version.isPresent() && version.getAsInt() != patient.version()) {
            throw refused("If-Match", Flaw.STALE_VERSION);
        }
        PatientChecks.ofChange(form, today(), reachFor(patient, form));
        boolean aged = patient.change(form);
        if (form.email().isPresent()) {
            happened.fire(new MailboxNamed(patient.id()));
        }
        consent(patient, form);
        patients.flush();
        keys.write(patient);
        if (aged) {
            happened.fire(new AgeChanged(patient.id(), actor));
        }
        happened.fire(Deed.done(actor, "CHANGE_PATIENT", PATIENT, patient.id()).fields(fields(form)));
        return told(actor, patient);
    }

    /** In what two records differ, and which word would stand if nobody chose. */
    @Transactional
    public List<RecordMerge.Difference> differences(Actor actor, long keep, long gone) {
        actor.must(Task.WRITE);
        return merging(living(keep), living(gone), Map.of()).differences();
    }

    /**
     * Makes two records of one person one: visits, consents, notes and letters follow, and the gone one points on. The
     * addresses, numbers and names that do not stand are kept as former ones, by which the patient is still found.
     *
     * @param chosen whose word stands, at least where the two contradict
     */
    @Transactional
    public PatientRecord merge(Actor actor, long keep, long gone, Map<MergeField, MergeField.Side> chosen) {
        actor.must(Task.WRITE);
        patients.lock(Math.min(keep, gone));
        patients.lock(Math.max(keep, gone));
        Patient kept = living(keep);
        Patient absorbed = living(gone);
        if (keep == gone) {
            throw refused("gone", Flaw.UNKNOWN_PATIENT);
        }
        RecordMerge merge = merging(kept, absorbed, chosen);
        List<PatientRefused.Refused> open = merge.differences().stream()
                .filter(RecordMerge.Difference::contradicts)
                .map(PatientRefused.Refused::differing)
                .toList();
        if (!open.isEmpty()) {
            throw new PatientRefused(open);
        }
        boolean agreed = agrees(merge, kept, absorbed);
        PatientCard before = PatientCard.of(kept, lastDayBegun());
        kept.absorb(absorbed, merge);
        patients.flush();
        happened.fire(new PatientsMerging(gone, keep));
        keepFormer(kept, List.of(before, PatientCard.of(absorbed, lastDayBegun())));
        happened.fire(new ContactsMerged(gone, absorbed.email(), keep, before.email(), kept.email()));
        patients.handOver(gone, keep);
        if (!answers(keep).isEmpty() && answers(keep).get(0) != agreed) {
            patients.record(new Consent(
                    kept, Consent.Subject.EMAIL, agreed, Wording.EMAIL_CONSENT, Consent.Source.MERGE, now()));
        }
        keys.remove(gone);
        keys.write(kept);
        happened.fire(new PatientMerged(gone, keep));
        happened.fire(new AgeChanged(keep, actor));
        happened.fire(Deed.done(actor, "MERGE_PATIENTS", PATIENT, keep).fields(Set.of("gone:" + gone)));
        return told(actor, kept);
    }

    @Transactional
    public PatientRecord merge(Actor actor, long keep, long gone) {
        return merge(actor, keep, gone, Map.of());
    }

    private RecordMerge merging(Patient kept, Patient gone, Map<MergeField, MergeField.Side> chosen) {
        return new RecordMerge(chart(kept), chart(gone), chosen);
    }

    private RecordMerge.Chart chart(Patient patient) {
        return new RecordMerge.Chart(PatientCard.of(patient, lastDayBegun()), patient.escort(), answers(patient.id()));
    }

    private List<Boolean> answers(long patient) {
        return patients.consentsOf(patient).stream()
                .map(Consent::told)
                .filter(consent -> consent.subject() == Consent.Subject.EMAIL)
                .map(PatientRecord.ConsentGiven::given)
                .toList();
    }

    private boolean agrees(RecordMerge merge, Patient kept, Patient gone) {
        Patient answering = merge.of(MergeField.EMAIL_CONSENT) == MergeField.Side.A ? kept : gone;
        return answers(answering.id()).stream().findFirst().orElse(false);
    }

    /** What either record was known by and the one record no longer is. */
    private void keepFormer(Patient kept, List<PatientCard> before) {
        Set<String> known = new TreeSet<>();
        for (PatientCard card : before) {
            if (!card.email().isEmpty() && !card.email().equalsIgnoreCase(kept.email())) {
                former(known, kept, FormerContact.Kind.EMAIL, card.email());
            }
            if (!card.phone().isEmpty() && !card.phone().equals(kept.phone())) {
                former(known, kept, FormerContact.Kind.PHONE, card.dialed());
            }
            if (!card.fullName().equals(kept.fullName())) {
                former(known, kept, FormerContact.Kind.NAME, card.fullName());
            }
        }
    }

    private void former(Set<String> known, Patient kept, FormerContact.Kind kind, String value) {
        if (known.add(kind + value)) {
            patients.record(new FormerContact(kept.id(), kind, value, now()));
        }
    }

    /** An address that stays as it was is not judged anew by what the mail server offers today. */
    private MailReach reachFor(Patient patient, PatientForm form) {
        return form.email().filter(patient.email()::equals).isPresent() ? MailReach.everywhere() : reach;
    }

    private Patient living(long id) {
        return patients.living(id).filter(patient -> patient.id() == id).orElseThrow(UnknownPatient::new);
    }

    /** Writes a note into a record; a clinical one only by who may read it. */
    @Transactional
    public PatientRecord note(Actor actor, long id, boolean clinical, String text) {
        actor.must(clinical ? Task.READ_CLINICAL_NOTES : Task.WRITE);
        Texts.flawOfLines(text, PatientNote.LONGEST)
                .or(() -> Texts.lines(text).isEmpty() ? Optional.of(Flaw.MISSING) : Optional.empty())
                .ifPresent(flaw -> {
                    throw new PatientRefused(List.of(new PatientRefused.Refused("text", flaw, PatientNote.LONGEST)));
                });
        Patient patient = patients.lockLiving(id).orElseThrow(UnknownPatient::new);
        patients.record(new PatientNote(patient.id(), clinical, Texts.lines(text), actor.name(), now()));
        happened.fire(Deed.done(actor, "NOTE_PATIENT", PATIENT, patient.id()));
        patients.flush();
        return told(actor, patient);
    }

    private void consent(Patient patient, PatientForm form) {
        form.emailConsent()
                .ifPresent(given -> patients.record(new Consent(
                        patient, Consent.Subject.EMAIL, given, Wording.EMAIL_CONSENT, Consent.Source.STAFF, now())));
    }

    private PatientRecord told(Actor actor, Patient patient) {
        List<PatientRecord.ConsentGiven> consents =
                patients.consentsOf(patient.id()).stream().map(Consent::told).toList();
        boolean clinical = actor.may(Task.READ_CLINICAL_NOTES);
        return new PatientRecord(
                PatientCard.of(patient, lastDayBegun()),
                consents.stream()
                        .filter(consent -> consent.subject() == Consent.Subject.EMAIL)
                        .findFirst()
                        .filter(PatientRecord.ConsentGiven::given)
                        .isPresent(),
                consents,
                patient.escort(),
                patients.notesOf(patient.id()).stream()
                        .filter(note -> clinical || !note.clinical())
                        .map(PatientNote::told)
                        .toList(),
                duplicates(
                                patient.firstName(),
                                patient.lastName(),
                                patient.email(),
                                patient.phone(),
                                patient.birthDate())
                        .stream()
                        .filter(other -> other.id() != patient.id())
                        .toList(),
                keys.former(patient.id()).stream().map(FormerContact::told).toList());
    }

    /**
     * The same name, in however many words; or the same first name at the same number or email, be it a former one; or the
     * same last name and date of birth. One name alone is too many people's.
     */
    private List<PatientCard> duplicates(
            String first, String last, String email, String phone, Optional<LocalDate> birthDate) {
        Set<Long> found = new LinkedHashSet<>();
        if (!first.isBlank() && !last.isBlank()) {
            found.addAll(keys.having(each(first + " " + last), MOST_DUPLICATES));
            SearchWords.asOne(first, last)
                    .forEach(word -> found.addAll(keys.having(List.of(Set.of(word)), MOST_DUPLICATES)));
        }
        Set<String> contacts = new LinkedHashSet<>();
        contacts.addAll(SearchWords.mail(email));
        SearchWords.numbers(phone).stream()
                .filter(word -> word.startsWith("r:"))
                .forEach(contacts::add);
        if (!contacts.isEmpty() && !first.isBlank()) {
            found.addAll(keys.having(with(each(first), contacts), MOST_DUPLICATES));
        }
        birthDate
                .map(day -> with(each(last.isBlank() ? first : last), Set.of("b:" + day)))
                .filter(asked -> asked.size() > 1)
                .ifPresent(asked -> found.addAll(keys.having(asked, MOST_DUPLICATES)));
        return cards(List.copyOf(found));
    }

    private static List<Set<String>> each(String name) {
        List<Set<String>> words = new ArrayList<>();
        SearchWords.parts(name).forEach(word -> words.add(Set.of(word)));
        return words;
    }

    private static List<Set<String>> with(List<Set<String>> words, Set<String> also) {
        words.add(also);
        return words;
    }

    private List<PatientCard> cards(List<Long> ids) {
        return keys.read(ids).stream()
                .map(patient -> PatientCard.of(patient, lastDayBegun()))
                .toList();
    }

    private static Set<String> fields(PatientForm form) {
        Set<String> names = new TreeSet<>();
        form.firstName().ifPresent(any -> names.add("firstName"));
        form.lastName().ifPresent(any -> names.add("lastName"));
        form.email().ifPresent(any -> names.add("email"));
        form.phone().ifPresent(any -> names.add("phone"));
        form.language().ifPresent(any -> names.add("language"));
        form.birthDate().ifPresent(any -> names.add("birthDate"));
        form.emailConsent().ifPresent(any -> names.add("emailConsent"));
        form.adult().ifPresent(any -> names.add("adult"));
        form.escort().ifPresent(any -> names.add("escort"));
        return names;
    }

    private static PatientRefused refused(String field, Flaw flaw) {
        return new PatientRefused(List.of(new PatientRefused.Refused(field, flaw, 0)));
    }

    /** A day ahead of the clinic's at most, which no date of birth minds. */
    private LocalDate today() {
        return LocalDate.ofInstant(now(), ZoneOffset.UTC);
    }

    /** The day it is everywhere on earth, so that nobody is of age before the day begins at the clinic. */
    private LocalDate lastDayBegun() {
        return LocalDate.ofInstant(now(), ZoneOffset.ofHours(-12));
    }

    private Instant now() {
        return clock.instant();
    }
}
