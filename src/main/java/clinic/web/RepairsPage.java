package clinic.web;

import clinic.booking.BookingTexts;
import clinic.infusion.BrokenSeries;
import clinic.infusion.DayRepair;
import clinic.infusion.DayRepairDesk;
import clinic.patient.FamilyName;
import clinic.security.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Repairs all series that lost visits together, {@code staff/repairs.xhtml?day=2026-12-02}: shows the whole, then changes
 * one or all of them. Whatever was done, what is left is looked at anew.
 */
@Named
@RequestScoped
public class RepairsPage {
    @Inject
    private DayRepairDesk desk;

    @Inject
    private Caller caller;

    @Inject
    private Refusals refusals;

    @Inject
    private Words words;

    @Inject
    private HttpServletRequest request;

    private List<BrokenSeries> waiting = List.of();
    private Optional<DayRepair> shown = Optional.empty();
    private int done;

    public void open() {
        waiting = desk.waiting(caller.actor(), day());
    }

    public void propose() {
        refusals.asked(() -> {
            shown = Optional.of(desk.propose(caller.actor(), day(), agreed()));
            waiting = shown.get().lines().stream().map(DayRepair.Line::broken).toList();
        });
    }

    /** The one whose button was pressed. */
    public void one() {
        apply(proposals().entrySet().stream()
                .filter(each -> said("one").equals(Long.toString(each.getKey())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** All that were shown. */
    public void all() {
        apply(proposals());
    }

    private void apply(Map<Long, String> proposals) {
        refusals.asked(() -> {
            if (!numbers("agreed").equals(numbers("asked"))) {
                refusals.say(words.say("repairs.changed"));
                refusals.status(409);
                return;
            }
            List<DayRepair.Applied> all = desk.apply(caller.actor(), proposals, Optional.of(said("why")));
            done = (int) all.stream().filter(DayRepair.Applied::isDone).count();
            all.stream().filter(each -> !each.isDone()).forEach(this::tell);
        });
        propose();
    }

    private void tell(DayRepair.Applied failed) {
        String name = waiting.stream()
                .filter(each -> each.series() == failed.series())
                .map(this::name)
                .findFirst()
                .orElseGet(() -> words.say("repairs.unknown", failed.series()));
        failed.refusals().stream()
                .map(refusal -> BookingTexts.text(refusal, words.getLocale()))
                .distinct()
                .forEach(why -> refusals.say(words.say("repairs.failed", name, why)));
        refusals.status(409);
    }

    /** What the page has shown: {@code 12:} and the proposal of series 12. */
    private Map<Long, String> proposals() {
        Map<Long, String> proposals = new TreeMap<>();
        all("proposal")
                .map(sent -> sent.split(":", 2))
                .filter(parts -> parts.length == 2 && Ids.isNumber(parts[0]))
                .forEach(parts -> proposals.put(Long.valueOf(parts[0]), parts[1]));
        return proposals;
    }

    private Set<Long> agreed() {
        return numbers("agreed");
    }

    private Set<Long> numbers(String name) {
        return all(name).filter(Ids::isNumber).map(Long::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    private Stream<String> all(String name) {
        String[] sent = request.getParameterValues(name);
        return sent == null ? Stream.empty() : Arrays.stream(sent);
    }

    private Optional<LocalDate> day() {
        return TodayView.read(said("day"));
    }

    private String said(String name) {
        return Typed.text(request.getParameter(name));
    }

    public String getDay() {
        return day().map(LocalDate::toString).orElse("");
    }

    public String getLead() {
        return day().map(day -> words.say("repairs.lead.day", words.fullDay(day)))
                .orElseGet(() -> words.say("repairs.lead"));
    }

    public List<BrokenSeries> getWaiting() {
        return waiting;
    }

    public boolean isShown() {
        return shown.isPresent();
    }

    public DayRepair getRepair() {
        return shown.orElseThrow();
    }

    public String getSum() {
        return words.say(
                "repairs.sum",
                getRepair().repaired(),
                getRepair().lines().size(),
                words.count("repairs.moved", getRepair().moved()));
    }

    public int getDone() {
        return done;
    }

    public boolean isAgreed(BrokenSeries series) {
        return agreed().contains(series.series());
    }

    /** Whether it makes a difference that she agrees. */
    public boolean isHers(DayRepair.Line line) {
        return !line.ask().isEmpty() || isAgreed(line.broken());
    }

    public String name(BrokenSeries series) {
        return FamilyName.full(series.firstName(), series.lastName());
    }

    public String lost(BrokenSeries.Lost lost) {
        return words.say(
                "repairs.lost", lost.no(), words.when(lost.slot()), lost.room().name());
    }

    public String outcome(DayRepair.Line line) {
        return words.say("repairs.outcome." + line.outcome());
    }

    /** Which visits she is to be asked about. */
    public String ask(DayRepair.Line line) {
        return words.say("repairs.ask", line.ask().stream().map(String::valueOf).collect(Collectors.joining(", ")));
    }
}
