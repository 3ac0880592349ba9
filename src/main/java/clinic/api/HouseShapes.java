package clinic.api;

import clinic.booking.CallEntry;
import clinic.booking.StaffVisit;
import clinic.booking.StrandedDesk;
import clinic.calendar.Slot;
import clinic.capacity.Closure;
import clinic.capacity.Resource;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Closures, and the visits whose time they took away, as the contract writes them. */
final class HouseShapes {
    private HouseShapes() {}

    /** An appointment; its place is the room. */
    static JsonObjectBuilder appointment(StaffVisit visit, ZoneId zone) {
        JsonObjectBuilder json = JsonBuilders.object()
                .add("id", visit.id())
                .add("kind", visit.kind().name())
                .add("status", visit.status().name())
                .add("start", WrittenTimes.text(visit.slot().start(zone)))
                .add("end", WrittenTimes.text(visit.slot().end(zone)))
                .add("revision", visit.revision())
                .add("resource", resource(visit.room()))
                .add(
                        "patient",
                        JsonBuilders.object()
                                .add("id", visit.patient())
                                .add("firstName", visit.firstName())
                                .add("lastName", visit.lastName()));
        visit.course()
                .ifPresent(course -> json.add(
                        "series",
                        JsonBuilders.object()
                                .add("id", course.series())
                                .add("visit", course.no())
                                .add("of", course.of())));
        return json;
    }

    static JsonObjectBuilder resource(Resource resource) {
        return JsonBuilders.object().add("id", resource.id()).add("name", resource.name());
    }

    static JsonArrayBuilder appointments(List<StaffVisit> visits, ZoneId zone) {
        JsonArrayBuilder array = JsonBuilders.array();
        visits.forEach(visit -> array.add(appointment(visit, zone)));
        return array;
    }

    static JsonObjectBuilder list(JsonArrayBuilder items) {
        return JsonBuilders.object().add("items", items).addNull("next");
    }

    static JsonObjectBuilder closure(Closure closure, Optional<Resource> resource, ZoneId zone) {
        return JsonBuilders.object()
                .add("id", closure.id())
                .add("from", WrittenTimes.text(closure.from().atZone(zone)))
                .add("to", WrittenTimes.text(closure.to().atZone(zone)))
                .add(
                        "resource",
                        resource.<JsonValue>map(any -> resource(any).build()).orElse(JsonValue.NULL))
                .add("reason", closure.reason());
    }

    static JsonObjectBuilder stranded(StrandedDesk.Stranded stranded, ZoneId zone, UnaryOperator<String> names) {
        JsonArrayBuilder calls = JsonBuilders.array();
        stranded.calls().forEach(call -> calls.add(call(call, zone, names)));
        return JsonBuilders.object()
                .add("appointment", appointment(stranded.visit(), zone))
                .add("proposals", slots(stranded.proposals(), zone))
                .add("calls", calls);
    }

    private static JsonArrayBuilder slots(List<StrandedDesk.NewTime> proposals, ZoneId zone) {
        JsonArrayBuilder slots = JsonBuilders.array();
        for (StrandedDesk.NewTime proposal : proposals) {
            Slot slot = proposal.slot();
            slots.add(JsonBuilders.object()
                    .add("start", WrittenTimes.text(slot.start(zone)))
                    .add("end", WrittenTimes.text(slot.end(zone))));
        }
        return slots;
    }

    private static JsonObjectBuilder call(CallEntry call, ZoneId zone, UnaryOperator<String> names) {
        return JsonBuilders.object()
                .add("at", WrittenTimes.text(call.at().atZone(zone)))
                .add("by", names.apply(call.by()))
                .add("outcome", call.outcome().name())
                .add("note", call.note().orElse(""));
    }
}
