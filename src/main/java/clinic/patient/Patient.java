package clinic.patient;

import clinic.patient.MergeField.Side;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * Somebody who comes to the clinic, or asks to. A booking by the public always makes a new record, for nobody has proved
 * yet who is typing; the front desk merges the records of one person.
 */
@Entity
@Table(name = "patient")
public class Patient {
    private static final int OF_AGE = 18;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Column(name = "first_name")
    private String firstName;

    @Column(name = "last_name")
    private String lastName;

    private String email;
    private String phone;

    @Column(name = "phone_extension")
    private String phoneExtension = "";

    private String language;
    private boolean adult;

    @Column(name = "birth_date")
    private LocalDate birthDate;

    @Column(name = "escort_name")
    private String escortName;

    @Column(name = "escort_phone")
    private String escortPhone;

    @Column(name = "escort_phone_extension")
    private String escortPhoneExtension;

    @Column(name = "merged_into")
    private Long mergedInto;

    @Column(name = "created_at")
    private Instant createdAt;

    @Version
    private int version;

    protected Patient() {}

    public Patient(ContactDetails details, Instant now) {
        this.firstName = details.firstName().value();
        this.lastName = details.lastName().value();
        this.email = details.email().value();
        this.phone = details.phone().value();
        this.phoneExtension = details.phone().extension();
        this.language = details.language().code();
        this.adult = details.adult();
        this.createdAt = now;
    }

    /** A record the front desk makes; the form was looked at. */
    Patient(PatientForm form, Instant now) {
        this.firstName = "";
        this.lastName = "";
        this.email = "";
        this.phone = "";
        this.language = Language.ENGLISH.code();
        this.adult = false;
        this.createdAt = now;
        change(form);
    }

    /**
     * Takes over what the form has; the form was looked at. Who has a date of birth is of age by it, whatever was ticked.
     *
     * @return whether the age may be another now
     */
    boolean change(PatientForm form) {
        LocalDate born = birthDate;
        boolean grown = adult;
        form.firstName().ifPresent(text -> firstName = new PersonName(text).value());
        form.lastName().ifPresent(text -> lastName = new FamilyName(text).value());
        form.email().ifPresent(text -> email = Texts.line(text).isEmpty() ? "" : new EmailAddress(text).value());
        form.phone().ifPresent(this::isReachedAt);
        form.language()
                .ifPresent(code -> language = Language.find(code).orElseThrow().code());
        form.birthDate().ifPresent(day -> birthDate = day);
        form.adult().ifPresent(yes -> adult = yes);
        form.escort().ifPresent(this::bringsHome);
        return !Objects.equals(born, birthDate) || birthDate == null && grown != adult;
    }

    private void isReachedAt(String typed) {
        Optional<PhoneNumber> number =
                Texts.line(typed).isEmpty() ? Optional.empty() : Optional.of(new PhoneNumber(typed));
        phone = number.map(PhoneNumber::value).orElse("");
        phoneExtension = number.map(PhoneNumber::extension).orElse("");
    }

    private void bringsHome(PatientForm.Escort escort) {
        boolean none = Texts.line(escort.name()).isEmpty();
        Optional<PhoneNumber> number = none ? Optional.empty() : Optional.of(new PhoneNumber(escort.phone()));
        escortName = none ? null : new PersonName(escort.name()).value();
        escortPhone = number.map(PhoneNumber::value).orElse(null);
        escortPhoneExtension = number.map(PhoneNumber::extension).orElse(null);
    }

    /** Two records were one person: this one takes over what stands of the other one, which points here. */
    void absorb(Patient gone, RecordMerge merge) {
        if (merge.of(MergeField.FIRST_NAME) == Side.B) {
            firstName = gone.firstName;
        }
        if (merge.of(MergeField.LAST_NAME) == Side.B) {
            lastName = gone.lastName;
        }
        if (merge.of(MergeField.EMAIL) == Side.B) {
            email = gone.email;
        }
        if (merge.of(MergeField.PHONE) == Side.B) {
            phone = gone.phone;
            phoneExtension = gone.phoneExtension;
        }
        if (merge.of(MergeField.BIRTH_DATE) == Side.B) {
            birthDate = gone.birthDate;
        }
        if (merge.of(MergeField.LANGUAGE) == Side.B) {
            language = gone.language;
        }
        if (merge.of(MergeField.ADULT) == Side.B) {
            adult = gone.adult;
        }
        if (merge.of(MergeField.ESCORT) == Side.B) {
            escortName = gone.escortName;
            escortPhone = gone.escortPhone;
            escortPhoneExtension = gone.escortPhoneExtension;
        }
        gone.mergedInto = id;
    }

    /** The record that was kept, when this one was merged into it. */
    Optional<Long> mergedInto() {
        return Optional.ofNullable(mergedInto);
    }

    Optional<LocalDate> birthDate() {
        return Optional.ofNullable(birthDate);
    }

    Optional<PatientForm.Escort> escort() {
        return Optional.ofNullable(escortName)
                .map(name -> new PatientForm.Escort(
                        name,
                        PhoneNumber.dialed(
                                escortPhone,
                                Optional.ofNullable(escortPhoneExtension).orElse(""))));
    }

    int version() {
        return version;
    }

    public long id() {
        return id;
    }

    public String firstName() {
        return firstName;
    }

    public String lastName() {
        return lastName;
    }

    public String fullName() {
        return FamilyName.full(firstName, lastName);
    }

    public String email() {
        return email;
    }

    /** In E.164, without its extension; empty when there is none. */
    public String phone() {
        return phone;
    }

    public String phoneExtension() {
        return phoneExtension;
    }

    /** The number and its extension as a telephone dials them, {@code +18185550142;ext=12}; empty when there is none. */
    public String dialed() {
        return PhoneNumber.dialed(phone, phoneExtension);
    }

    public Language language() {
        return Language.of(language);
    }

    /** Whether the patient is 18 or older on a day: by the date of birth, where it is known, and else as was said. */
    public boolean adultOn(LocalDate day) {
        return birthDate == null ? adult : !birthDate.plusYears(OF_AGE).isAfter(day);
    }
}
