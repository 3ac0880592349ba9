package clinic.infusion;

import clinic.booking.Coming;
import clinic.booking.CourseVisit;
import clinic.booking.Diary;
import clinic.booking.Objection;
import clinic.booking.Reason;
import clinic.booking.Refusal;
import clinic.calendar.ClinicProfile;
import clinic.planner.CourseCalendar;
import clinic.planner.CourseRules;
import clinic.protocol.Protocol;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What a series has against one of its visits having a day: that the series ended, that another visit stands in its
 * place, its order, its gaps, its window.
 */
@ApplicationScoped
class SeriesGaps implements Objection {
    /** The number of the treatment before the series among its days. */
    private static final int BEFORE = 0;

    @Inject
    private SeriesShelf shelf;

    @Inject
    private CourseCalendar calendar;

    @Inject
    private Diary diary;

    @Inject
    private ClinicProfile profile;

    @Override
    public Function<LocalDate, List<Refusal>> to(Coming visit) {
        return visit.course()
                .filter(course -> course.series() != SeriesDesk.NOT_BOOKED)
                .map(course -> to(visit, course, shelf.get(course.series())))
                .orElse(day -> List.of());
    }

    private Function<LocalDate, List<Refusal>> to(Coming visit, CourseVisit course, Series series) {
        Optional<Refusal> ended = ended(visit, course, series);
        if (ended.isPresent()) {
            return day -> List.of(ended.get());
        }
        Protocol protocol = shelf.protocol(series);
        Map<Integer, LocalDate> staying = new TreeMap<>();
        shelf.counting(series.id()).stream()
                .filter(each -> !visit.leaving().contains(each.visit()))
                .forEach(each -> staying.put(each.no(), each.day()));
        boolean counts = visit.visit().isPresent() && staying.containsKey(course.no());
        List<LocalDate> treatments = protocol.visits() > 1 ? List.of() : treatments(visit);
        Map<Integer, LocalDate> standing = new TreeMap<>(staying);
        visit.visit().ifPresent(there -> {
            // Those that come back beside it come back to where they stood.
            standing.putAll(visit.beside());
            standing.put(course.no(), shelf.dayOf(there));
        });
        return day -> {
            if (counts && day.equals(staying.get(course.no()))) {
                return List.of();
            }
            Map<Integer, LocalDate> then = new TreeMap<>(staying);
            then.putAll(visit.beside());
            then.put(course.no(), day);
            treatments.stream()
                    .filter(had -> had.isBefore(day))
                    .max(LocalDate::compareTo)
                    .filter(had -> !isOverdue(protocol, had))
                    .ifPresent(had -> then.put(BEFORE, had));
            List<LocalDate> all = new ArrayList<>(then.values());
            all.addAll(standing.values());
            return new VisitGaps(
                            new CourseRules(
                                    protocol, calendar.spanning(protocol.gap().unit(), all)),
                            standing,
                            series.acceptedGaps())
                    .against(course.no(), then);
        };
    }

    /** A single visit that is overdue anyway is had as soon as it can be. */
    private boolean isOverdue(Protocol protocol, LocalDate last) {
        return last.plusDays(protocol.gap().most()).isBefore(profile.today());
    }

    /** The days of the patient's other treatments: a single visit is counted from the one before it. */
    private List<LocalDate> treatments(Coming visit) {
        return diary.treatments(visit.patient()).stream()
                .filter(each -> visit.visit().isEmpty() || visit.visit().getAsLong() != each.visit())
                .filter(each -> !visit.leaving().contains(each.visit()))
                .map(each -> each.slot().day())
                .toList();
    }

    private Optional<Refusal> ended(Coming visit, CourseVisit course, Series series) {
        boolean replaced = visit.visit().isPresent()
                && series.visits().stream()
                        .anyMatch(each -> each.no() == course.no()
                                && each.appointment() != visit.visit().getAsLong());
        if (replaced) {
            return Optional.of(Refusal.of(Reason.REPLACED, Refusal.START));
        }
        if (series.state().isRunning()) {
            return Optional.empty();
        }
        return shelf.isEndedByDecision(series)
                ? Optional.of(new Refusal(Reason.SERIES_ENDED, Refusal.START, Map.of("state", series.state())))
                : shelf.otherRunning(series).map(SeriesShelf::runsAlready);
    }
}
