package clinic.api;

import clinic.infusion.BrokenSeries;
import clinic.infusion.DayRepair;
import clinic.infusion.RepairProposal;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** Repairs of series as the contract writes them. */
final class RepairShapes {
    private RepairShapes() {}

    static JsonObjectBuilder repair(RepairProposal repair, ZoneId zone) {
        return JsonBuilders.object()
                .add("proposal", repair.id())
                .add("before", visits(repair.before(), zone))
                .add("after", visits(repair.after(), zone))
                .add("moved", numbers(repair.moved()));
    }

    static JsonObjectBuilder together(DayRepair repair, ZoneId zone, Locale locale) {
        JsonArrayBuilder items = JsonBuilders.array();
        repair.lines().forEach(line -> items.add(line(line, zone, locale)));
        return JsonBuilders.object()
                .add("items", items)
                .add("repaired", repair.repaired())
                .add("moved", repair.moved());
    }

    private static JsonObjectBuilder line(DayRepair.Line line, ZoneId zone, Locale locale) {
        BrokenSeries broken = line.broken();
        JsonObjectBuilder json = JsonBuilders.object()
                .add("series", broken.series())
                .add("protocol", broken.protocol())
                .add(
                        "patient",
                        JsonBuilders.object()
                                .add("id", broken.patient())
                                .add("firstName", broken.firstName())
                                .add("lastName", broken.lastName()))
                .add(
                        "stranded",
                        numbers(broken.lost().stream()
                                .map(BrokenSeries.Lost::no)
                                .toList()))
                .add("outcome", line.outcome().name())
                .add("ask", numbers(line.ask()));
        line.proposal().ifPresent(proposal -> json.addAll(repair(proposal, zone)));
        line.why().ifPresent(why -> json.add("blocked", SeriesProblems.blocked(why, locale))
                .add("relaxations", SeriesProblems.relaxations(why.why(), locale)));
        return json;
    }

    private static JsonArrayBuilder numbers(List<Integer> numbers) {
        JsonArrayBuilder all = JsonBuilders.array();
        numbers.forEach(all::add);
        return all;
    }

    private static JsonArrayBuilder visits(List<RepairProposal.Visit> visits, ZoneId zone) {
        JsonArrayBuilder all = JsonBuilders.array();
        for (RepairProposal.Visit visit : visits) {
            JsonObjectBuilder json = JsonBuilders.object()
                    .add("no", visit.no())
                    .add("start", WrittenTimes.text(visit.slot().start(zone)))
                    .add("end", WrittenTimes.text(visit.slot().end(zone)))
                    .add("resource", HouseShapes.resource(visit.room()))
                    .add("commitment", visit.commitment().name());
            visit.appointment().ifPresent(id -> json.add("appointment", id));
            visit.status().ifPresent(status -> json.add("status", status.name()));
            all.add(json);
        }
        return all;
    }
}
