package clinic.web;

import clinic.planner.ProposalRequest;
import clinic.planner.Relaxation;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What somebody wishes of a series, as the address of the planning page carries it: of the patient nothing but her number.
 *
 * @param weekdays on which she can come; all, if none is named
 * @param best time at which visits should start
 */
public record PlanWishes(
        long patient,
        String protocol,
        Optional<LocalDate> earliest,
        Set<DayOfWeek> weekdays,
        Optional<LocalTime> from,
        Optional<LocalTime> until,
        Optional<LocalTime> best,
        SortedSet<LocalDate> avoid) {
    static final String HERE = "/staff/plan";

    /** Part of an address or of a form. */
    public record Field(String name, String value) {}

    /** What cannot be read was never wished. */
    static PlanWishes read(HttpServletRequest request) {
        Set<DayOfWeek> weekdays = EnumSet.noneOf(DayOfWeek.class);
        Arrays.stream(DayOfWeek.values())
                .filter(day -> all(request, "on").anyMatch(day.name()::equals))
                .forEach(weekdays::add);
        SortedSet<LocalDate> avoid = new TreeSet<>();
        all(request, "not").flatMap(day -> TodayView.read(day).stream()).forEach(avoid::add);
        return new PlanWishes(
                Ids.orNone(request.getParameter("patient")),
                Typed.text(request.getParameter("protocol")),
                TodayView.read(Typed.text(request.getParameter("earliest"))),
                weekdays,
                time(request, "from"),
                time(request, "until"),
                time(request, "best"),
                avoid);
    }

    private static Stream<String> all(HttpServletRequest request, String name) {
        return Stream.ofNullable(request.getParameterValues(name)).flatMap(Arrays::stream);
    }

    private static Optional<LocalTime> time(HttpServletRequest request, String name) {
        return time(Typed.text(request.getParameter(name)));
    }

    static Optional<LocalTime> time(String written) {
        try {
            return Optional.of(LocalTime.parse(written));
        } catch (DateTimeParseException notATime) {
            return Optional.empty();
        }
    }

    PlanWishes with(String otherProtocol) {
        return new PlanWishes(patient, otherProtocol, earliest, weekdays, from, until, best, avoid);
    }

    /**
     * The same with what stands for a wish that was not made: however the form says it, it is the same text.
     *
     * @param first day visits are looked for
     * @param open weekdays of the clinic
     */
    String inFull(LocalDate first, Set<DayOfWeek> open) {
        Set<DayOfWeek> days = new TreeSet<>(weekdays.isEmpty() ? open : weekdays);
        days.retainAll(open);
        return String.join(
                "|",
                Long.toString(patient),
                protocol,
                earliest.orElse(first).toString(),
                days.toString(),
                from + "" + until + best,
                avoid.toString());
    }

    ProposalRequest request(LocalDate first) {
        return new ProposalRequest(
                patient, protocol, Optional.of(earliest.orElse(first)), weekdays, from, until, avoid, best);
    }

    /** The same wishes with one of them given up; nothing where that is not hers to give. */
    Optional<PlanWishes> relaxed(Relaxation relaxation) {
        Object value = relaxation.facts().get("value");
        return switch (relaxation.kind()) {
            case WEEKDAY -> Optional.of(on(with((DayOfWeek) value)));
            case ANY_WEEKDAY -> Optional.of(on(EnumSet.allOf(DayOfWeek.class)));
            case FROM -> Optional.of(between(Optional.of((LocalTime) value), until));
            case UNTIL -> Optional.of(between(from, Optional.of((LocalTime) value)));
            case ANY_TIME_OF_DAY -> Optional.of(between(Optional.empty(), Optional.empty()));
            case DATE -> Optional.of(avoiding(without((LocalDate) value)));
            case NO_DATE_AVOIDED -> Optional.of(avoiding(new TreeSet<>()));
            case BEGIN ->
                Optional.of(new PlanWishes(
                        patient, protocol, Optional.of((LocalDate) value), weekdays, from, until, best, avoid));
            case END, GAP_ONE_DAY_LONGER, ONE_WEEKEND_MORE, WINDOW_ONE_WEEK_LONGER -> Optional.empty();
        };
    }

    private Set<DayOfWeek> with(DayOfWeek day) {
        Set<DayOfWeek> more = EnumSet.of(day);
        more.addAll(weekdays);
        return more;
    }

    private SortedSet<LocalDate> without(LocalDate day) {
        SortedSet<LocalDate> fewer = new TreeSet<>(avoid);
        fewer.remove(day);
        return fewer;
    }

    private PlanWishes on(Set<DayOfWeek> others) {
        return new PlanWishes(patient, protocol, earliest, others, from, until, best, avoid);
    }

    private PlanWishes between(Optional<LocalTime> first, Optional<LocalTime> last) {
        return new PlanWishes(patient, protocol, earliest, weekdays, first, last, best, avoid);
    }

    private PlanWishes avoiding(SortedSet<LocalDate> others) {
        return new PlanWishes(patient, protocol, earliest, weekdays, from, until, best, others);
    }

    List<Field> fields() {
        List<Field> fields = new ArrayList<>();
        fields.add(new Field("patient", Long.toString(patient)));
        fields.add(new Field("protocol", protocol));
        earliest.ifPresent(day -> fields.add(new Field("earliest", day.toString())));
        weekdays.stream().sorted().forEach(day -> fields.add(new Field("on", day.name())));
        from.ifPresent(time -> fields.add(new Field("from", time.toString())));
        until.ifPresent(time -> fields.add(new Field("until", time.toString())));
        best.ifPresent(time -> fields.add(new Field("best", time.toString())));
        avoid.forEach(day -> fields.add(new Field("not", day.toString())));
        return fields;
    }
}
