package clinic.web;

import clinic.booking.CourseRefused;
import clinic.booking.Refusal;
import clinic.calendar.ClinicProfile;
import clinic.infusion.SeriesCheck;
import clinic.infusion.SeriesDesk;
import clinic.infusion.SeriesRecord;
import clinic.patient.PatientCard;
import clinic.patient.PatientRegister;
import clinic.patient.UnknownPatient;
import clinic.planner.NoLegalPlan;
import clinic.planner.PlanDesk;
import clinic.planner.Proposal;
import clinic.protocol.ProtocolDesk;
import clinic.protocol.ProtocolNumbers;
import clinic.protocol.ProtocolVersion;
import clinic.security.Caller;
import clinic.staff.Task;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Planning a series, {@code staff/plan.xhtml}: wishes, the plan one looks at, and those to choose from. The address
 * carries it all; nothing is kept for anybody until it is booked.
 */
@Named
@RequestScoped
public class PlanPage {
    @Inject
    private PlanDesk plans;

    @Inject
    private SeriesDesk series;

    @Inject
    private ProtocolDesk protocols;

    @Inject
    private PatientRegister register;

    @Inject
    private ClinicProfile profile;

    @Inject
    private Caller caller;

    @Inject
    private Refusals refusals;

    @Inject
    private Words words;

    @Inject
    private HttpServletRequest request;

    private PlanWishes wishes;
    private PatientCard card;
    private List<ProtocolVersion> versions = List.of();
    private List<Proposal> proposals = List.of();
    private Optional<NoLegalPlan> none = Optional.empty();
    private PlannedVisits visits = new PlannedVisits(List.of());
    private SeriesCheck check = new SeriesCheck(Map.of(), List.of());
    private Map<Integer, List<Refusal>> unwished = Map.of();
    private Optional<Map<Integer, List<Refusal>>> refused = Optional.empty();
    private Set<LocalDate> open = Set.of();
    private boolean changed;
    private int focus = 1;
    private List<SeriesRecord> hers;

    @PostConstruct
    void look() {
        wishes = PlanWishes.read(request);
    }

    /** Leads to the plans for the wishes that are typed. */
    public void search() {
        Steps.staff(link(wishes, new PlannedVisits(List.of()), 0));
    }

    /**
     * Books the plan that was shown, all of it; refused, the page says why and stays as it was. Where the wishes are no
     * longer those it was shown for, it shows the plans for the ones that are typed instead.
     */
    public void book() {
        refusals.asked(() -> {
            if (!fingerprint(PlannedVisits.read(request)).equals(request.getParameter("book"))) {
                changed = true;
                throw new NotAsShown("", words.say("plan.differs"));
            }
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

    /** The wishes, the visits and the version of the protocol, so that what is booked is what was shown. */
    private String fingerprint(PlannedVisits plan) {
        int version = versions().stream()
                .filter(each -> each.code().equals(wishes.protocol()))
                .mapToInt(ProtocolVersion::version)
                .findFirst()
                .orElse(0);
        return Marks.of(wishes.inFull(
                        profile.today().plusDays(1), profile.calendar().week().keySet()) + "|" + plan.fields() + "|"
                + version);
    }

    public String getShown() {
        return fingerprint(visits);
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
        if (versions().stream().noneMatch(version -> version.code().equals(wishes.protocol()))
                && !versions().isEmpty()) {
            wishes = wishes.with(versions().get(0).code());
        }
        find().ifPresent(version -> plan());
    }

    private List<ProtocolVersion> versions() {
        if (versions.isEmpty()) {
            versions = approved();
        }
        return versions;
    }

    private List<ProtocolVersion> approved() {
        return protocols.all(caller.actor()).stream()
                .filter(version -> version.state() == ProtocolVersion.State.APPROVED)
                .sorted(Comparator.comparing(
                                (ProtocolVersion version) -> version.numbers().isSeries() ? 0 : 1)
                        .thenComparing(version -> version.numbers().room())
                        .thenComparing(version -> -version.numbers().visits()))
                .toList();
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
        PlannedVisits given = changed ? new PlannedVisits(List.of()) : PlannedVisits.read(request);
        if (given.size() == getNumbers().visits()) {
            visits = changed(given);
        } else if (!proposals.isEmpty()) {
            visits = PlannedVisits.of(proposals.get(0));
        }
        if (!visits.isEmpty()) {
            refusals.asked(() -> check = series.check(caller.actor(), visits.booking(wishes)));
            refusals.asked(() -> unwished = plans.against(
                    caller.actor(),
                    wishes.request(profile.today()),
                    visits.picks().stream().map(PlannedVisits.Pick::start).toList()));
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
        PlannedVisits.Pick now = new PlannedVisits.Pick(day.atTime(time), Ids.orNone(request.getParameter("room")));
        PlannedVisits other = given.with(no.get(), now);
        focus = other.noOf(now);
        return other;
    }

    private Optional<Integer> no(String written) {
        return Optional.of((int) Math.min(Ids.orNone(written), Integer.MAX_VALUE))
                .filter(no -> 1 <= no && no <= getNumbers().visits());
    }

    /** Why there is no plan at all, if so. */
    Optional<NoLegalPlan> none() {
        return none;
    }

    String link(PlanWishes some, PlannedVisits there, int looking) {
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

    PlannedVisits visits() {
        return visits;
    }

    List<Proposal> proposals() {
        return proposals;
    }

    SeriesCheck check() {
        return check;
    }

    /** Whether somebody can be treated on that day. */
    boolean isOpen(LocalDate day) {
        return open.contains(day);
    }

    /** To a plan of these wishes, one of its visits looked at; none, if it is 0. */
    String link(PlannedVisits there, int looking) {
        return link(wishes, there, looking);
    }

    /** Everything that speaks against each visit: rules that are broken, then wishes that are not kept. */
    Map<Integer, List<Refusal>> conflicts() {
        Map<Integer, List<Refusal>> all = new TreeMap<>(refused.orElse(check.conflicts()));
        unwished.forEach((no, wishesLost) ->
                all.merge(no, wishesLost, (some, more) -> Stream.concat(some.stream(), more.stream())
                        .toList()));
        return all;
    }

    /** Whether it could be booked as it is, though it is not as the patient wished. */
    boolean isOnlyUnwished() {
        return refused.isEmpty() && check.conflicts().isEmpty() && !unwished.isEmpty();
    }

    public boolean isRefused() {
        return refused.isPresent();
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

    /** Another series of hers that is not over: there is one at a time. */
    public Optional<SeriesRecord> getRunning() {
        if (hers == null) {
            hers = series.of(caller.actor(), card.id());
        }
        return hers.stream().filter(other -> other.state().isRunning()).findFirst();
    }

    /** What the form that books carries along besides the wishes. */
    public List<PlanWishes.Field> getVisitFields() {
        return visits.fields();
    }

    /** What the form of one visit carries along. */
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

    public PlanWishes getWishes() {
        return wishes;
    }

    public PatientCard getCard() {
        return card;
    }
}
