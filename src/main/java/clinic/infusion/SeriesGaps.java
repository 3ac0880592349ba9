package clinic.infusion;

import clinic.booking.CourseVisit;
import clinic.booking.Objection;
import clinic.booking.Refusal;
import clinic.planner.CourseCalendar;
import clinic.planner.CourseRules;
import clinic.protocol.Protocol;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** What a series has against one of its visits being moved by itself: its order, its gaps, its window. */
@ApplicationScoped
class SeriesGaps implements Objection {
    @Inject
    private SeriesShelf shelf;

    @Inject
    private CourseCalendar calendar;

    @Override
    public Function<LocalDate, List<Refusal>> to(CourseVisit visit) {
        Series series = shelf.get(visit.series());
        Map<Integer, LocalDate> standing = shelf.daysOf(series);
        Protocol protocol = shelf.protocol(series);
        return day -> {
            Map<Integer, LocalDate> days = new TreeMap<>(standing);
            days.put(visit.no(), day);
            CourseRules rules =
                    new CourseRules(protocol, calendar.spanning(protocol.gap().unit(), days.values()));
            return rules.broken(days).values().stream().flatMap(List::stream).toList();
        };
    }
}
