package clinic.booking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** All there is against moving a visit by itself to another day; nothing, if it belongs to no series. */
@ApplicationScoped
class Objections {
    @Inject
    private Instance<Objection> all;

    List<Refusal> to(Optional<CourseVisit> visit, LocalDate day) {
        return visit.stream()
                .flatMap(course -> all.stream().flatMap(each -> each.to(course, day).stream()))
                .toList();
    }

    /** Days on which there is nothing against it; each is asked about once. */
    Predicate<LocalDate> none(Optional<CourseVisit> visit) {
        Map<LocalDate, Boolean> known = new HashMap<>();
        return day -> known.computeIfAbsent(day, any -> to(visit, any).isEmpty());
    }
}
