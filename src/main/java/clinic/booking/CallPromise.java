package clinic.booking;

import clinic.calendar.ClinicCalendar;
import clinic.calendar.QuarterHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/** By when the front desk promises to call: so many opening hours from now, counted only while the clinic is open. */
final class CallPromise {
    static final Duration WITHIN = Duration.ofHours(4);
    private static final int DAYS_TO_LOOK = 60;

    private CallPromise() {}

    /** The moment by which somebody who asks now is called. */
    static Instant from(ZonedDateTime now, ClinicCalendar calendar) {
        ZoneId zone = now.getZone();
        Duration left = WITHIN;
        for (int ahead = 0; ahead < DAYS_TO_LOOK; ahead++) {
            LocalDate day = now.toLocalDate().plusDays(ahead);
            Optional<QuarterHours> hours = calendar.hours(day);
            if (hours.isEmpty()) {
                continue;
            }
            LocalDateTime opens = day.atTime(hours.get().startsAt());
            LocalDateTime closes = closing(day, hours.get());
            LocalDateTime from = ahead == 0 && now.toLocalDateTime().isAfter(opens) ? now.toLocalDateTime() : opens;
            if (!from.isBefore(closes)) {
                continue;
            }
            Duration open = Duration.between(from, closes);
            if (open.compareTo(left) >= 0) {
                return from.plus(left).atZone(zone).toInstant();
            }
            left = left.minus(open);
        }
        return now.plus(WITHIN).toInstant();
    }

    private static LocalDateTime closing(LocalDate day, QuarterHours hours) {
        return hours.endsAt().equals(LocalTime.MIDNIGHT) ? day.plusDays(1).atStartOfDay() : day.atTime(hours.endsAt());
    }
}
