package clinic.web;

import clinic.booking.CallRequestDesk;
import clinic.calendar.ClinicProfile;
import clinic.patient.PhoneNumber;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;

/** "No time suits me: please call me", {@code call.xhtml}. */
@Named
@RequestScoped
public class CallPage {
    @Inject
    private CallRequestDesk desk;

    @Inject
    private ClinicProfile profile;

    @Inject
    private Visitor visitor;

    @Inject
    private Refusals refusals;

    @Inject
    private Honeypot honeypot;

    @Inject
    private Words words;

    private String name = "";
    private String phone = "";
    private String note = "";
    private String promised = "";

    public void send() {
        if (honeypot.isClean()) {
            refusals.done(this::ask);
        }
    }

    private void ask() {
        CallRequestDesk.CallMe request = new CallRequestDesk.CallMe(name, phone, words.getLang(), note);
        promised = words.moment(
                desk.callMe(request, Optional.of(visitor.address())).atZone(profile.zone()));
    }

    public boolean isDone() {
        return !promised.isEmpty();
    }

    /** By when she is called. */
    public String getPromised() {
        return promised;
    }

    /** The number as it was understood. */
    public String getUnderstoodPhone() {
        return PhoneNumber.find(phone).map(PhoneNumber::shown).orElse(phone);
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = Typed.text(name);
    }

    public String getPhone() {
        return phone;
    }

    public void setPhone(String phone) {
        this.phone = Typed.text(phone);
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = Typed.text(note);
    }
}
