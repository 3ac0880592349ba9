package clinic.web;

import clinic.calendar.ClinicProfile;
import clinic.capacity.Purpose;
import clinic.protocol.ClinicalLimits;
import clinic.protocol.Gap;
import clinic.protocol.LimitsDesk;
import clinic.protocol.ProtocolDesk;
import clinic.protocol.ProtocolVersion;
import clinic.protocol.ProtocolVersion.State;
import clinic.protocol.UnknownProtocol;
import clinic.security.Caller;
import clinic.staff.Task;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

/** The recipes of series with their versions, proposed and approved, {@code staff/protocols.xhtml}. */
@Named
@RequestScoped
public class ProtocolsPage {
    private static final String HERE = "/staff/protocols?done=";

    @Inject
    private ProtocolDesk desk;

    @Inject
    private LimitsDesk limits;

    @Inject
    private ProtocolWords said;

    @Inject
    private LimitWords limitWords;

    @Inject
    private Caller caller;

    @Inject
    private Refusals refusals;

    @Inject
    private ClinicProfile profile;

    @Inject
    private Words words;

    @Inject
    private WhoWords people;

    @Inject
    private HttpServletRequest request;

    private Optional<List<ProtocolVersion>> all = Optional.empty();
    private Optional<ClinicalLimits> clinic = Optional.empty();
    private Map<String, String> typed = ProtocolForm.empty();

    /** A sentence about a version, and whether it says something else than the version planned with. */
    public record Line(String text, boolean changed) {}

    /** A version in words. */
    public record Shown(long id, int version, State state, List<Line> lines, String by) {}

    /** All versions of one protocol. */
    public record Recipe(String code, List<Shown> now, List<Shown> before) {}

    @PostConstruct
    void begin() {
        String edit = getEdit();
        all().stream()
                .filter(version -> version.code().equals(edit) && version.state() != State.RETIRED)
                .reduce((inUse, draft) -> draft)
                .ifPresent(version -> typed = ProtocolForm.of(version));
    }

    public void open() {
        caller.actor().must(Task.READ);
    }

    public void propose() {
        refusals.asked(() -> {
            desk.propose(
                    caller.actor(), Typed.text(typed.get(ProtocolForm.CODE)).strip(), ProtocolForm.read(typed));
            Steps.staff(HERE + "proposed");
        });
    }

    /** What the buttons of a draft ask for. */
    public void decide() {
        decide("approve", id -> desk.approve(caller.actor(), id));
        decide("discard", id -> desk.discard(caller.actor(), id));
    }

    private void decide(String button, LongConsumer deed) {
        Optional.ofNullable(request.getParameter(button))
                .filter(Ids::isNumber)
                .ifPresent(id -> refusals.asked(() -> {
                    try {
                        deed.accept(Long.parseLong(id));
                        Steps.staff(HERE + button);
                    } catch (UnknownProtocol gone) {
                        refusals.say(words.say("protocols.gone"));
                        refusals.status(409);
                    }
                }));
    }

    private List<ProtocolVersion> all() {
        all = all.or(() -> Optional.of(desk.all(caller.actor())));
        return all.orElseThrow();
    }

    public List<Recipe> getRecipes() {
        Map<String, List<ProtocolVersion>> byCode = new LinkedHashMap<>();
        all().forEach(version -> byCode.computeIfAbsent(version.code(), code -> new ArrayList<>())
                .add(version));
        return byCode.entrySet().stream()
                .map(recipe -> recipe(recipe.getKey(), recipe.getValue()))
                .toList();
    }

    private Recipe recipe(String code, List<ProtocolVersion> versions) {
        List<String> inUse = versions.stream()
                .filter(version -> version.state() == State.APPROVED)
                .flatMap(version -> lines(version).stream())
                .toList();
        List<Shown> shown =
                versions.stream().map(version -> shown(version, inUse)).toList();
        return new Recipe(
                code,
                shown.stream().filter(each -> each.state() != State.RETIRED).toList(),
                shown.stream().filter(each -> each.state() == State.RETIRED).toList());
    }

    private Shown shown(ProtocolVersion version, List<String> inUse) {
        boolean compares = version.state() == State.DRAFT && !inUse.isEmpty();
        return new Shown(
                version.id(),
                version.version(),
                version.state(),
                lines(version).stream()
                        .map(line -> new Line(line, compares && !inUse.contains(line)))
                        .toList(),
                by(version));
    }

    /** Days, hours and who is needed; then its limits, the clinic's where it has none of its own. */
    private List<String> lines(ProtocolVersion version) {
        clinic = clinic.or(() -> Optional.of(limits.inUse(caller.actor())));
        List<String> lines = new ArrayList<>(said.lines(version.numbers()));
        lines.addAll(limitWords.lines(version.limits(clinic.orElseThrow())));
        return lines;
    }

    private String by(ProtocolVersion version) {
        String proposed = words.say("protocols.proposed", who(version.proposedBy()), when(version.proposedAt()));
        return version.approvedAt()
                .map(at -> words.say(
                        "protocols.approved", proposed, who(version.approvedBy().orElse("")), when(at)))
                .orElse(proposed);
    }

    private String who(String name) {
        return people.name(name);
    }

    private String when(Instant moment) {
        return words.shortDay(moment.atZone(profile.zone()).toLocalDate());
    }

    /** The code of the protocol being changed; {@code new} for another one, empty for none. */
    public String getEdit() {
        return Typed.text(request.getParameter("edit"));
    }

    public boolean isEditing() {
        return !getEdit().isEmpty() && !getEdit().equals(LimitsPage.EDIT) && caller.may(Task.ADMINISTER.name());
    }

    /** What was just done, as the last part of a key; empty if nothing. */
    public String getDone() {
        String done = Typed.text(request.getParameter("done"));
        return List.of("proposed", "approve", "discard").contains(done) ? words.say("protocols.done." + done) : "";
    }

    public List<Gap.Unit> getUnits() {
        return List.of(Gap.Unit.values());
    }

    public List<Purpose> getRooms() {
        return List.of(Purpose.MOOD, Purpose.PAIN);
    }

    public Map<String, String> getTyped() {
        return typed;
    }
}
