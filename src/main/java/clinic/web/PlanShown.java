package clinic.web;

import clinic.calendar.ClinicCalendar;
import clinic.calendar.ClinicProfile;
import clinic.calendar.QuarterHours;
import clinic.capacity.Resource;
import clinic.capacity.Resources;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The plan one looks at on {@code staff/plan.xhtml}: its calendar, its line, one visit of it, and those to choose from. */
@Named
@RequestScoped
public class PlanShown {
    @Inject
    private PlanPage page;

    @Inject
    private Resources resources;

    @Inject
    private ClinicProfile profile;

    @Inject
    private Strips strips;

    @Inject
    private PlanWords planWords;

    @Inject
    private Words words;

    private Strip strip;
    private List<Choice> choices = List.of();

    /** A sentence about a visit, with where it is changed. */
    public record Conflict(int no, String link, List<String> texts) {}

    /** A visit in the calendar. */
    public record Chip(int no, String time, String room, boolean firm, boolean broken, String link, String drop) {}

    /** A bead of the line, and the way to it from the one before. */
    public record Bead(int no, String gap, boolean broken) {}

    /** A plan to choose. */
    public record Choice(String title, String days, String gaps, String reasons, String link, boolean chosen) {}

    /** A small step of one visit. */
    public record Nudge(String id, String text, String link) {}

    public String getHeadline() {
        return planWords.headline(page.visits());
    }

    /** What speaks for the plan, when it is one of the house's own. */
    public String getReasons() {
        return page.proposals().stream()
                .filter(plan -> PlannedVisits.of(plan).equals(page.visits()))
                .findFirst()
                .map(planWords::reasons)
                .orElseGet(this::byHand);
    }

    private String byHand() {
        if (page.conflicts().isEmpty()) {
            return words.say("plan.by.hand");
        }
        return page.isOnlyUnwished() ? words.say("plan.by.hand.wishes") : words.say("plan.by.hand.not");
    }

    public List<Conflict> getConflicts() {
        return page.conflicts().entrySet().stream()
                .filter(entry -> entry.getKey() <= page.visits().size())
                .map(entry -> new Conflict(
                        entry.getKey(),
                        page.link(page.visits(), entry.getKey()) + "#visit",
                        planWords.texts(entry.getValue())))
                .toList();
    }

    public List<Bead> getBeads() {
        List<Bead> beads = new ArrayList<>();
        for (int no = 1; no <= page.visits().size(); no++) {
            boolean broken =
                    page.conflicts().getOrDefault(no, List.of()).stream().anyMatch(PlanWords::isBetween);
            String gap = no == 1 || page.check().gaps().size() < no - 1
                    ? ""
                    : planWords.gap(
                            page.check().gaps().get(no - 2), page.getNumbers().gapUnit());
            beads.add(new Bead(no, gap, broken));
        }
        return beads;
    }

    public PlanGrid getGrid() {
        return PlanGrid.of(
                page.visits().picks().stream().map(PlannedVisits.Pick::day).toList(),
                profile.calendar().week().keySet(),
                this::why);
    }

    private String why(LocalDate day) {
        if (profile.calendar().on(day) instanceof ClinicCalendar.Day.Closed closed) {
            String name = closed.name(words.getLocale());
            return name.isEmpty() ? words.say("plan.closed") : name;
        }
        if (!page.isOpen(day)) {
            return day.isBefore(profile.today()) ? words.say("plan.over") : words.say("plan.closed");
        }
        return page.getWishes().avoid().contains(day) ? words.say("plan.avoided") : "";
    }

    public Chip chip(int no) {
        PlannedVisits.Pick pick = page.visits().no(no);
        return new Chip(
                no,
                words.clock(pick.start().toLocalTime()),
                roomOf(pick),
                page.getNumbers().isFirm(no),
                page.conflicts().containsKey(no),
                page.link(page.visits(), no) + "#visit",
                page.link(page.visits(), 0) + "&change=" + no + "&time="
                        + pick.start().toLocalTime() + "&room=" + pick.room());
    }

    private String roomOf(PlannedVisits.Pick pick) {
        return resources.all().stream()
                .filter(each -> each.id() == pick.room())
                .findFirst()
                .map(Resource::name)
                .orElseGet(() -> words.say("plan.any.room"));
    }

    public String about(int no) {
        PlannedVisits.Pick pick = page.visits().no(no);
        return words.say(
                "plan.visit.about",
                no,
                words.when(pick.start()),
                roomOf(pick),
                words.say(page.getNumbers().isFirm(no) ? "series.firm" : "series.tentative"));
    }

    public List<String> getAgainst() {
        return planWords.texts(page.conflicts().getOrDefault(page.getFocus(), List.of()));
    }

    public String getAgainstTitle() {
        return page.isOnlyUnwished() ? words.say("plan.visit.unwished") : words.say("plan.visit.not");
    }

    /** A day or a quarter-hour earlier or later; where only the room is in the way, any other. */
    public List<Nudge> getNudges() {
        PlannedVisits.Pick pick = page.getPick();
        List<Nudge> nudges = new ArrayList<>();
        nudges.add(nudge("day-earlier", pick.day().minusDays(1), -1));
        nudges.add(nudge("day-later", pick.day().plusDays(1), 1));
        nudges.add(
                nudge("earlier", new PlannedVisits.Pick(pick.start().minusMinutes(QuarterHours.MINUTES), pick.room())));
        nudges.add(nudge("later", new PlannedVisits.Pick(pick.start().plusMinutes(QuarterHours.MINUTES), pick.room())));
        if (pick.room() != 0) {
            nudges.add(nudge("any-room", new PlannedVisits.Pick(pick.start(), 0)));
        }
        return nudges;
    }

    private Nudge nudge(String id, LocalDate from, int step) {
        LocalDate day = from;
        while (!profile.calendar().week().containsKey(day.getDayOfWeek())) {
            day = day.plusDays(step);
        }
        return nudge(
                id,
                new PlannedVisits.Pick(
                        day.atTime(page.getPick().start().toLocalTime()),
                        page.getPick().room()));
    }

    private Nudge nudge(String id, PlannedVisits.Pick to) {
        PlannedVisits other = page.visits().with(page.getFocus(), to);
        return new Nudge(id, words.say("plan.nudge." + id), page.link(other, other.noOf(to)) + "#visit");
    }

    /** Asked for once: every bar of it looks here. */
    public Strip getStrip() {
        if (strip == null) {
            strip = strip();
        }
        return strip;
    }

    private Strip strip() {
        int start = page.getPick().start().toLocalTime().toSecondOfDay() / 60 / QuarterHours.MINUTES;
        int end = start + page.getNumbers().chairQuarters();
        return strips.treatments(
                page.getDay(),
                Optional.of(new QuarterHours(start, Math.min(QuarterHours.PER_DAY, end))
                        .extendedBy(page.getNumbers().turnoverQuarters())));
    }

    public List<Choice> getChoices() {
        // A form that was sent makes the page look before anything is known.
        if (choices.isEmpty()) {
            choices = choices();
        }
        return choices;
    }

    private List<Choice> choices() {
        return page.proposals().stream()
                .map(plan -> {
                    PlannedVisits those = PlannedVisits.of(plan);
                    return new Choice(
                            planWords.title(those),
                            words.say("plan.from", words.shortDay(those.no(1).day())),
                            plan.gaps().isEmpty() ? "" : words.say("plan.gaps", dotted(plan.gaps())),
                            planWords.briefly(plan),
                            page.link(those, 0) + "#plan",
                            those.equals(page.visits()));
                })
                .toList();
    }

    private static String dotted(List<Integer> gaps) {
        return gaps.stream()
                .map(String::valueOf)
                .reduce((one, next) -> one + "·" + next)
                .orElse("");
    }
}
