package clinic.api;

import clinic.planner.NoLegalPlan;
import clinic.planner.NoPlan;
import clinic.planner.PlanTexts;
import clinic.planner.Relaxation;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Says why there is no plan: the rules and the days that block one, and what alone would give one. */
final class SeriesProblems {
    private SeriesProblems() {}

    static Response response(NoLegalPlan none, Locale locale) {
        Problem problem = Problem.of(Fault.NO_LEGAL_PLAN, locale);
        JsonObjectBuilder json = JsonBuilders.object();
        problem.json().forEach(json::add);
        json.add("blocked", blocked(none, locale)).add("relaxations", relaxations(none.why(), locale));
        return Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .entity(json.build().toString())
                .build();
    }

    /** Rule by rule with its days; last the rule that does not fit on the days that are left. */
    static JsonArrayBuilder blocked(NoLegalPlan none, Locale locale) {
        Map<NoPlan.Blocker, List<LocalDate>> byRule = none.why().blocked().entrySet().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue, TreeMap::new, Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
        JsonArrayBuilder blocked = JsonBuilders.array();
        byRule.forEach((rule, days) -> {
            JsonArrayBuilder written = JsonBuilders.array();
            days.forEach(day -> written.add(day.toString()));
            blocked.add(JsonBuilders.object()
                    .add("code", rule.name())
                    .add("days", written)
                    .add("message", PlanTexts.text(rule, days, locale)));
        });
        return blocked.add(JsonBuilders.object()
                .add("code", "GAPS")
                .add("days", JsonBuilders.array())
                .add("message", PlanTexts.rule(none.rule(), locale)));
    }

    static JsonArrayBuilder relaxations(NoPlan why, Locale locale) {
        JsonArrayBuilder relaxations = JsonBuilders.array();
        for (Relaxation relaxation : why.relaxations()) {
            JsonObjectBuilder json = JsonBuilders.object()
                    .add("code", relaxation.kind().name())
                    .add("message", PlanTexts.text(relaxation, locale));
            relaxation.facts().forEach((name, value) -> json.add(name, value.toString()));
            relaxations.add(json);
        }
        return relaxations;
    }
}
