package clinic.web;

import clinic.booking.LinkDesk;
import clinic.patient.PastedAddress;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The link to a visit, sent again, {@code link.xhtml}. What it says never depends on whether the address is known. */
@Named
@RequestScoped
public class LinkPage {
    @Inject
    private LinkDesk desk;

    @Inject
    private Refusals refusals;

    @Inject
    private Honeypot honeypot;

    private String email = "";
    private boolean done;

    public void send() {
        done = honeypot.isClean() && refusals.done(() -> desk.ask(email));
    }

    public boolean isDone() {
        return done;
    }

    /** The address as it was understood. */
    public String getUnderstoodEmail() {
        return PastedAddress.read(email);
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = Typed.text(email);
    }
}
