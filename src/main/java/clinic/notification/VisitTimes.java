package clinic.notification;

import clinic.calendar.Slot;
import clinic.platform.ClockTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Map;

/** How a letter says when: the clinic's wall clock with its zone named, wherever the reader is. */
final class VisitTimes {
    private final LetterTexts texts;
    private final ZoneId zone;

    VisitTimes(LetterTexts texts, ZoneId zone) {
        this.texts = texts;
        this.zone = zone;
    }

    /** For a subject: {@code Tue, Mar 3}. */
    String shortDay(Slot slot) {
        return format("format.day.short").format(slot.day());
    }

    /** For a subject: {@code 10:00 AM}. */
    String start(Slot slot) {
        return ClockTime.text(slot.span().startsAt(), texts.locale());
    }

    /** In full: {@code Tuesday, March 3, 2026, 10:00 AM to 10:30 AM (Pacific Time)}. */
    String full(Slot slot) {
        return texts.say("when.full", Map.of("when", inList(slot), "zone", zone()));
    }

    /** Without the zone, where many stand together. */
    String inList(Slot slot) {
        return texts.say(
                "when.list",
                Map.of(
                        "day", format("format.day").format(slot.day()),
                        "start", ClockTime.text(slot.span().startsAt(), texts.locale()),
                        "end", ClockTime.text(slot.span().endsAt(), texts.locale())));
    }

    String zone() {
        return zone.getDisplayName(TextStyle.FULL, texts.locale());
    }

    private DateTimeFormatter format(String key) {
        return DateTimeFormatter.ofPattern(texts.say(key), texts.locale());
    }
}
