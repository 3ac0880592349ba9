package clinic.web;

import clinic.booking.BookingRefused;
import clinic.booking.Reason;
import clinic.booking.Refusal;
import clinic.booking.Status;
import clinic.calendar.ClinicProfile;
import clinic.care.CareDesk;
import clinic.care.CheckEntry;
import clinic.care.CheckKind;
import clinic.care.CheckRecord;
import clinic.care.UnknownTreatment;
import clinic.care.Vital;
import clinic.security.Caller;
import clinic.staff.Task;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The checklist of an infusion on {@code staff/visit.xhtml}: what is asked, measured and verified before the next step. */
@Named
@RequestScoped
public class CarePage {
    private static final Set<CheckKind> BEFORE = EnumSet.of(
            CheckKind.CONSENT,
            CheckKind.ESCORT,
            CheckKind.FASTING,
            CheckKind.VITALS,
            CheckKind.WEIGHT,
            CheckKind.ORDER);
    private static final Set<CheckKind> AFTER = EnumSet.of(
            CheckKind.VITALS, CheckKind.ALERT, CheckKind.NO_REACTION, CheckKind.LINE_OUT, CheckKind.ESCORT_HERE);
    private static final String STRIKE = "strike";

    @Inject
    private CareDesk desk;

    @Inject
    private StaffVisitPage page;

    @Inject
    private Caller caller;

    @Inject
    private ClinicProfile profile;

    @Inject
    private Refusals refusals;

    @Inject
    private CheckWords said;

    @Inject
    private HttpServletRequest request;

    private List<CheckRecord> checks;
    private boolean weightAsked;

    /** A line of the checklist: what it is, how it stands in a word and a tone of color, and what is out of its limits. */
    public record Line(CheckKind kind, String tone, String state, String said, List<String> outside, boolean mine) {}

    /** An entry of the record, in the order they were made. */
    public record Entry(long id, CheckKind kind, String text, List<String> outside, String struck, boolean strikable) {}

    public boolean isShown() {
        return page.getVisit().kind().isInfusion();
    }

    /** Whether an adverse event can be reported, or read, by whoever looks. */
    public boolean isReportsEvents() {
        return caller.actor().may(Task.TREAT)
                && page.getVisit().status().compareTo(Status.CHECKED_IN) >= 0
                && !Status.GONE.contains(page.getVisit().status());
    }

    /** Whether there is still something to record. */
    public boolean isOpen() {
        return !page.getVisit().status().isOver();
    }

    /** The lines that count for the next step. */
    public List<Line> getLines() {
        boolean after = page.getVisit().status().compareTo(Status.IN_PROGRESS) >= 0;
        Map<CheckKind, CheckRecord> latest = new EnumMap<>(CheckKind.class);
        checks().stream().filter(this::counts).forEach(check -> latest.put(check.kind(), check));
        return (after ? AFTER : BEFORE)
                .stream()
                        .map(kind -> line(kind, Optional.ofNullable(latest.get(kind))))
                        .toList();
    }

    private boolean counts(CheckRecord check) {
        return check.counts()
                && check.kind()
                        .countsOn(
                                check.at().atZone(profile.zone()).toLocalDate(),
                                profile.today(),
                                page.getVisit().status());
    }

    private Line line(CheckKind kind, Optional<CheckRecord> check) {
        boolean mine = caller.actor().may(kind.task());
        if (kind.isClinical() && !caller.actor().may(Task.READ_CLINICAL_NOTES)) {
            return new Line(kind, "plain", said.hidden(), "", List.of(), mine);
        }
        return new Line(
                kind,
                check.map(each -> each.ok() ? "ok" : "stop").orElse("warn"),
                said.state(kind, check),
                check.map(said::said).orElse(""),
                check.map(said::outside).orElse(List.of()),
                mine);
    }

    /** What to do about vitals out of their limits where the visit stands; empty when they are within. */
    public String getAdvice() {
        return checks().stream()
                .filter(check -> counts(check) && check.kind() == CheckKind.VITALS)
                .reduce((earlier, later) -> later)
                .filter(check -> !check.ok())
                .map(check -> said.advice(page.getVisit()))
                .orElse("");
    }

    /** Every entry, struck ones too. */
    public List<Entry> getEntries() {
        return checks().stream().map(this::entry).toList();
    }

    private Entry entry(CheckRecord check) {
        return new Entry(
                check.id(),
                check.kind(),
                said.entry(check),
                said.outside(check),
                check.struck().map(said::struck).orElse(""),
                check.counts() && caller.actor().may(check.kind().task()));
    }

    private List<CheckRecord> checks() {
        if (checks == null) {
            checks = desk.of(caller.actor(), page.getVisit().id());
        }
        return checks;
    }

    /** Records the check whose button was pressed, and with it whatever was typed beside: all of it or nothing. */
    public void check() {
        String check = Typed.text(request.getParameter("check"));
        String[] pressed = (check.isEmpty() ? CheckKind.WEIGHT.name() : check).split(":");
        refusals.asked(() -> {
            try {
                desk.record(caller.actor(), page.getVisit().id(), entries(pressed));
            } catch (BookingRefused refused) {
                weightAsked = refused.refusals().stream().anyMatch(each -> each.reason() == Reason.WEIGHT_CHANGED);
                throw refused;
            }
            again();
        });
    }

    private List<CheckEntry> entries(String[] pressed) {
        Optional<CheckKind> kind = CheckKind.find(pressed[0]);
        if (kind.isEmpty() && !pressed[0].equals("TYPED")) {
            throw refused(Reason.UNKNOWN_CODE, "check");
        }
        MeasuredForm form = new MeasuredForm(this::getTyped);
        List<CheckEntry> entries = Stream.of(
                        form.vitals(kind.filter(CheckKind.VITALS::equals).isPresent()),
                        form.weight(kind.filter(CheckKind.WEIGHT::equals).isPresent()),
                        kind.filter(each -> !each.isMeasured())
                                .map(each -> CheckEntry.answer(each, pressed.length < 2 || !pressed[1].equals("no"))))
                .flatMap(Optional::stream)
                .toList();
        form.check();
        if (entries.isEmpty()) {
            throw refused(Reason.REQUIRED, Vital.SYSTOLIC.word());
        }
        return entries;
    }

    /** Whether a weight far from the last one waits to be confirmed. */
    public boolean isWeightAsked() {
        return weightAsked;
    }

    /** Number and unit as they were typed: what is confirmed is what was shown. */
    public String getWeightTyped() {
        return MeasuredForm.weightTyped(this::getTyped);
    }

    public boolean isKilograms() {
        return getTyped("weightUnit").equals(MeasuredForm.KILOGRAMS);
    }

    /** What was typed into a field and refused. */
    public String getTyped(String field) {
        return Typed.text(request.getParameter(field)).strip();
    }

    /** The entry somebody is about to strike out. */
    public Optional<Entry> getStriking() {
        String id = Typed.text(request.getParameter(STRIKE));
        return getEntries().stream()
                .filter(entry -> entry.strikable() && Long.toString(entry.id()).equals(id))
                .findFirst();
    }

    /** Strikes an entry out. */
    public void strike() {
        refusals.asked(() -> {
            String id = Typed.text(request.getParameter(STRIKE));
            String reason = getTyped("strikeReason");
            if (!id.matches("[0-9]{1,18}")) {
                throw refused(Reason.UNKNOWN_CODE, "check");
            }
            if (reason.isEmpty()) {
                throw refused(Reason.REQUIRED, "strikeReason");
            }
            try {
                desk.strike(caller.actor(), page.getVisit().id(), Long.parseLong(id), reason);
            } catch (UnknownTreatment gone) {
                throw refused(Reason.UNKNOWN_CODE, "check");
            }
            again();
        });
    }

    static BookingRefused refused(Reason reason, String field) {
        return new BookingRefused(List.of(Refusal.of(reason, field)), List.of());
    }

    private void again() {
        Steps.staff("/staff/visit/" + page.getVisit().id() + "#care");
    }
}
