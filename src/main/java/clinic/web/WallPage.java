package clinic.web;

import clinic.booking.StaffVisit;
import clinic.booking.Status;
import clinic.booking.VisitDesk;
import clinic.calendar.ClinicProfile;
import clinic.capacity.Purpose;
import clinic.capacity.Resource;
import clinic.capacity.ResourceKind;
import clinic.capacity.Resources;
import clinic.security.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The screen on the wall, {@code staff/wall.xhtml}: rooms, times and states. No name, no initials, no kind of visit, nor that somebody is to be
 * asked first. */
@Named
@RequestScoped
public class WallPage {
    private static final int NEXT = 4;

    /** One visit on the wall. */
    public record Line(String hours, String state, String tone) {}

    /**
     * A room, as one sees it from the corridor.
     *
     * @param now what goes on in it; nothing when it is free
     */
    public record Room(String name, Optional<Line> now, List<Line> next, int done) {
        public boolean isFree() {
            return now.isEmpty();
        }
    }

    @Inject
    private VisitDesk desk;

    @Inject
    private Caller caller;

    @Inject
    private Resources resources;

    @Inject
    private ClinicProfile profile;

    @Inject
    private VisitWords words;

    private List<Room> rooms;

    public List<Room> getRooms() {
        if (rooms == null) {
            List<StaffVisit> visits = desk.on(caller.actor(), profile.today(), profile.today()).stream()
                    .filter(visit -> visit.status() != Status.CANCELLED)
                    .sorted(Comparator.comparing(StaffVisit::slot))
                    .toList();
            rooms = resources.all().stream()
                    .filter(resource -> resource.kind() == ResourceKind.ROOM)
                    .filter(resource -> resource.serves(Purpose.CONSULT)
                            || visits.stream().anyMatch(visit -> visit.room().id() == resource.id()))
                    .map(resource -> room(resource, visits))
                    .toList();
        }
        return rooms;
    }

    private Room room(Resource resource, List<StaffVisit> visits) {
        List<StaffVisit> here = visits.stream()
                .filter(visit -> visit.room().id() == resource.id())
                .toList();
        return new Room(
                resource.name(),
                here.stream().filter(WallPage::isGoingOn).findFirst().map(this::line),
                here.stream()
                        .filter(visit -> !visit.status().isOver() && !isGoingOn(visit))
                        .limit(NEXT)
                        .map(this::line)
                        .toList(),
                (int) here.stream()
                        .filter(visit -> visit.status() == Status.DONE)
                        .count());
    }

    private static boolean isGoingOn(StaffVisit visit) {
        return visit.status().compareTo(Status.PREPARING) >= 0
                && !visit.status().isOver();
    }

    private Line line(StaffVisit visit) {
        return visit.status() == Status.PENDING_REVIEW
                ? new Line(words.hours(visit.slot()), words.state(Status.BOOKED), words.tone(Status.BOOKED))
                : new Line(words.hours(visit.slot()), words.state(visit), words.tone(visit));
    }
}
