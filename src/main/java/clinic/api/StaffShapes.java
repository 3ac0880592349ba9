package clinic.api;

import clinic.booking.LedgerDesk;
import clinic.booking.StaffVisit;
import clinic.booking.VisitStep;
import clinic.calendar.QuarterHours;
import clinic.calendar.Slot;
import clinic.capacity.Claim;
import clinic.capacity.DayVector;
import clinic.capacity.LedgerAudit;
import clinic.capacity.Purpose;
import clinic.capacity.Resource;
import clinic.capacity.ResourceDesk;
import clinic.notification.Message;
import clinic.notification.MessageDesk;
import clinic.patient.PatientCard;
import clinic.patient.PatientRecord;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What staff are answered, as the contract writes it. */
final class StaffShapes {
    private StaffShapes() {}

    /** A page of a list; {@code next} is there when there is more. */
    static JsonObject list(JsonArrayBuilder items, Optional<String> next) {
        JsonObjectBuilder list = JsonBuilders.object().add("items", items);
        return next.map(cursor -> list.add("next", cursor))
                .orElseGet(() -> list.addNull("next"))
                .build();
    }

    static JsonObjectBuilder appointment(StaffVisit visit, ZoneId zone) {
        JsonArrayBuilder edges = JsonBuilders.array();
        visit.next().forEach(edge -> edges.add(edge.word()));
        JsonArrayBuilder missing = JsonBuilders.array();
        visit.missing().forEach(gate -> missing.add(gate.name()));
        JsonObjectBuilder json = HouseShapes.appointment(visit, zone)
                .add("room", HouseShapes.resource(visit.room()))
                .add("clinician", HouseShapes.resource(visit.clinician()))
                .add("statusSince", moment(visit.since(), zone))
                .add("clinicalReview", visit.clinicalReview())
                .add("lateCancel", visit.lateCancel())
                .add("partial", visit.partial())
                .add("late", visit.late())
                .add("stranded", visit.stranded())
                .add("missing", missing)
                .add("edges", edges)
                .add("undoable", visit.undoable());
        text(json, "cancelledBy", visit.cancelledBy().map(Enum::name));
        return text(json, "comes", visit.comes());
    }

    /** @param names the name of whoever has an account */
    static JsonObjectBuilder step(VisitStep step, ZoneId zone, UnaryOperator<String> names) {
        JsonObjectBuilder json = JsonBuilders.object()
                .add("step", step.edge())
                .add("by", names.apply(step.by()))
                .add("at", moment(step.at(), zone));
        text(json, "role", step.role().map(Enum::name));
        text(json, "from", step.before().map(Enum::name));
        text(json, "to", step.after().map(Enum::name));
        text(json, "reason", step.reason());
        return step.setAside()
                .map(what -> {
                    JsonArrayBuilder codes = JsonBuilders.array();
                    what.codes().forEach(codes::add);
                    return json.add(
                            "override",
                            JsonBuilders.object().add("codes", codes).add("reason", what.reason()));
                })
                .orElseGet(() -> json.addNull("override"));
    }

    static JsonArrayBuilder claims(List<Claim> claims, ZoneId zone) {
        JsonArrayBuilder array = JsonBuilders.array();
        claims.forEach(claim -> array.add(JsonBuilders.object()
                .add("resource", claim.resource())
                .add("start", WrittenTimes.text(new Slot(claim.day(), claim.span()).start(zone)))
                .add("end", WrittenTimes.text(new Slot(claim.day(), claim.span()).end(zone)))
                .add("amount", claim.amount())));
        return array;
    }

    static JsonObjectBuilder card(PatientCard card) {
        return text(
                JsonBuilders.object()
                        .add("id", card.id())
                        .add("firstName", card.firstName())
                        .add("lastName", card.lastName())
                        .add("email", card.email())
                        .add("phone", card.phone())
                        .add("phoneExtension", card.phoneExtension())
                        .add("language", card.language())
                        .add("adult", card.adult()),
                "birthDate",
                card.birthDate().map(Object::toString));
    }

    static JsonArrayBuilder cards(List<PatientCard> cards) {
        JsonArrayBuilder array = JsonBuilders.array();
        cards.forEach(card -> array.add(card(card)));
        return array;
    }

    /** @param names the name of whoever has an account */
    static JsonObject patient(PatientRecord patient, ZoneId zone, UnaryOperator<String> names) {
        JsonArrayBuilder notes = JsonBuilders.array();
        patient.notes()
                .forEach(note -> notes.add(JsonBuilders.object()
                        .add("id", note.id())
                        .add("clinical", note.clinical())
                        .add("text", note.text())
                        .add("by", names.apply(note.author()))
                        .add("at", moment(note.at(), zone))));
        JsonArrayBuilder consents = JsonBuilders.array();
        patient.consents()
                .forEach(consent -> consents.add(JsonBuilders.object()
                        .add("subject", consent.subject().name())
                        .add("given", consent.given())
                        .add("textVersion", consent.textVersion())
                        .add("at", moment(consent.at(), zone))));
        JsonArrayBuilder former = JsonBuilders.array();
        patient.former()
                .forEach(contact -> former.add(JsonBuilders.object()
                        .add("kind", contact.kind().name())
                        .add("value", contact.value())
                        .add("since", moment(contact.since(), zone))));
        JsonObjectBuilder json = card(patient.card())
                .add("emailConsent", patient.emailConsent())
                .add("consents", consents)
                .add("notes", notes)
                .add("duplicates", cards(patient.duplicates()))
                .add("formerContacts", former);
        patient.escort()
                .ifPresentOrElse(
                        escort -> json.add(
                                "escort",
                                JsonBuilders.object()
                                        .add("name", escort.name())
                                        .add("phone", escort.number())
                                        .add("phoneExtension", escort.extension())),
                        () -> json.addNull("escort"));
        return json.build();
    }

    static JsonObjectBuilder resource(Resource resource) {
        JsonArrayBuilder purposes = JsonBuilders.array();
        Stream.of(Purpose.values()).filter(resource::serves).forEach(purpose -> purposes.add(purpose.name()));
        return HouseShapes.resource(resource)
                .add("kind", resource.kind().name())
                .add("purposes", purposes);
    }

    static JsonObjectBuilder day(ResourceDesk.Day day) {
        return JsonBuilders.object()
                .add("day", day.day().toString())
                .add("capacity", quarters(day.load().capacity()))
                .add("used", quarters(day.load().used()));
    }

    static JsonArrayBuilder quarters(DayVector vector) {
        JsonArrayBuilder quarters = JsonBuilders.array();
        for (int quarter = 0; quarter < QuarterHours.PER_DAY; quarter++) {
            quarters.add(vector.at(quarter));
        }
        return quarters;
    }

    static JsonObjectBuilder message(Message message, ZoneId zone) {
        JsonObjectBuilder json = JsonBuilders.object()
                .add("id", message.id())
                .add("kind", message.kind())
                .add("state", message.state().name())
                .add("appointment", message.visit())
                .add("name", message.name())
                .add("recipient", message.recipient())
                .add("language", message.language())
                .add("attempts", message.attempts())
                .add("createdAt", moment(message.createdAt(), zone));
        text(json, "lastError", message.lastError());
        text(json, "sentAt", message.sentAt().map(at -> moment(at, zone)));
        return text(json, "nextAttempt", message.nextAttempt().map(at -> moment(at, zone)));
    }

    static JsonObject message(MessageDesk.Shown shown, ZoneId zone) {
        return message(shown.message(), zone)
                .add("subject", shown.subject())
                .add("text", shown.text())
                .add("html", shown.html())
                .add("invitation", shown.invitation())
                .build();
    }

    /** Whoever may not read appointments hears which they are, not whose. */
    static JsonObject audit(LedgerDesk.Audited audited, boolean readsPatients, ZoneId zone) {
        JsonArrayBuilder mismatches = JsonBuilders.array();
        audited.report().mismatches().forEach(mismatch -> mismatches.add(mismatch(mismatch)));
        JsonArrayBuilder stranded = JsonBuilders.array();
        audited.stranded()
                .forEach(visit -> stranded.add(readsPatients ? appointment(visit, zone) : nameless(visit, zone)));
        return JsonBuilders.object()
                .add("consistent", audited.report().consistent())
                .add("days", audited.report().days())
                .add("claims", audited.report().claims())
                .add("mismatches", mismatches)
                .add("stranded", stranded)
                .build();
    }

    private static JsonObjectBuilder nameless(StaffVisit visit, ZoneId zone) {
        return HouseShapes.appointment(visit, zone)
                .add("patient", JsonBuilders.object().add("id", visit.patient()));
    }

    private static JsonObjectBuilder mismatch(LedgerAudit.Mismatch mismatch) {
        return JsonBuilders.object()
                .add("day", mismatch.day().toString())
                .add("resource", mismatch.resource())
                .add("used", quarters(mismatch.used()))
                .add("claimed", quarters(mismatch.claimed()));
    }

    private static String moment(Instant instant, ZoneId zone) {
        return WrittenTimes.text(instant.atZone(zone));
    }

    private static JsonObjectBuilder text(JsonObjectBuilder json, String name, Optional<String> value) {
        return value.map(text -> json.add(name, text)).orElseGet(() -> json.addNull(name));
    }
}
