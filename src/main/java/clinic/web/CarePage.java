package clinic.web;

import clinic.booking.BookingRefused;
import clinic.booking.Reason;
import clinic.booking.Refusal;
import clinic.booking.Status;
import clinic.care.CareDesk;
import clinic.care.CheckKind;
import clinic.care.Measured;
import clinic.care.VisitCheck;
import clinic.security.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The list of a treatment on {@code staff/visit.xhtml}: what is asked, measured and verified before the next step. */
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
    private static final BigDecimal GRAMS = BigDecimal.valueOf(1000);

    @Inject
    private CareDesk desk;

    @Inject
    private StaffVisitPage page;

    @Inject
    private Caller caller;

    @Inject
    private Refusals refusals;

    @Inject
    private VisitWords visitWords;

    @Inject
    private Words words;

    @Inject
    private HttpServletRequest request;

    private List<VisitCheck> checks;

    /** A line of the list: what it is, and how it stands. */
    public record Line(CheckKind kind, boolean met, String said, boolean mine) {}

    public boolean isShown() {
        return page.getVisit().kind().isInfusion();
    }

    /** Whether there is still something to write down. */
    public boolean isOpen() {
        return !page.getVisit().status().isOver();
    }

    /** The lines that count for the next step. */
    public List<Line> getLines() {
        boolean after = page.getVisit().status().compareTo(Status.IN_PROGRESS) >= 0;
        Map<CheckKind, VisitCheck> latest = new EnumMap<>(CheckKind.class);
        checks().forEach(check -> latest.put(check.kind(), check));
        return (after ? AFTER : BEFORE)
                .stream()
                        .map(kind -> line(kind, Optional.ofNullable(latest.get(kind))))
                        .toList();
    }

    private Line line(CheckKind kind, Optional<VisitCheck> check) {
        return new Line(
                kind,
                check.filter(VisitCheck::ok).isPresent(),
                check.map(this::said).orElse(""),
                caller.actor().may(kind.task()));
    }

    private String said(VisitCheck check) {
        String who = words.say("care.by", visitWords.at(check.at()), check.by());
        String value = measured(check.measured());
        return value.isEmpty() ? who : value + ", " + who;
    }

    private String measured(Measured measured) {
        if (measured.systolic().isPresent()) {
            return words.say(
                    "care.vitals",
                    measured.systolic().getAsInt(),
                    measured.diastolic().getAsInt(),
                    measured.pulse().getAsInt(),
                    measured.saturation().getAsInt());
        }
        return measured.weight().isPresent() ? kilos(measured.weight().getAsInt()) : "";
    }

    private static String kilos(int grams) {
        return BigDecimal.valueOf(grams).divide(GRAMS, 1, RoundingMode.HALF_UP).toPlainString() + " kg";
    }

    /** The last twelve sets of vitals, in the order they were taken. */
    public List<String> getVitals() {
        List<String> all = checks().stream()
                .filter(check -> check.kind() == CheckKind.VITALS)
                .map(this::said)
                .toList();
        return all.stream().skip(Math.max(0, all.size() - 12)).toList();
    }

    private List<VisitCheck> checks() {
        if (checks == null) {
            checks = desk.of(caller.actor(), page.getVisit().id());
        }
        return checks;
    }

    /** Writes down the check whose button was pressed. */
    public void check() {
        String[] pressed = Typed.text(request.getParameter("check")).split(":");
        refusals.asked(() -> {
            CheckKind kind = CheckKind.find(pressed[0]).orElseThrow(() -> refused(Reason.UNKNOWN_CODE, "check"));
            desk.record(
                    caller.actor(),
                    page.getVisit().id(),
                    kind,
                    pressed.length < 2 || !pressed[1].equals("no"),
                    typed(kind),
                    Optional.empty());
            again();
        });
    }

    private Measured typed(CheckKind kind) {
        return switch (kind) {
            case VITALS ->
                new Measured(
                        number("systolic"),
                        number("diastolic"),
                        number("pulse"),
                        number("saturation"),
                        OptionalInt.empty());
            case WEIGHT -> {
                OptionalInt grams = grams();
                yield grams.isPresent() ? Measured.weight(grams.getAsInt()) : Measured.NOTHING;
            }
            default -> Measured.NOTHING;
        };
    }

    private OptionalInt number(String field) {
        String text = getTyped(field);
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        if (!text.matches("[0-9]{1,4}")) {
            throw refused(Reason.WRONG_TYPE, field);
        }
        return OptionalInt.of(Integer.parseInt(text));
    }

    private OptionalInt grams() {
        String text = getTyped("weight").replace(',', '.');
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        if (!text.matches("[0-9]{1,3}([.][0-9]{1,3})?")) {
            throw refused(Reason.WRONG_TYPE, "weight");
        }
        return OptionalInt.of(new BigDecimal(text).multiply(GRAMS).intValueExact());
    }

    /** What was typed into a field and refused. */
    public String getTyped(String field) {
        return Typed.text(request.getParameter(field)).strip();
    }

    static BookingRefused refused(Reason reason, String field) {
        return new BookingRefused(List.of(Refusal.of(reason, field)), List.of());
    }

    private void again() {
        Steps.staff("/staff/visit/" + page.getVisit().id() + "#care");
    }
}
