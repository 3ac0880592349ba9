package clinic.api;

import clinic.infusion.ProtocolNumbers;
import clinic.infusion.ProtocolVersion;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** Protocols and what is planned by them, as the contract writes it. */
final class SeriesShapes {
    private SeriesShapes() {}

    static JsonObjectBuilder protocol(ProtocolVersion version, ZoneId zone) {
        ProtocolNumbers numbers = version.numbers();
        JsonArrayBuilder checkpoints = JsonBuilders.array();
        numbers.checkpointsInOrder().forEach(checkpoints::add);
        JsonObjectBuilder json = JsonBuilders.object()
                .add("id", version.id())
                .add("code", version.code())
                .add("version", version.version())
                .add("state", version.state().name())
                .add("visits", numbers.visits())
                .add("gapUnit", numbers.gapUnit().name())
                .add("minGap", numbers.gapLeast())
                .add("targetGap", numbers.gapTarget())
                .add("maxGap", numbers.gapMost());
        number(json, "windowDays", numbers.windowDays(), numbers.isSeries());
        number(json, "maxWeekendSplits", numbers.weekendSplits(), numbers.weekendSplits() < ProtocolNumbers.ANY_SPLITS);
        json.add("room", numbers.room().name())
                .add("phases", phases(numbers))
                .add("acuity", numbers.acuity())
                .add("checkpoints", checkpoints)
                .add("proposedBy", version.proposedBy())
                .add("proposedAt", WrittenTimes.text(version.proposedAt().atZone(zone)));
        text(json, "approvedBy", version.approvedBy());
        return text(json, "approvedAt", version.approvedAt().map(at -> moment(at, zone)));
    }

    private static JsonObjectBuilder phases(ProtocolNumbers numbers) {
        return JsonBuilders.object()
                .add("prep", numbers.prep())
                .add("infusion", numbers.infusion())
                .add("infusionRange", range(numbers.infusionLeast(), numbers.infusionMost()))
                .add("recovery", numbers.recovery())
                .add("recoveryRange", range(numbers.recoveryLeast(), numbers.recoveryMost()))
                .add("turnover", numbers.turnover());
    }

    private static JsonArrayBuilder range(int least, int most) {
        return JsonBuilders.array().add(least).add(most);
    }

    /** A bound there is none of is null. */
    private static void number(JsonObjectBuilder json, String name, int value, boolean there) {
        if (there) {
            json.add(name, value);
        } else {
            json.addNull(name);
        }
    }

    private static String moment(Instant instant, ZoneId zone) {
        return WrittenTimes.text(instant.atZone(zone));
    }

    private static JsonObjectBuilder text(JsonObjectBuilder json, String name, Optional<String> value) {
        return value.map(text -> json.add(name, text)).orElseGet(() -> json.addNull(name));
    }
}
