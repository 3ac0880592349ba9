package clinic.web;

import clinic.booking.CourseRefused;
import clinic.booking.Refusal;
import clinic.calendar.ClinicCalendar;
import clinic.calendar.ClinicProfile;
import clinic.calendar.QuarterHours;
import clinic.capacity.Resource;
import clinic.capacity.ResourceKind;
import clinic.capacity.Resources;
import clinic.infusion.InfusionDesk;
import clinic.infusion.NoLegalPlan;
import clinic.infusion.Proposal;
import clinic.infusion.ProtocolDesk;
import clinic.infusion.ProtocolNumbers;
import clinic.infusion.ProtocolVersion;
import clinic.infusion.SeriesCheck;
import clinic.infusion.SeriesDesk;
import clinic.infusion.SeriesRecord;
import clinic.patient.PatientCard;
import clinic.patient.PatientRegister;
import clinic.patient.UnknownPatient;
import clinic.security.Caller;
import clinic.staff.Task;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Planning a series, {@code staff/plan.xhtml}: wishes, the plan one looks at, and those to choose from. The address
 * carries it all; nothing is kept for anybody until it is booked.
 */
@Named
@RequestScoped
public class PlanPage {
    @Inject
    private InfusionDesk plans;

    @Inject
    private SeriesDesk series;

    @Inject
    private ProtocolDesk protocols;

    @Inject
    private PatientRegister register;

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

    @Inject
    private Caller caller;

    @Inject
    private Refusals refusals;

    @Inject
    private HttpServletRequest request;

    private PlanWishes wishes;
    private PatientCard card;
    private List<ProtocolVersion> versions = List.of();
    private List<Proposal> proposals = List.of();
    private Optional<NoLegalPlan> none = Optional.empty();
    private PlannedVisits visits = new PlannedVisits(List.of());
    private SeriesCheck check = new SeriesCheck(Map.of(), List.of());
    private Optional<Map<Integer, List<Refusal>>> refused = Optional.empty();
    private Set<LocalDate> open = Set.of();
    private int focus = 1;
    private Strip strip;
    private List<Choice> choices;
    private List<SeriesRecord> hers;

    @PostConstruct
    void look() {
        wishes = PlanWishes.read(request);
    }

    /** Books what is in the form, all of it; refused, the page says why and stays as it was. */
    public void book() {
        refusals.asked(() -> {
            try {
                SeriesRecord booked =
                        series.book(caller.actor(), PlannedVisits.read(request).booking(wishes), Optional.empty());
                Steps.staff("/staff/series/" + booked.id() + "?done=planned");
            } catch (CourseRefused conflicts) {
                refused = Optional.of(conflicts.conflicts());
                refusals.status(409);
            }
        });
    }

    public void open() {
        if (FacesContext.getCurrentInstance().getResponseComplete()) {
            return;
        }
        caller.actor().must(Task.WRITE);
        try {
            card = register.record(caller.actor(), wishes.patient()).card();
        } catch (UnknownPatient unknown) {
            Steps.notFound();
            return;
        }
        versions = protocols.all(caller.actor()).stream()
                .filter(version -> version.state() == ProtocolVersion.State.APPROVED)
                .sorted(Comparator.comparing(
                                (ProtocolVersion version) -> version.numbers().isSeries() ? 0 : 1)
                        .thenComparing(version -> version.numbers().room())
                        .thenComparing(version -> -version.numbers().visits()))
                .toList();
        if (find().isEmpty() && !versions.isEmpty()) {
            wishes = wishes.with(versions.get(0).code());
        }
        find().ifPresent(version -> plan());
    }

    private Optional<ProtocolVersion> find() {
        return versions.stream()
                .filter(version -> version.code().equals(wishes.protocol()))
                .findFirst();
    }

    private void plan() {
        refusals.asked(() -> {
            try {
                proposals = plans.propose(
                        caller.actor(), wishes.request(profile.today().plusDays(1)));
            } catch (NoLegalPlan noLegalPlan) {
                none = Optional.of(noLegalPlan);
            }
        });
        // A form that was sent has made the page look before anything was known.
        choices = null;
        strip = null;
        PlannedVisits given = PlannedVisits.read(request);
        if (given.size() == getNumbers().visits()) {
            visits = changed(given);
        } else if (!proposals.isEmpty()) {
            visits = PlannedVisits.of(proposals.get(0));
        }
        if (!visits.isEmpty()) {
            refusals.asked(() -> check = series.check(caller.actor(), visits.booking(wishes)));
            open = plans.openDays(
                    caller.actor(),
                    visits.no(1).day().minusDays(7),
                    visits.no(visits.size()).day().plusDays(7));
        }
    }

    /** With the change of one visit that the address asks for. */
    private PlannedVisits changed(PlannedVisits given) {
        focus = no(request.getParameter("focus")).orElse(1);
        Optional<Integer> no = no(request.getParameter("change"));
        if (no.isEmpty()) {
            return given;
        }
        PlannedVisits.Pick was = given.no(no.get());
        LocalDate day = TodayView.read(Typed.text(request.getParameter("day"))).orElse(was.day());
        LocalTime time = PlanWishes.time(Typed.text(request.getParameter("time")))
                .orElse(was.start().toLocalTime());
        PlannedVisits.Pick now =
                new PlannedVisits.Pick(day.atTime(time), PlanWishes.number(request.getParameter("room")));
        PlannedVisits other = given.with(no.get(), now);
        focus = other.noOf(now);
        return other;
    }

    private Optional<Integer> no(String written) {
        return Optional.of((int) Math.min(PlanWishes.number(written), Integer.MAX_VALUE))
                .filter(no -> 1 <= no && no <= getNumbers().visits());
    }

    /** A sentence about a visit, with where it is changed. */
    public record Conflict(int no, String link, List<String> texts) {}

    /** A visit in the calendar. */
    public record Chip(int no, String time, String room, boolean firm, boolean broken, String link, String drop) {}

    /** A bead of the line, and the way to it from the one before. */
    public record Bead(int no, String gap, boolean broken) {}

    /** A plan to choose. */
    public record Choice(String title, String days, String gaps, String reasons, String link, boolean chosen) {}

    /** What could be given up, and where that leads; to nowhere where it is not ours to give. */
    public record Way(String text, String link) {}

    /** A small step of one visit. */
    public record Nudge(String id, String text, String link) {}

    private String link(PlanWishes some, PlannedVisits there, int looking) {
        List<PlanWishes.Field> fields = new ArrayList<>(some.fields());
        fields.addAll(there.fields());
        if (looking > 0) {
            fields.add(new PlanWishes.Field("focus", Integer.toString(looking)));
        }
        return Links.to(PlanWishes.HERE, fields);
    }

    public boolean isPlanned() {
        return !visits.isEmpty();
    }

    public String getHeadline() {
        return planWords.headline(visits);
    }

    /** What speaks for the plan, when it is one of the house's own. */
    public String getReasons() {
        return proposals.stream()
                .filter(plan -> PlannedVisits.of(plan).equals(visits))
                .findFirst()
                .map(planWords::reasons)
                .orElseGet(() -> conflicts().isEmpty() ? words.say("plan.by.hand") : words.say("plan.by.hand.not"));
    }

    private Map<Integer, List<Refusal>> conflicts() {
        return refused.orElse(check.conflicts());
    }

    public boolean isRefused() {
        return refused.isPresent();
    }

    public List<Conflict> getConflicts() {
        return conflicts().entrySet().stream()
                .filter(entry -> entry.getKey() <= visits.size())
                .map(entry -> new Conflict(
                        entry.getKey(),
                        link(wishes, visits, entry.getKey()) + "#visit",
                        planWords.texts(entry.getValue())))
                .toList();
    }

    public List<Bead> getBeads() {
        List<Bead> beads = new ArrayList<>();
        for (int no = 1; no <= visits.size(); no++) {
            boolean broken = conflicts().getOrDefault(no, List.of()).stream().anyMatch(PlanWords::isBetween);
            String gap = no == 1 || check.gaps().size() < no - 1
                    ? ""
                    : planWords.gap(check.gaps().get(no - 2), getNumbers().gapUnit());
            beads.add(new Bead(no, gap, broken));
        }
        return beads;
    }

    public PlanGrid getGrid() {
        return PlanGrid.of(
                visits.picks().stream().map(PlannedVisits.Pick::day).toList(),
                profile.calendar().week().keySet(),
                this::why);
    }

    private String why(LocalDate day) {
        if (profile.calendar().on(day) instanceof ClinicCalendar.Day.Closed closed) {
            String name = closed.name(words.getLocale());
            return name.isEmpty() ? words.say("plan.closed") : name;
        }
        if (!open.contains(day)) {
            return day.isBefore(profile.today()) ? words.say("plan.over") : words.say("plan.closed");
        }
        return wishes.avoid().contains(day) ? words.say("plan.avoided") : "";
    }

    public Chip chip(int no) {
        PlannedVisits.Pick pick = visits.no(no);
        return new Chip(
                no,
                words.clock(pick.start().toLocalTime()),
                roomOf(pick),
                getNumbers().isFirm(no),
                conflicts().containsKey(no),
                link(wishes, visits, no) + "#visit",
                link(wishes, visits, 0) + "&change=" + no + "&time="
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
        PlannedVisits.Pick pick = visits.no(no);
        return words.say(
                "plan.visit.about",
                no,
                words.when(pick.start()),
                roomOf(pick),
                words.say(getNumbers().isFirm(no) ? "series.firm" : "series.tentative"));
    }

    public int getFocus() {
        return focus;
    }

    public PlannedVisits.Pick getPick() {
        return visits.no(focus);
    }

    public LocalDate getDay() {
        return getPick().day();
    }

    public List<String> getAgainst() {
        return planWords.texts(conflicts().getOrDefault(focus, List.of()));
    }

    /** A day or a quarter-hour earlier or later; where only the room is in the way, any other. */
    public List<Nudge> getNudges() {
        PlannedVisits.Pick pick = getPick();
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
                        day.atTime(getPick().start().toLocalTime()), getPick().room()));
    }

    private Nudge nudge(String id, PlannedVisits.Pick to) {
        PlannedVisits other = visits.with(focus, to);
        return new Nudge(id, words.say("plan.nudge." + id), link(wishes, other, other.noOf(to)) + "#visit");
    }

    /** Asked for once: every bar of it looks here. */
    public Strip getStrip() {
        if (strip == null) {
            strip = strip();
        }
        return strip;
    }

    private Strip strip() {
        int start = getPick().start().toLocalTime().toSecondOfDay() / 60 / QuarterHours.MINUTES;
        int end = start + getNumbers().chairQuarters();
        return strips.treatments(
                getDay(),
                Optional.of(new QuarterHours(start, Math.min(QuarterHours.PER_DAY, end))
                        .extendedBy(getNumbers().turnoverQuarters())));
    }

    public List<Choice> getChoices() {
        if (choices == null) {
            choices = choices();
        }
        return choices;
    }

    private List<Choice> choices() {
        return proposals.stream()
                .map(plan -> {
                    PlannedVisits those = PlannedVisits.of(plan);
                    return new Choice(
                            planWords.title(those),
                            words.say("plan.from", words.shortDay(those.no(1).day())),
                            plan.gaps().isEmpty() ? "" : words.say("plan.gaps", dotted(plan.gaps())),
                            planWords.briefly(plan),
                            link(wishes, those, 0) + "#plan",
                            those.equals(visits));
                })
                .toList();
    }

    private static String dotted(List<Integer> gaps) {
        return gaps.stream()
                .map(String::valueOf)
                .reduce((one, next) -> one + "·" + next)
                .orElse("");
    }

    public boolean isImpossible() {
        return none.isPresent();
    }

    public List<String> getBlocked() {
        return none.map(planWords::blocked).orElse(List.of());
    }

    public List<Way> getWays() {
        return none.map(why -> why.why().relaxations().stream()
                        .map(each -> new Way(
                                planWords.relaxation(each),
                                wishes.relaxed(each)
                                        .map(freed -> link(freed, new PlannedVisits(List.of()), 0))
                                        .orElse("")))
                        .toList())
                .orElse(List.of());
    }

    public String getCommitment() {
        return planWords.commitment(getNumbers());
    }

    /** Another series of hers that is not over: there is one at a time. */
    public Optional<SeriesRecord> getRunning() {
        if (hers == null) {
            hers = series.of(caller.actor(), card.id());
        }
        return hers.stream().filter(other -> other.state().isRunning()).findFirst();
    }

    public String getBookText() {
        return words.say("plan.book." + visits.size());
    }

    /** What the forms carry along. */
    public List<PlanWishes.Field> getCarried() {
        List<PlanWishes.Field> carried = new ArrayList<>(wishes.fields());
        carried.addAll(visits.fields());
        return carried;
    }

    /** For the switch of languages. */
    public String getKeep() {
        return card == null ? "" : "&" + link(wishes, visits, focus).substring(PlanWishes.HERE.length() + 1);
    }

    public List<ProtocolVersion> getVersions() {
        return versions;
    }

    public ProtocolNumbers getNumbers() {
        return find().orElseThrow().numbers();
    }

    public boolean isKnown() {
        return find().isPresent();
    }

    public List<Resource> getRooms() {
        return resources.serving(ResourceKind.ROOM, getNumbers().room());
    }

    public List<DayOfWeek> getWeekdays() {
        return profile.calendar().week().keySet().stream().sorted().toList();
    }

    public boolean on(DayOfWeek day) {
        return wishes.weekdays().isEmpty() || wishes.weekdays().contains(day);
    }

    /** Half hours of the house, and what was chosen. */
    public List<LocalTime> times(Optional<LocalTime> chosen) {
        return Times.through(profile.calendar(), 2, chosen);
    }

    /** Every quarter-hour a visit can begin at. */
    public List<LocalTime> getStarts() {
        return Times.through(
                profile.calendar(), 1, Optional.of(getPick().start().toLocalTime()));
    }

    public PlanWishes getWishes() {
        return wishes;
    }

    public List<LocalDate> getAvoided() {
        return List.copyOf(wishes.avoid());
    }

    public LocalDate getEarliest() {
        return wishes.earliest().orElse(profile.today().plusDays(1));
    }

    public PatientCard getCard() {
        return card;
    }
}
