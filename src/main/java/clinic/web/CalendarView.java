package clinic.web;

import clinic.booking.Status;
import clinic.booking.VisitFilter;
import clinic.booking.VisitKind;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What of the calendar is looked at, as the address says it; whatever it does not say goes without saying.
 *
 * @param clinicians a column for each of them, instead of for each room
 * @param list as a list; empty: however it fits the window
 */
public record CalendarView(
        Span span,
        LocalDate date,
        boolean clinicians,
        Optional<VisitKind> kind,
        Optional<Long> resource,
        Optional<Status> status,
        Optional<Boolean> list) {
    static final String PATH = "/staff/calendar";

    /** How much of the calendar. */
    public enum Span {
        DAY,
        WEEK,
        MONTH;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    static CalendarView of(HttpServletRequest request, LocalDate today) {
        Function<String, Optional<String>> asked =
                name -> Stream.ofNullable(request.getParameter(name)).findFirst();
        return new CalendarView(
                asked.apply("view")
                        .flatMap(word -> named(Span.values(), word, Span::word))
                        .orElse(Span.DAY),
                asked.apply("date").flatMap(TodayView::read).orElse(today),
                asked.apply("by").filter("clinician"::equals).isPresent(),
                asked.apply("kind").flatMap(word -> named(VisitKind.values(), word, VisitKind::name)),
                asked.apply("resource").filter(Ids::isNumber).map(Long::valueOf),
                asked.apply("status").flatMap(word -> named(Status.values(), word, Status::name)),
                asked.apply("as")
                        .filter(as -> as.equals("list") || as.equals("grid"))
                        .map("list"::equals));
    }

    private static <T> Optional<T> named(T[] all, String word, Function<T, String> name) {
        return Arrays.stream(all).filter(each -> name.apply(each).equals(word)).findFirst();
    }

    /** The first day it shows, inclusive: a month begins with the Monday before it. */
    public LocalDate from() {
        LocalDate first = span == Span.MONTH ? date.withDayOfMonth(1) : date;
        return span == Span.DAY ? date : first.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** The last day it shows, inclusive. */
    public LocalDate to() {
        LocalDate last = span == Span.MONTH ? date.with(TemporalAdjusters.lastDayOfMonth()) : date;
        return span == Span.DAY ? date : last.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
    }

    VisitFilter filter() {
        return new VisitFilter(kind, resource, status);
    }

    public boolean isFiltered() {
        return kind.isPresent() || resource.isPresent() || status.isPresent();
    }

    CalendarView on(LocalDate other) {
        return new CalendarView(span, other, clinicians, kind, resource, status, list);
    }

    CalendarView as(Span other) {
        return new CalendarView(other, date, clinicians, kind, resource, status, list);
    }

    CalendarView byClinician(boolean wanted) {
        return new CalendarView(span, date, wanted, kind, resource, status, list);
    }

    CalendarView asList(boolean wanted) {
        return new CalendarView(span, date, clinicians, kind, resource, status, Optional.of(wanted));
    }

    CalendarView unfiltered() {
        return new CalendarView(span, date, clinicians, Optional.empty(), Optional.empty(), Optional.empty(), list);
    }

    /** As far away again. */
    CalendarView moved(int times) {
        return on(
                switch (span) {
                    case DAY -> date.plusDays(times);
                    case WEEK -> date.plusWeeks(times);
                    case MONTH -> date.plusMonths(times);
                });
    }

    String address(String... more) {
        return PATH + "?" + query(more);
    }

    /** What a form carries along to come back to it. */
    public record Field(String name, String value) {}

    public List<Field> fields() {
        return Stream.of(
                        Optional.of(new Field("view", span.word())),
                        Optional.of(new Field("date", date.toString())),
                        Optional.of(new Field("by", "clinician")).filter(any -> clinicians),
                        kind.map(only -> new Field("kind", only.name())),
                        resource.map(only -> new Field("resource", only.toString())),
                        status.map(only -> new Field("status", only.name())),
                        list.map(wanted -> new Field("as", wanted ? "list" : "grid")))
                .flatMap(Optional::stream)
                .toList();
    }

    String query(String... more) {
        return Stream.concat(fields().stream().map(field -> field.name() + "=" + field.value()), Stream.of(more))
                .collect(Collectors.joining("&"));
    }
}
