package clinic.api;

import clinic.booking.BookingTexts;
import clinic.booking.HoldDesk;
import clinic.booking.Visit;
import clinic.calendar.Clinic;
import clinic.calendar.ClinicCalendar;
import clinic.calendar.QuarterHours;
import clinic.calendar.Slot;
import clinic.patient.RedFlag;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The answers as the contract writes them, field by field. */
final class Shapes {
    private Shapes() {}

    static JsonObject clinic(Clinic clinic, ClinicCalendar calendar, int minutes) {
        JsonArrayBuilder hours = JsonBuilders.array();
        for (DayOfWeek day : DayOfWeek.values()) {
            Optional.ofNullable(calendar.week().get(day))
                    .ifPresent(span -> hours.add(JsonBuilders.object()
                            .add("day", day.name())
                            .add("opens", span.startsAt().toString())
                            .add("closes", closes(span))));
        }
        return JsonBuilders.object()
                .add("name", clinic.name())
                .add("phone", clinic.phone())
                .add("address", clinic.address())
                .add("timeZone", clinic.zone().getId())
                .add("openingHours", hours)
                .add(
                        "consultation",
                        JsonBuilders.object().add("minutes", minutes).add("price", "FREE"))
                .build();
    }

    private static String closes(QuarterHours span) {
        return span.end() == QuarterHours.PER_DAY ? "24:00" : span.endsAt().toString();
    }

    static JsonObject freeTimes(List<Slot> slots, ZoneId zone) {
        return JsonBuilders.object()
                .add("timeZone", zone.getId())
                .add("slots", slots(slots, zone))
                .build();
    }

    static JsonArray slots(List<Slot> slots, ZoneId zone) {
        JsonArrayBuilder array = JsonBuilders.array();
        slots.forEach(slot -> array.add(span(JsonBuilders.object(), slot, zone)));
        return array.build();
    }

    private static JsonObjectBuilder span(JsonObjectBuilder json, Slot slot, ZoneId zone) {
        return json.add("start", WrittenTimes.text(slot.start(zone))).add("end", WrittenTimes.text(slot.end(zone)));
    }

    static JsonObject held(HoldDesk.Held held, ZoneId zone) {
        return span(JsonBuilders.object().add("hold", held.token()), held.slot(), zone)
                .add("expiresAt", WrittenTimes.text(held.expiresAt().atZone(zone)))
                .build();
    }

    static JsonObject visit(Visit visit, Clinic clinic, Locale locale) {
        JsonArrayBuilder advice = JsonBuilders.array();
        visit.redFlags().forEach(flag -> advice.add(advice(flag, clinic.phone(), locale)));
        return span(
                        JsonBuilders.object()
                                .add("token", visit.token())
                                .add("status", visit.status().name()),
                        visit.slot(),
                        clinic.zone())
                .add("revision", visit.revision())
                .add("patient", JsonBuilders.object().add("firstName", visit.firstName()))
                .add("clinicalReview", visit.clinicalReview())
                .add("advice", advice)
                .build();
    }

    private static JsonObjectBuilder advice(RedFlag flag, String phone, Locale locale) {
        return JsonBuilders.object()
                .add("level", flag.level().name())
                .add("text", BookingTexts.advice(flag, phone, locale))
                .add("call", number(flag.call(), phone));
    }

    /** What to dial. */
    private static String number(RedFlag.Call call, String phone) {
        return switch (call) {
            case EMERGENCY_SERVICES -> "911";
            case CRISIS_LINE -> "988";
            case CLINIC -> phone;
        };
    }
}
