package clinic.planner;

import clinic.calendar.ClinicCalendar;
import clinic.calendar.ClinicProfile;
import clinic.capacity.Ledger;
import clinic.capacity.Loads;
import clinic.capacity.Purpose;
import clinic.capacity.Resource;
import clinic.capacity.ResourceKind;
import clinic.capacity.Resources;
import clinic.protocol.Gap;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The days a series is counted by: those on which somebody can be treated. Closures and holidays are none. */
@ApplicationScoped
public class CourseCalendar {
    @Inject
    private ClinicProfile profile;

    @Inject
    private Resources resources;

    @Inject
    private Ledger ledger;

    /** The rooms somebody can be treated in. */
    List<Resource> rooms() {
        return Stream.of(Purpose.MOOD, Purpose.PAIN)
                .flatMap(purpose -> resources.serving(ResourceKind.ROOM, purpose).stream())
                .distinct()
                .toList();
    }

    /** Those of the span, both ends inclusive, as the ledger was read. */
    CourseDays between(LocalDate first, LocalDate last, Loads loads) {
        ClinicCalendar calendar = profile.calendar();
        List<Resource> rooms = rooms();
        return new CourseDays(first.datesUntil(last.plusDays(1))
                .filter(day -> calendar.isOpen(day) && HouseDay.isOpen(day, loads, rooms))
                .toList());
    }

    /** Between dates that follow each other. */
    public List<Integer> gaps(Gap.Unit unit, List<LocalDate> inOrder) {
        CourseDays counted = spanning(unit, inOrder);
        return IntStream.range(1, inOrder.size())
                .mapToObj(visit -> counted.gap(unit, inOrder.get(visit - 1), inOrder.get(visit)))
                .toList();
    }

    /** Those from the first of some dates to the last; gaps in calendar days need none. */
    public CourseDays spanning(Gap.Unit unit, Collection<LocalDate> some) {
        if (unit == Gap.Unit.CALENDAR_DAYS || some.isEmpty()) {
            return new CourseDays(List.of());
        }
        return read(
                some.stream().min(LocalDate::compareTo).orElseThrow(),
                some.stream().max(LocalDate::compareTo).orElseThrow());
    }

    /** The dates of those of a span, both ends inclusive. */
    Set<LocalDate> openDays(LocalDate first, LocalDate last) {
        CourseDays days = read(first, last);
        return IntStream.range(0, days.count()).mapToObj(days::at).collect(Collectors.toUnmodifiableSet());
    }

    private CourseDays read(LocalDate first, LocalDate last) {
        List<Long> rooms = rooms().stream().map(Resource::id).toList();
        return between(first, last, ledger.offered(first, last, rooms));
    }
}
