package clinic.web;

import clinic.infusion.RepairProposal;
import clinic.planner.NoLegalPlan;
import clinic.planner.PlanTexts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What pages say of repairs: before and after, and why there is none. */
@Named
@RequestScoped
public class RepairWords {
    private static final int A_WEEK = 7;

    @Inject
    private Words words;

    /** A visit before and after; nothing after it where it is left out. */
    public record Row(int no, RepairProposal.Visit before, Optional<RepairProposal.Visit> after, boolean moved) {
        public boolean isChanged() {
            return moved || after.isEmpty();
        }
    }

    /** Before and after, visit by visit. */
    public List<Row> rows(RepairProposal proposal) {
        return proposal.before().stream()
                .map(visit -> new Row(
                        visit.no(),
                        visit,
                        proposal.after().stream()
                                .filter(after -> after.no() == visit.no())
                                .findFirst(),
                        proposal.moved().contains(visit.no())))
                .toList();
    }

    public String before(Row row) {
        return place(row.before());
    }

    public String after(Row row) {
        return row.after().map(this::place).orElseGet(() -> words.say("repair.left.out"));
    }

    /** Says so where a visit would move by more than a week; empty where none does. */
    public String far(RepairProposal proposal) {
        long most = rows(proposal).stream()
                .flatMap(row -> row.after().stream().map(after -> days(row.before(), after)))
                .max(Long::compare)
                .orElse(0L);
        return most > A_WEEK ? words.say("repair.far", most) : "";
    }

    private static long days(RepairProposal.Visit before, RepairProposal.Visit after) {
        return Math.abs(after.slot().day().toEpochDay() - before.slot().day().toEpochDay());
    }

    /** What happens to it, in a word. */
    public String what(Row row) {
        if (row.after().isEmpty()) {
            return words.say("repair.is.out");
        }
        return row.moved() ? words.say("repair.is.moved") : words.say("repair.is.kept");
    }

    /** What blocks a repair, rule by rule, and what a prescriber could allow. */
    public List<String> why(NoLegalPlan none) {
        List<String> said = new ArrayList<>();
        none.why().blocked().entrySet().stream()
                .collect(Collectors.groupingBy(
                        entry -> entry.getValue(), Collectors.mapping(entry -> entry.getKey(), Collectors.toList())))
                .forEach((rule, days) -> said.add(PlanTexts.text(rule, days, words.getLocale())));
        said.add(PlanTexts.rule(none.rule(), words.getLocale()));
        none.why()
                .relaxations()
                .forEach(one -> said.add(words.say("repair.relaxed", PlanTexts.text(one, words.getLocale()))));
        return said;
    }

    private String place(RepairProposal.Visit visit) {
        return words.say("repair.place", words.when(visit.slot()), visit.room().name());
    }
}
