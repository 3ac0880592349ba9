package clinic.web;

import clinic.calendar.ClinicProfile;
import clinic.notification.KeptMail;
import clinic.notification.Mailbox;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The letters of a demonstration, {@code mailbox.xhtml} and {@code letter.xhtml}. Outside of one there is no such page. */
@Named
@RequestScoped
public class MailboxPage {
    private static final int NEWEST = 50;
    private static final String POLICY = "Content-Security-Policy";

    @Inject
    private Mailbox mailbox;

    @Inject
    private ClinicProfile profile;

    @Inject
    private Words words;

    @Inject
    private HttpServletRequest request;

    @Inject
    @ConfigProperty(name = "clinic.demo", defaultValue = "false")
    private boolean demo;

    private List<KeptMail> letters = List.of();
    private Optional<KeptMail> letter = Optional.empty();

    public void open() {
        if (demo) {
            letters = mailbox.newest(NEWEST);
        } else {
            Steps.notFound();
        }
    }

    public void openLetter() {
        letter = PrivatePaths.keyOf(request).filter(id -> demo).flatMap(mailbox::find);
        if (letter.isEmpty()) {
            Steps.notFound();
        } else {
            allowFrame();
        }
    }

    /** The letter stands in a frame of its own, which no other page may have. */
    private static void allowFrame() {
        HttpServletResponse response = (HttpServletResponse)
                FacesContext.getCurrentInstance().getExternalContext().getResponse();
        Optional.ofNullable(response.getHeader(POLICY))
                .ifPresent(policy -> response.setHeader(POLICY, policy + "; frame-src 'self'"));
    }

    public List<KeptMail> getLetters() {
        return letters;
    }

    public KeptMail getLetter() {
        return letter.orElseThrow();
    }

    public String sent(KeptMail mail) {
        return words.moment(mail.date().atZone(profile.zone()));
    }
}
