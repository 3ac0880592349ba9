package clinic.web;

import clinic.booking.Reason;
import clinic.booking.Refusal;
import clinic.booking.VisitRequest;
import clinic.patient.Consent;
import clinic.patient.FamilyName;
import clinic.patient.MailReach;
import clinic.patient.PastedAddress;
import clinic.patient.PhoneNumber;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What she typed, exactly as she typed it. It lives in the form she holds in her hands, and nowhere here. */
@Named
@RequestScoped
public class Details {
    static final String OTHER = "other";

    @Inject
    private Words words;

    private String whom = "me";
    private String otherFirstName = "";
    private String otherLastName = "";
    private String relation = "";
    private String firstName = "";
    private String lastName = "";
    private String email = "";
    private String phone = "";
    private String adult = "";
    private boolean emailConsent;
    private boolean privacyRead;

    VisitRequest request(LocalDateTime start, Optional<String> hold) {
        return new VisitRequest(
                start,
                hold,
                new VisitRequest.Person(
                        firstName, lastName, email, phone, words.getLang(), emailConsent, adult.equals("yes")),
                isForOther()
                        ? Optional.of(new VisitRequest.OnBehalfOf(otherFirstName, otherLastName, relation))
                        : Optional.empty(),
                Optional.empty(),
                privacyRead,
                Consent.Source.PAGE);
    }

    /** Everything the desk would find wrong, and the two questions only the page asks. */
    List<Refusal> refusals(LocalDateTime start, LocalDate today, MailReach reach) {
        List<Refusal> refusals =
                new ArrayList<>(request(start, Optional.empty()).refusals(today, reach));
        if (!adult.equals("yes") && !adult.equals("no")) {
            refusals.add(Refusal.of(Reason.REQUIRED, "adult"));
        }
        if (!privacyRead) {
            refusals.add(Refusal.of(Reason.REQUIRED, "privacyRead"));
        }
        return refusals;
    }

    /** The address as it was understood, whatever it was pasted with. */
    public String getUnderstoodEmail() {
        return PastedAddress.read(email);
    }

    /** The number as it was understood, with its country and extension. */
    public String getUnderstoodPhone() {
        return PhoneNumber.find(phone).map(PhoneNumber::shown).orElse(phone);
    }

    /** Who writes; one name where there is only one. */
    public String getFullName() {
        return FamilyName.full(firstName, lastName);
    }

    public String getOtherFullName() {
        return FamilyName.full(otherFirstName, otherLastName);
    }

    public boolean isForOther() {
        return whom.equals(OTHER);
    }

    public boolean isAdultNo() {
        return adult.equals("no");
    }

    public String getWhom() {
        return whom;
    }

    public void setWhom(String whom) {
        this.whom = Typed.text(whom);
    }

    public String getOtherFirstName() {
        return otherFirstName;
    }

    public void setOtherFirstName(String otherFirstName) {
        this.otherFirstName = Typed.text(otherFirstName);
    }

    public String getOtherLastName() {
        return otherLastName;
    }

    public void setOtherLastName(String otherLastName) {
        this.otherLastName = Typed.text(otherLastName);
    }

    public String getRelation() {
        return relation;
    }

    public void setRelation(String relation) {
        this.relation = Typed.text(relation);
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

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = Typed.text(email);
    }

    public String getPhone() {
        return phone;
    }

    public void setPhone(String phone) {
        this.phone = Typed.text(phone);
    }

    public String getAdult() {
        return adult;
    }

    public void setAdult(String adult) {
        this.adult = Typed.text(adult);
    }

    public boolean isEmailConsent() {
        return emailConsent;
    }

    public void setEmailConsent(boolean emailConsent) {
        this.emailConsent = emailConsent;
    }

    public boolean isPrivacyRead() {
        return privacyRead;
    }

    public void setPrivacyRead(boolean privacyRead) {
        this.privacyRead = privacyRead;
    }
}
