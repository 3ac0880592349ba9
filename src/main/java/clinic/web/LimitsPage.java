package clinic.web;

import clinic.calendar.ClinicProfile;
import clinic.protocol.ClinicalLimits;
import clinic.protocol.Limit;
import clinic.protocol.LimitsDesk;
import clinic.protocol.LimitsVersion;
import clinic.protocol.ProtocolVersion.State;
import clinic.protocol.UnknownProtocol;
import clinic.security.Caller;
import clinic.staff.Task;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Predicate;

/** The clinic's limits with their versions, proposed and approved, on {@code staff/protocols.xhtml}. */
@Named
@RequestScoped
public class LimitsPage {
    private static final String HERE = "/staff/protocols?done=";
    static final String EDIT = "limits";

    @Inject
    private LimitsDesk desk;

    @Inject
    private LimitWords said;

    @Inject
    private WhoWords who;

    @Inject
    private Caller caller;

    @Inject
    private Refusals refusals;

    @Inject
    private ClinicProfile profile;

    @Inject
    private Words words;

    @Inject
    private HttpServletRequest request;

    private Optional<List<LimitsVersion>> all = Optional.empty();
    private Map<String, String> typed = new HashMap<>();

    /** A limit in words, and whether it differs from the version in use. */
    public record Line(String text, boolean changed) {}

    /** A version in words. */
    public record Shown(long id, int version, State state, List<Line> lines, String by) {}

    @PostConstruct
    void begin() {
        if (isEditing()) {
            all().stream()
                    .filter(version -> version.state() != State.RETIRED)
                    .reduce((inUse, draft) -> draft)
                    .ifPresent(version -> typed = LimitsForm.of(version.limits()));
        }
    }

    public void propose() {
        refusals.asked(() -> {
            TypedNumbers numbers = new TypedNumbers(typed);
            ClinicalLimits limits = LimitsForm.read(numbers);
            numbers.check();
            desk.propose(caller.actor(), limits);
            Steps.staff(HERE + "proposed");
        });
    }

    /** What the buttons of a draft ask for. */
    public void decide() {
        decide("approveLimits", "approve", id -> desk.approve(caller.actor(), id));
        decide("discardLimits", "discard", id -> desk.discard(caller.actor(), id));
    }

    private void decide(String button, String done, LongConsumer deed) {
        Optional.ofNullable(request.getParameter(button))
                .filter(Ids::isNumber)
                .ifPresent(id -> refusals.asked(() -> {
                    try {
                        deed.accept(Long.parseLong(id));
                        Steps.staff(HERE + done);
                    } catch (UnknownProtocol gone) {
                        refusals.say(words.say("protocols.gone"));
                        refusals.status(409);
                    }
                }));
    }

    private List<LimitsVersion> all() {
        all = all.or(() -> Optional.of(desk.all(caller.actor())));
        return all.orElseThrow();
    }

    /** The version in use and a draft. */
    public List<Shown> getNow() {
        return shown(version -> version.state() != State.RETIRED);
    }

    public List<Shown> getBefore() {
        return shown(version -> version.state() == State.RETIRED);
    }

    private List<Shown> shown(Predicate<LimitsVersion> which) {
        List<String> inUse = said.lines(inUse());
        return all().stream()
                .filter(which)
                .map(version -> new Shown(
                        version.id(),
                        version.version(),
                        version.state(),
                        said.lines(version.limits()).stream()
                                .map(line -> new Line(line, version.state() == State.DRAFT && !inUse.contains(line)))
                                .toList(),
                        by(version)))
                .toList();
    }

    private ClinicalLimits inUse() {
        return all().stream()
                .filter(version -> version.state() == State.APPROVED)
                .findFirst()
                .map(LimitsVersion::limits)
                .orElse(ClinicalLimits.USUAL);
    }

    private String by(LimitsVersion version) {
        String proposed = words.say(
                "protocols.proposed",
                who.name(version.proposedBy()),
                words.shortDay(version.proposedAt().atZone(profile.zone()).toLocalDate()));
        return version.approvedAt()
                .map(at -> words.say(
                        "protocols.approved",
                        proposed,
                        who.name(version.approvedBy().orElse("")),
                        words.shortDay(at.atZone(profile.zone()).toLocalDate())))
                .orElse(proposed);
    }

    /** What holds where a protocol leaves a field empty; empty where each protocol has its own. */
    public String clinic(Limit limit) {
        return inUse().find(limit).isPresent()
                ? Integer.toString(inUse().find(limit).getAsInt())
                : "";
    }

    /** The limits in the order of the form, part by part. */
    public List<Part> getParts() {
        return Part.ALL;
    }

    /** A part of the form. */
    public record Part(String name, List<Limit> limits) {
        private static final List<Part> ALL = List.of(
                new Part("before", starting("", "INFUSION")),
                new Part("infusion", starting("INFUSION", "none")),
                new Part(
                        "care",
                        List.of(
                                Limit.VITALS_MINUTES,
                                Limit.RECHECK_MINUTES,
                                Limit.RECHECKS,
                                Limit.WEIGHT_PERCENT,
                                Limit.OBSERVATION_MINUTES,
                                Limit.EARLY_START_MINUTES)));

        private static List<Limit> starting(String with, String without) {
            return Arrays.stream(Limit.values())
                    .filter(limit -> limit.name().startsWith(with)
                            && !limit.name().startsWith(without)
                            && (limit.name().endsWith("_LOW") || limit.name().endsWith("_HIGH")))
                    .toList();
        }
    }

    public boolean isEditing() {
        return EDIT.equals(request.getParameter("edit")) && caller.may(Task.ADMINISTER.name());
    }

    public Map<String, String> getTyped() {
        return typed;
    }
}
