package clinic.capacity;

import clinic.staff.Actor;
import clinic.staff.Task;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Shows staff the rooms and clinicians, and how full their days are. */
@ApplicationScoped
public class ResourceDesk {
    @Inject
    private Resources resources;

    @Inject
    private Ledger ledger;

    /** How full a resource is on one day. */
    public record Day(LocalDate day, Load load) {}

    @Transactional
    public List<Resource> all(Actor actor) {
        actor.must(Task.READ);
        return resources.all();
    }

    /** The days of {@code [from, from + days)}. */
    @Transactional
    public List<Day> days(Actor actor, long resource, LocalDate from, int days) {
        actor.must(Task.READ);
        if (resources.all().stream().noneMatch(each -> each.id() == resource)) {
            throw new UnknownResource();
        }
        Loads loads = ledger.read(from, from.plusDays(days - 1L), Ledger.NO_HOLD);
        return from.datesUntil(from.plusDays(days))
                .map(day -> new Day(day, loads.of(day, resource)))
                .toList();
    }

    /** How full the rooms fitted for any of those purposes are on a day, and the nurses. */
    @Transactional
    public Occupancy occupancy(Actor actor, LocalDate day, Set<Purpose> purposes) {
        actor.must(Task.READ);
        Loads loads = ledger.read(day, day, Ledger.NO_HOLD);
        return new Occupancy(
                day,
                purposes.stream()
                        .flatMap(purpose -> resources.serving(ResourceKind.ROOM, purpose).stream())
                        .map(Resource::id)
                        .distinct()
                        .map(room -> loads.of(day, room))
                        .toList(),
                loads.of(day, resources.pool(ResourceKind.CARE).id()));
    }
}
