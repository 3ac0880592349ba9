package clinic.web;

import clinic.booking.BookingTexts;
import clinic.booking.Reason;
import clinic.booking.StaffVisit;
import clinic.calendar.QuarterHours;
import clinic.capacity.Charge;
import clinic.capacity.Nurse;
import clinic.nursing.Nursed;
import clinic.nursing.NursingDay;
import clinic.nursing.NursingDesk;
import clinic.security.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The nurses of a day, on {@code staff.xhtml} and on {@code staff/visit.xhtml}: who has whom, and changing it by a press. */
@Named
@RequestScoped
public class NursesPage {
    /** A nurse on her lane: when she is there, how much she has, and whom. */
    public record Lane(Nurse nurse, String hours, String breaks, Strip load, List<Chip> visits) {}

    /** A visit on the lane of its nurse. */
    public record Chip(StaffVisit visit, String text, boolean kept) {}

    @Inject
    private NursingDesk desk;

    @Inject
    private TodayPage today;

    @Inject
    private Strips strips;

    @Inject
    private VisitWords visitWords;

    @Inject
    private Words words;

    @Inject
    private Caller caller;

    @Inject
    private Refusals refusals;

    @Inject
    private HttpServletRequest request;

    private final Map<LocalDate, NursingDay> days = new HashMap<>();

    private NursingDay on(LocalDate day) {
        return days.computeIfAbsent(day, any -> desk.on(caller.actor(), any));
    }

    private Optional<Nursed> named(StaffVisit visit) {
        return visit.treatment().isEmpty() || visit.status().isGone()
                ? Optional.empty()
                : on(visit.slot().day()).of(visit.id());
    }

    /** "Nurse: Kim", or whom the house suggests; empty where there is nobody to see to. */
    public String nurse(StaffVisit visit) {
        return named(visit)
                .map(named -> named.charge()
                        .map(charge -> named.kept()
                                ? words.say("nursing.decided", who(charge))
                                : words.say("nursing.suggested", who(charge)))
                        .orElseGet(() -> words.say("nursing.nobody")))
                .orElse("");
    }

    private String who(Charge charge) {
        return charge.next()
                .map(next -> words.say(
                        "nursing.over",
                        charge.first().name(),
                        words.time(new QuarterHours(charge.handOver(), charge.handOver() + 1).startsAt()),
                        next.name()))
                .orElse(charge.first().name());
    }

    /** What speaks against each nurse, where nobody can have the visit. */
    public String against(StaffVisit visit) {
        return named(visit).stream()
                .flatMap(named -> named.against().stream())
                .map(refusal -> BookingTexts.text(refusal, words.getLocale()))
                .collect(Collectors.joining(" "));
    }

    boolean isNobodys(StaffVisit visit) {
        return named(visit).filter(named -> named.charge().isEmpty()).isPresent();
    }

    public boolean isDecided(StaffVisit visit) {
        return named(visit).filter(Nursed::kept).isPresent();
    }

    /** Those it could be given to by a press: all who come that day but the one who has it by decision. */
    public List<Nurse> choices(StaffVisit visit) {
        return named(visit).stream()
                .filter(named -> !visit.status().isOver())
                .flatMap(named -> on(visit.slot().day()).nurses().stream()
                        .filter(nurse -> !(named.kept() && isHers(named, nurse))))
                .toList();
    }

    private static boolean isHers(Nursed named, Nurse nurse) {
        return named.charge()
                .filter(charge -> charge.first().id() == nurse.id())
                .isPresent();
    }

    public List<Lane> getLanes() {
        NursingDay day = on(today.getDay());
        return day.nurses().stream().map(nurse -> lane(day, nurse)).toList();
    }

    private Lane lane(NursingDay day, Nurse nurse) {
        Map<Long, StaffVisit> visits =
                today.getVisits().stream().collect(Collectors.toMap(StaffVisit::id, visit -> visit));
        return new Lane(
                nurse,
                nurse.shift().map(this::hours).orElse(""),
                nurse.breaks().stream().map(this::hours).collect(Collectors.joining(", ")),
                strips.nurse(day.day(), nurse, day.units(nurse)),
                day.hers(nurse.id()).stream()
                        .flatMap(named -> Stream.ofNullable(
                                        visits.get(named.stay().visit()))
                                .map(visit -> new Chip(
                                        visit,
                                        words.clock(visit.slot().span().startsAt()) + " " + visitWords.name(visit),
                                        named.kept())))
                        .toList());
    }

    private String hours(QuarterHours span) {
        return words.say("staff.hours.brief", words.clock(span.startsAt()), words.clock(span.endsAt()));
    }

    public boolean isSuggesting() {
        return on(today.getDay()).isSuggesting();
    }

    /** Gives a visit to the nurse whose button was pressed, or takes her off: {@code 17:8}, {@code 17:}. */
    public void assign() {
        refusals.asked(() -> {
            String[] pressed = Typed.text(request.getParameter("nurse")).split(":");
            long visit = number(pressed[0]).orElseThrow(() -> CarePage.refused(Reason.UNKNOWN_CODE, "nurse"));
            if (pressed.length == 1) {
                desk.clear(caller.actor(), visit);
            } else {
                desk.assign(
                        caller.actor(),
                        visit,
                        number(pressed[1]).orElseThrow(() -> CarePage.refused(Reason.UNKNOWN_CODE, "nurse")),
                        OptionalLong.empty());
            }
            again(visit);
        });
    }

    /** What is suggested, so that what is accepted is what was shown. */
    public String getSuggested() {
        NursingDay day = on(today.getDay());
        return Marks.of(day.nurses().stream()
                .map(nurse -> nurse.id() + ":"
                        + day.hers(nurse.id()).stream()
                                .filter(named -> !named.kept())
                                .map(named -> named.stay().visit())
                                .toList())
                .toList()
                .toString());
    }

    /** Decides all that is suggested, if it is still what was shown. */
    public void accept() {
        refusals.asked(() -> {
            if (!getSuggested().equals(request.getParameter("nurses"))) {
                throw new NotAsShown("", words.say("nursing.changed"));
            }
            desk.accept(caller.actor(), today.getDay());
            Steps.staff(today.getHere());
        });
    }

    private static Optional<Long> number(String text) {
        return Optional.of(text).filter(digits -> digits.matches("[0-9]{1,18}")).map(Long::valueOf);
    }

    private void again(long visit) {
        String here = today.getHere();
        Steps.staff(
                StaffPaths.idOf(request).isPresent()
                        ? "/staff/visit/" + visit + "?nursed="
                        : here + (here.contains("?") ? "&" : "?") + "nursed=" + visit);
    }

    /** The visit whose nurse was just changed; it stands in the address. */
    public Optional<StaffVisit> getNursed() {
        return today.visitOf("nursed");
    }
}
