package clinic.api;

import clinic.planner.PlanCost;
import clinic.planner.PlanTexts;
import clinic.planner.Proposal;
import clinic.protocol.ClinicalLimits;
import clinic.protocol.LimitsVersion;
import clinic.protocol.ProtocolNumbers;
import clinic.protocol.ProtocolVersion;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Protocols and what is planned by them, as the contract writes it. */
final class SeriesShapes {
    private SeriesShapes() {}

    /** @param clinic the limits in use, for a draft */
    static JsonObjectBuilder protocol(
            ProtocolVersion version, ClinicalLimits clinic, ZoneId zone, UnaryOperator<String> names) {
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
                .add("limits", limits(version.limits(clinic)))
                .add("ownLimits", limits(numbers.own()))
                .add("proposedBy", names.apply(version.proposedBy()))
                .add("proposedAt", WrittenTimes.text(version.proposedAt().atZone(zone)));
        text(json, "approvedBy", version.approvedBy().map(names));
        return text(json, "approvedAt", version.approvedAt().map(at -> moment(at, zone)));
    }

    private static JsonObjectBuilder limits(ClinicalLimits limits) {
        JsonObjectBuilder json = JsonBuilders.object();
        limits.values().forEach((limit, value) -> json.add(limit.word(), value));
        return json;
    }

    static JsonObjectBuilder limits(LimitsVersion version, ZoneId zone, UnaryOperator<String> names) {
        JsonObjectBuilder json = JsonBuilders.object()
                .add("id", version.id())
                .add("version", version.version())
                .add("state", version.state().name())
                .add("limits", limits(version.limits()))
                .add("proposedBy", names.apply(version.proposedBy()))
                .add("proposedAt", moment(version.proposedAt(), zone));
        text(json, "approvedBy", version.approvedBy().map(names));
        return text(json, "approvedAt", version.approvedAt().map(at -> moment(at, zone)));
    }

    static JsonObjectBuilder proposal(Proposal proposal, ZoneId zone, Locale locale) {
        JsonArrayBuilder visits = JsonBuilders.array();
        proposal.visits()
                .forEach(visit -> visits.add(JsonBuilders.object()
                        .add("no", visit.no())
                        .add("start", WrittenTimes.text(visit.slot().start(zone)))
                        .add("end", WrittenTimes.text(visit.slot().end(zone)))
                        .add("resource", HouseShapes.resource(visit.room()))
                        .add("commitment", visit.firm() ? "FIRM" : "TENTATIVE")));
        JsonArrayBuilder gaps = JsonBuilders.array();
        proposal.gaps().forEach(gaps::add);
        JsonArrayBuilder reasons = JsonBuilders.array();
        proposal.reasons().forEach(remark -> reasons.add(PlanTexts.text(remark, locale)));
        return JsonBuilders.object()
                .add("visits", visits)
                .add("gaps", gaps)
                .add("cost", cost(proposal.cost()))
                .add("reasons", reasons);
    }

    private static JsonObjectBuilder cost(PlanCost cost) {
        return JsonBuilders.object()
                .add("total", cost.total())
                .add("gaps", cost.gaps())
                .add("waiting", cost.waiting())
                .add("timeOfDay", cost.timeOfDay())
                .add("weekdays", cost.weekdays())
                .add("load", cost.load())
                .add("finish", cost.finish());
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
