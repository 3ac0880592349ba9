package clinic.web;

import clinic.booking.BookingRefused;
import clinic.booking.CallTask;
import clinic.booking.Reason;
import clinic.booking.Refusal;
import clinic.patient.PatientCard;
import clinic.patient.PatientForm;
import clinic.patient.PatientRecord;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What staff type of a patient, as they typed it: for a new record and for one that is changed. */
@Named
@RequestScoped
public class PatientFields {
    @Inject
    private Words words;

    private String firstName = "";
    private String lastName = "";
    private String birthDate = "";
    private String phone = "";
    private String email = "";
    private String language = "";
    private boolean emailConsent;
    private boolean grown;
    private String escortName = "";
    private String escortPhone = "";

    PatientForm form() {
        return new PatientForm(
                Optional.of(firstName),
                Optional.of(lastName),
                Optional.of(email),
                Optional.of(phone),
                Optional.of(getLanguage()),
                born(),
                Optional.of(emailConsent),
                isAgeAsked() ? Optional.of(grown) : Optional.empty(),
                Optional.of(new PatientForm.Escort(escortName, escortPhone)));
    }

    /**
     * The same without what has not changed: an answer about email is written down only once, and a number or address
     * somebody accepted years ago does not keep anybody from changing something else.
     */
    PatientForm changing(PatientRecord record) {
        PatientForm all = form();
        return new PatientForm(
                all.firstName(),
                all.lastName(),
                all.email().filter(text -> !text.equals(record.card().email())),
                all.phone()
                        .filter(text -> !text.equals(words.phone(record.card().dialed()))),
                all.language(),
                all.birthDate(),
                all.emailConsent().filter(given -> given != record.emailConsent()),
                all.adult(),
                all.escort());
    }

    /** Who has a date of birth is as old as it says; else somebody has to say so. */
    public boolean isAgeAsked() {
        return birthDate.isBlank();
    }

    private Optional<LocalDate> born() {
        if (birthDate.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(TodayView.read(birthDate)
                .orElseThrow(
                        () -> new BookingRefused(List.of(Refusal.of(Reason.INVALID_DATE, "birthDate")), List.of())));
    }

    void show(PatientRecord record) {
        PatientCard card = record.card();
        firstName = card.firstName();
        lastName = card.lastName();
        birthDate = card.birthDate().map(LocalDate::toString).orElse("");
        phone = words.phone(card.dialed());
        email = card.email();
        language = card.language();
        grown = card.adult();
        emailConsent = record.emailConsent();
        escortName = record.escort().map(PatientForm.Escort::name).orElse("");
        escortPhone = record.escort().map(escort -> words.phone(escort.phone())).orElse("");
    }

    /** What is known of a person who called. */
    void show(CallTask call) {
        NameParts name = NameParts.of(call.name(), call.language());
        firstName = name.first();
        lastName = name.last();
        phone = words.phone(call.phone());
        language = call.language();
    }

    public String getFirstName() {
        return firstName;
    }

    public void setFirstName(String firstName) {
        this.firstName = Typed.text(firstName);
    }

    public String getLastName() {
        return lastName;
    }

    public void setLastName(String lastName) {
        this.lastName = Typed.text(lastName);
    }

    public String getBirthDate() {
        return birthDate;
    }

    public void setBirthDate(String birthDate) {
        this.birthDate = Typed.text(birthDate);
    }

    public String getPhone() {
        return phone;
    }

    public void setPhone(String phone) {
        this.phone = Typed.text(phone);
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = Typed.text(email);
    }

    public String getLanguage() {
        return language.isEmpty() ? words.getLang() : language;
    }

    public void setLanguage(String language) {
        this.language = Typed.text(language);
    }

    public boolean isEmailConsent() {
        return emailConsent;
    }

    public void setEmailConsent(boolean emailConsent) {
        this.emailConsent = emailConsent;
    }

    public boolean isGrown() {
        return grown;
    }

    public void setGrown(boolean grown) {
        this.grown = grown;
    }

    public String getEscortName() {
        return escortName;
    }

    public void setEscortName(String escortName) {
        this.escortName = Typed.text(escortName);
    }

    public String getEscortPhone() {
        return escortPhone;
    }

    public void setEscortPhone(String escortPhone) {
        this.escortPhone = Typed.text(escortPhone);
    }
}
