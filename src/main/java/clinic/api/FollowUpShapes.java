package clinic.api;

import clinic.infusion.Booster;
import clinic.infusion.Due;
import clinic.infusion.Estimate;
import clinic.infusion.FollowUp;
import clinic.infusion.SeriesLine;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Lines of series, and what they wait for, as JSON. */
final class FollowUpShapes {
    private FollowUpShapes() {}

    static JsonObjectBuilder line(SeriesLine line, ZoneId zone, UnaryOperator<String> names) {
        JsonObjectBuilder json = JsonBuilders.object()
                .add("id", line.id())
                .add("protocol", line.protocol())
                .add("version", line.protocolVersion())
                .add("state", line.state().name())
                .add(
                        "patient",
                        JsonBuilders.object()
                                .add("id", line.patient())
                                .add("firstName", line.firstName())
                                .add("lastName", line.lastName()))
                .add("had", line.had())
                .add("visits", line.standing());
        text(json, "next", line.next().map(slot -> WrittenTimes.text(slot.start(zone))));
        return json.add("due", due(line.due(), zone, names));
    }

    static JsonObjectBuilder followUp(FollowUp followUp, ZoneId zone, UnaryOperator<String> names) {
        JsonArrayBuilder estimates = JsonBuilders.array();
        followUp.estimates().forEach(estimate -> estimates.add(estimate(estimate, zone, names)));
        return JsonBuilders.object()
                .add("series", followUp.series())
                .add("due", due(followUp.due(), zone, names))
                .add("estimates", estimates);
    }

    private static JsonArrayBuilder due(List<Due> dues, ZoneId zone, UnaryOperator<String> names) {
        JsonArrayBuilder json = JsonBuilders.array();
        for (Due due : dues) {
            JsonObjectBuilder one = JsonBuilders.object().add("what", due.what().name());
            if (due.visit() > 0) {
                one.add("visit", due.visit());
            }
            text(one, "by", due.by().map(String::valueOf));
            due.booster().ifPresent(booster -> one.add("booster", booster(booster, zone, names)));
            json.add(one);
        }
        return json;
    }

    private static JsonObjectBuilder booster(Booster booster, ZoneId zone, UnaryOperator<String> names) {
        JsonObjectBuilder json = JsonBuilders.object()
                .add("protocol", booster.protocol())
                .add("opens", booster.window().opens().toString())
                .add("due", booster.window().due().toString())
                .add("closes", booster.window().closes().toString());
        text(json, "planned", booster.planned().map(String::valueOf));
        json.add("lastYear", booster.lastYear()).add("manyInAYear", booster.isManyInAYear());
        return booster.invited()
                .map(invited -> json.add(
                        "invited",
                        JsonBuilders.object()
                                .add("way", invited.way().name())
                                .add("by", names.apply(invited.by()))
                                .add("at", moment(invited.at(), zone))))
                .orElseGet(() -> json.addNull("invited"));
    }

    private static JsonObjectBuilder estimate(Estimate estimate, ZoneId zone, UnaryOperator<String> names) {
        JsonObjectBuilder json = JsonBuilders.object()
                .add("visits", estimate.visits())
                .add("open", estimate.isOpen())
                .add("openedAt", moment(estimate.openedAt(), zone));
        text(json, "due", estimate.due().map(String::valueOf));
        text(json, "givenAt", estimate.givenAt().map(at -> moment(at, zone)));
        text(json, "givenBy", estimate.givenBy().map(names));
        text(json, "note", estimate.note());
        return json;
    }

    private static String moment(Instant at, ZoneId zone) {
        return WrittenTimes.text(at.atZone(zone));
    }

    private static void text(JsonObjectBuilder json, String name, Optional<String> value) {
        value.ifPresentOrElse(text -> json.add(name, text), () -> json.addNull(name));
    }
}
