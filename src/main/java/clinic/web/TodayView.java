package clinic.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What of the day is looked at, as the address says it.
 *
 * @param table as a table instead of a wall
 * @param clinicians a column for each of them, instead of for each room
 */
record TodayView(LocalDate day, boolean table, boolean clinicians) {
    static TodayView of(HttpServletRequest request, LocalDate today) {
        return new TodayView(
                Stream.ofNullable(request.getParameter("day"))
                        .flatMap(day -> read(day).stream())
                        .findFirst()
                        .orElse(today),
                "table".equals(request.getParameter("as")),
                "clinician".equals(request.getParameter("by")));
    }

    static Optional<LocalDate> read(String day) {
        try {
            return Optional.of(LocalDate.parse(day)).filter(date -> date.getYear() > 1900 && date.getYear() < 3000);
        } catch (DateTimeParseException notADay) {
            return Optional.empty();
        }
    }

    TodayView on(LocalDate other) {
        return new TodayView(other, table, clinicians);
    }

    TodayView asTable(boolean wanted) {
        return new TodayView(day, wanted, clinicians);
    }

    TodayView byClinician(boolean wanted) {
        return new TodayView(day, table, wanted);
    }

    /** Its address, and nothing in it that goes without saying. */
    String address(LocalDate today, String... more) {
        String query = Stream.concat(
                        Stream.of(
                                day.equals(today) ? "" : "day=" + day,
                                table ? "as=table" : "",
                                clinicians ? "by=clinician" : ""),
                        Stream.of(more))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "/staff" : "/staff?" + query;
    }
}
