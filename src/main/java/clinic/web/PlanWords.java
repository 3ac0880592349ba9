package clinic.web;

import clinic.booking.BookingTexts;
import clinic.booking.Reason;
import clinic.booking.Refusal;
import clinic.planner.NoLegalPlan;
import clinic.planner.NoPlan;
import clinic.planner.PlanTexts;
import clinic.planner.Proposal;
import clinic.planner.Relaxation;
import clinic.planner.Remark;
import clinic.protocol.Gap;
import clinic.protocol.ProtocolNumbers;
import clinic.protocol.ProtocolVersion;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How staff speak of plans and series: the protocol, the gaps, what speaks for a plan and what against it. */
@Named
@RequestScoped
public class PlanWords {
    private static final Set<Reason> BETWEEN =
            Set.of(Reason.OUT_OF_ORDER, Reason.GAP_TOO_SHORT, Reason.GAP_TOO_LONG, Reason.WEEKEND_BETWEEN);
    private static final int MOST_DAYS = 6;

    @Inject
    private Words words;

    @Inject
    private ProtocolWords protocols;

    /** "Mood infusions: 6 visits, 2 to 5 days apart, 1 h 30 min each". */
    public String protocol(ProtocolVersion version) {
        return protocol(version.numbers());
    }

    String protocol(ProtocolNumbers numbers) {
        return words.say(
                "plan.protocol",
                words.say("people.for." + numbers.room()),
                words.count("protocols.visits", numbers.visits()),
                length(numbers.chairQuarters() * 15));
    }

    private String length(int minutes) {
        return minutes % 60 == 0
                ? words.say("plan.hours", minutes / 60)
                : minutes < 60
                        ? words.say("plan.minutes", minutes)
                        : words.say("plan.hours.minutes", minutes / 60, minutes % 60);
    }

    /** "Mon". */
    public String weekday(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT_STANDALONE, words.getLocale());
    }

    /** "Nov 23". */
    public String brief(LocalDate day) {
        return DateTimeFormatter.ofPattern(words.say("format.day.brief"), words.getLocale())
                .format(day);
    }

    public String weekOf(LocalDate monday) {
        return words.say("plan.week", brief(monday));
    }

    /** The same at length, a sentence each. */
    public List<String> lines(ProtocolNumbers numbers) {
        return protocols.lines(numbers);
    }

    /** "Six visits in 14 days", "One visit on Monday, November 23". */
    String headline(PlannedVisits visits) {
        return visits.size() == 1
                ? words.say("plan.headline.one", words.day(visits.no(1).day()))
                : words.say("plan.headline", words.say("plan.visits." + visits.size()), visits.span());
    }

    /** "14 days", "Mon, Nov 23". */
    String title(PlannedVisits visits) {
        return visits.size() == 1
                ? words.when(visits.no(1).start())
                : words.count("plan.days", Math.toIntExact(visits.span()));
    }

    /** What speaks for it and against it. */
    String reasons(Proposal plan) {
        return reasons(plan, EnumSet.noneOf(Remark.Kind.class));
    }

    /** The same beside its title, which says its gaps and its length already. */
    String briefly(Proposal plan) {
        return reasons(plan, EnumSet.of(Remark.Kind.GAPS, Remark.Kind.FINISH, Remark.Kind.ONE_VISIT));
    }

    private String reasons(Proposal plan, Set<Remark.Kind> unsaid) {
        return plan.reasons().stream()
                .filter(remark -> !unsaid.contains(remark.kind()))
                .map(remark -> PlanTexts.text(remark, words.getLocale()))
                .collect(Collectors.joining(" "));
    }

    String gap(int days, Gap.Unit unit) {
        return words.count("protocols.unit." + unit, days);
    }

    /** Whether it speaks of how far a visit lies from the one before it. */
    static boolean isBetween(Refusal refusal) {
        return BETWEEN.contains(refusal.reason());
    }

    /** What speaks against a visit, once each. */
    List<String> texts(List<Refusal> refusals) {
        return refusals.stream()
                .map(refusal -> BookingTexts.text(refusal, words.getLocale()))
                .distinct()
                .toList();
    }

    /** What blocks every plan: rule by rule with its days, last the rule that does not fit on those that are left. */
    List<String> blocked(NoLegalPlan none) {
        Map<NoPlan.Blocker, List<LocalDate>> byRule = none.why().blocked().entrySet().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue, TreeMap::new, Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
        List<String> said = new ArrayList<>();
        byRule.forEach((rule, days) -> {
            String some = PlanTexts.text(rule, days.stream().limit(MOST_DAYS).toList(), words.getLocale());
            said.add(
                    days.size() > MOST_DAYS
                            ? words.say("plan.none.more", some.replaceFirst("\\.$", ""), days.size() - MOST_DAYS)
                            : some);
        });
        said.add(PlanTexts.rule(none.rule(), words.getLocale()));
        return said;
    }

    String relaxation(Relaxation relaxation) {
        return PlanTexts.text(relaxation, words.getLocale());
    }

    /** Until when visits are firm, and what becomes of the others. */
    String commitment(ProtocolNumbers numbers) {
        return Optional.of(numbers.checkpointsInOrder())
                .filter(checkpoints -> !checkpoints.isEmpty() && checkpoints.get(0) < numbers.visits())
                .map(checkpoints -> words.say("plan.firm.until", checkpoints.get(0)))
                .orElseGet(() -> words.say("plan.firm.all"));
    }
}
