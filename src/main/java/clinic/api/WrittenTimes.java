package clinic.api;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;

/** Dates and moments as the contract writes them: ISO 8601, years of four digits. */
final class WrittenTimes {
    private static final DateTimeFormatter MOMENT = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .optionalStart()
            .appendOffsetId()
            .toFormatter()
            .withResolverStyle(ResolverStyle.STRICT);
    private static final int EARLIEST_YEAR = 1900;
    private static final int LATEST_YEAR = 2999;
    private static final DateTimeFormatter OUT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");

    private WrittenTimes() {}

    static Optional<LocalDate> date(String text) {
        try {
            return fourDigitYear(text)
                    ? Optional.of(LocalDate.parse(text)).filter(WrittenTimes::isPlausible)
                    : Optional.empty();
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }

    /** An hour of the wall clock, as {@code 09:30}. */
    static Optional<LocalTime> time(String text) {
        try {
            return text.matches("[0-9]{2}:[0-9]{2}(:[0-9]{2})?")
                    ? Optional.of(LocalTime.parse(text))
                    : Optional.empty();
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }

    /** On the wall clock of the zone: any offset is carried over, none means the zone itself. */
    static Optional<LocalDateTime> moment(String text, ZoneId zone) {
        if (!fourDigitYear(text)) {
            return Optional.empty();
        }
        try {
            TemporalAccessor moment = MOMENT.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
            return Optional.of(
                            moment instanceof OffsetDateTime offset
                                    ? offset.atZoneSameInstant(zone).toLocalDateTime()
                                    : LocalDateTime.from(moment))
                    .filter(read -> isPlausible(read.toLocalDate()));
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }

    /** Within the years that people live in: what lies beyond has no place in a calendar. */
    private static boolean isPlausible(LocalDate day) {
        return day.getYear() >= EARLIEST_YEAR && day.getYear() <= LATEST_YEAR;
    }

    private static boolean fourDigitYear(String text) {
        return text.matches("[0-9]{4}-.*");
    }

    /** With the offset that holds at that moment. */
    static String text(ZonedDateTime moment) {
        return OUT.format(moment);
    }
}
