package clinic.notification;

import clinic.booking.BookingEvents.Notice;
import clinic.booking.PrivateLinks;
import clinic.staff.StaffLetter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The addresses a letter points to. A private one is derived whenever it is needed and kept nowhere. */
@ApplicationScoped
class VisitLinks {
    private String base;
    private PrivateLinks tokens;

    protected VisitLinks() {}

    @Inject
    VisitLinks(
            @ConfigProperty(name = "clinic.base.url", defaultValue = "http://localhost:8080") String base,
            PrivateLinks tokens) {
        this.base = base.replaceAll("/+$", "");
        this.tokens = tokens;
    }

    /** Where its holder sees, moves and cancels the visit. */
    String to(Notice visit) {
        return base + "/visit/" + tokens.visitToken(visit.visit(), visit.generation());
    }

    /** Where somebody who works here chooses her password. */
    String ofStaff(StaffLetter.Kind kind, long link) {
        return base + "/staff/" + kind.path() + "/" + tokens.key(StaffLetter.PURPOSE, Long.toString(link));
    }

    /** Where anybody chooses a time. */
    String home() {
        return base + "/";
    }
}
