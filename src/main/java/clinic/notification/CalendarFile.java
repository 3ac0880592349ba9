package clinic.notification;

import clinic.booking.BookingEvents.Notice;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/** The calendar file a patient downloads herself: the visit as it stands, for any calendar, asking for no answer. */
@ApplicationScoped
public class CalendarFile {
    /** To be answered as {@code Content-Type}. */
    public static final String MEDIA_TYPE = "text/calendar; charset=utf-8; method=PUBLISH";

    /** How the visit stands when the file is asked for. One that is not confirmed yet belongs into no calendar. */
    public enum Status {
        BOOKED,
        CANCELLED
    }

    private Invitations invitations;
    private Clock clock;

    protected CalendarFile() {}

    @Inject
    CalendarFile(Invitations invitations, Clock clock) {
        this.invitations = invitations;
        this.clock = clock;
    }

    /** The text of the file, in the language of the notice. */
    public String of(Notice visit, Status status) {
        return invitations.published(visit, status, clock.instant()).text();
    }
}
