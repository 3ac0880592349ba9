package clinic.api;

import clinic.calendar.QuarterHours;
import clinic.calendar.Slot;
import clinic.capacity.Charge;
import clinic.capacity.Nurse;
import clinic.nursing.Nursed;
import clinic.nursing.NursingDay;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;

/** Who sees to whom on a day, as the contract's neighbours write it. */
final class NursingShapes {
    private NursingShapes() {}

    static JsonObject day(NursingDay day, ZoneId zone, Locale locale) {
        JsonArrayBuilder nurses = JsonBuilders.array();
        day.nurses().forEach(nurse -> nurses.add(nurse(day, nurse, zone)));
        JsonArrayBuilder visits = JsonBuilders.array();
        day.visits().forEach(visit -> visits.add(visit(day.day(), visit, zone, locale)));
        return JsonBuilders.object()
                .add("day", day.day().toString())
                .add("nurses", nurses)
                .add("visits", visits)
                .build();
    }

    private static JsonObjectBuilder nurse(NursingDay day, Nurse nurse, ZoneId zone) {
        JsonArrayBuilder shift = JsonBuilders.array();
        nurse.shift().ifPresent(span -> shift.add(span(day.day(), span, zone)));
        JsonArrayBuilder breaks = JsonBuilders.array();
        nurse.breaks().forEach(span -> breaks.add(span(day.day(), span, zone)));
        return name(nurse)
                .add("shift", shift.build().getJsonObject(0))
                .add("breaks", breaks)
                .add("units", StaffShapes.quarters(day.units(nurse)));
    }

    private static JsonObjectBuilder name(Nurse nurse) {
        return JsonBuilders.object().add("id", nurse.id()).add("name", nurse.name());
    }

    private static JsonObjectBuilder span(LocalDate day, QuarterHours span, ZoneId zone) {
        Slot slot = new Slot(day, span);
        return JsonBuilders.object()
                .add("start", WrittenTimes.text(slot.start(zone)))
                .add("end", WrittenTimes.text(slot.end(zone)));
    }

    /** One visit; without a nurse it says what speaks against each. */
    static JsonObjectBuilder visit(LocalDate day, Nursed visit, ZoneId zone, Locale locale) {
        JsonObjectBuilder json = span(day, visit.stay().span(), zone)
                .add("appointment", visit.stay().visit());
        visit.charge().ifPresentOrElse(charge -> charge(json, day, charge, zone), () -> json.addNull("nurse")
                .addNull("next"));
        return json.add("decided", visit.kept()).add("against", Refusals.violations(visit.against(), locale));
    }

    private static void charge(JsonObjectBuilder json, LocalDate day, Charge charge, ZoneId zone) {
        json.add("nurse", name(charge.first()));
        charge.next()
                .ifPresentOrElse(
                        next -> json.add(
                                "next",
                                name(next)
                                        .add(
                                                "from",
                                                WrittenTimes.text(new Slot(
                                                                day,
                                                                new QuarterHours(
                                                                        charge.handOver(), charge.handOver() + 1))
                                                        .start(zone)))),
                        () -> json.addNull("next"));
    }
}
