package clinic.api;

import clinic.infusion.SeriesRecord;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.time.ZoneId;
import java.util.function.UnaryOperator;

/** A series as the contract writes it. */
final class CourseShapes {
    private CourseShapes() {}

    /** @param names the name of whoever has an account */
    static JsonObjectBuilder series(SeriesRecord series, ZoneId zone, UnaryOperator<String> names) {
        JsonArrayBuilder visits = JsonBuilders.array();
        series.visits().forEach(visit -> visits.add(visit(visit, zone)));
        JsonArrayBuilder gaps = JsonBuilders.array();
        series.gaps().forEach(gaps::add);
        JsonArrayBuilder decisions = JsonBuilders.array();
        series.steps().stream()
                .filter(step -> step.before().isPresent())
                .forEach(step -> decisions.add(step(step, zone, names)));
        return JsonBuilders.object()
                .add("id", series.id())
                .add("protocol", series.protocol())
                .add("version", series.protocolVersion())
                .add("state", series.state().name())
                .add(
                        "patient",
                        JsonBuilders.object()
                                .add("id", series.patient())
                                .add("firstName", series.firstName())
                                .add("lastName", series.lastName()))
                .add("visits", visits)
                .add("gaps", gaps)
                .add("decisions", decisions);
    }

    private static JsonObjectBuilder visit(SeriesRecord.Visit visit, ZoneId zone) {
        return JsonBuilders.object()
                .add("no", visit.no())
                .add("start", WrittenTimes.text(visit.visit().slot().start(zone)))
                .add("end", WrittenTimes.text(visit.visit().slot().end(zone)))
                .add("resource", HouseShapes.resource(visit.visit().room()))
                .add("commitment", visit.commitment().name())
                .add("appointment", visit.visit().id())
                .add("status", visit.visit().status().name());
    }

    private static JsonObjectBuilder step(SeriesRecord.Step step, ZoneId zone, UnaryOperator<String> names) {
        JsonObjectBuilder json = JsonBuilders.object()
                .add("decision", step.step())
                .add("from", step.before().orElseThrow().name())
                .add("to", step.after().name())
                .add("by", names.apply(step.actor()))
                .add("at", WrittenTimes.text(step.at().atZone(zone)));
        step.reason().ifPresent(reason -> json.add("reason", reason));
        return json;
    }
}
