package clinic.web;

import clinic.booking.BookingRefused;
import clinic.booking.BookingTexts;
import clinic.booking.CourseRefused;
import clinic.booking.Reason;
import clinic.booking.StaffVisit;
import clinic.booking.Status;
import clinic.infusion.RepairAsked;
import clinic.infusion.RepairDesk;
import clinic.infusion.RepairProposal;
import clinic.infusion.SeriesDesk;
import clinic.infusion.SeriesRecord;
import clinic.infusion.UnknownSeries;
import clinic.patient.FamilyName;
import clinic.patient.ToldBy;
import clinic.planner.NoLegalPlan;
import clinic.security.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Repairs a series, {@code staff/repair.xhtml?series=4}: says what happened to a visit, is shown the least change, before
 * and after, and confirms it.
 */
@Named
@RequestScoped
public class RepairPage {
    private static final String HERE = "/staff/repair?series=";

    @Inject
    private SeriesDesk desk;

    @Inject
    private RepairDesk repairs;

    @Inject
    private Caller caller;

    @Inject
    private Refusals refusals;

    @Inject
    private Words words;

    @Inject
    private RepairWords repairWords;

    @Inject
    private HttpServletRequest request;

    private SeriesRecord series;
    private RepairProposal proposal;

    public void open() {
        try {
            series = desk.series(caller.actor(), id());
        } catch (UnknownSeries | NumberFormatException unknown) {
            Steps.notFound();
        }
    }

    public void propose() {
        act(() -> proposal = repairs.propose(caller.actor(), id(), asked()));
    }

    public void apply() {
        act(() -> {
            repairs.apply(caller.actor(), id(), said("proposal"), Optional.of(said("why")));
            Steps.staff(HERE + id() + "&did=done");
        });
    }

    private void act(Runnable deed) {
        refusals.asked(() -> {
            try {
                deed.run();
            } catch (NoLegalPlan none) {
                refusals.say(words.say("repair.none"));
                if (said("agreed").isEmpty()) {
                    refusals.say(words.say("repair.ask.her"));
                }
                repairWords.why(none).forEach(refusals::say);
                refusals.status(422);
            } catch (CourseRefused refused) {
                refused.conflicts()
                        .forEach((no, found) -> found.forEach(refusal -> refusals.say(
                                words.say("repair.conflict", no, BookingTexts.text(refusal, words.getLocale())))));
                refusals.status(409);
            } catch (UnknownSeries | NumberFormatException unknown) {
                Steps.notFound();
            } catch (BookingRefused refused) {
                if (refused.reason() == Reason.ILLEGAL_TRANSITION) {
                    refusals.say(words.say("repair.over"));
                    refusals.status(409);
                } else {
                    throw refused;
                }
            }
        });
    }

    private RepairAsked asked() {
        int visit = Integer.parseInt(said("visit"));
        Optional<RepairAsked.Move> move = Optional.empty();
        if (isAsked("move")) {
            TypedTimes typed = new TypedTimes();
            LocalDateTime start = typed.moment("start", said("start"));
            typed.check();
            move = Optional.of(new RepairAsked.Move(visit, start));
        }
        return new RepairAsked(
                move,
                isAsked("missed") ? Set.of(visit) : Set.of(),
                isAsked("stranded") ? Set.of(visit) : Set.of(),
                !said("agreed").isEmpty());
    }

    /**
     * The visits that can be given another time: what was had, or is under way, is none of them. Empty while Faces reads a
     * form, for it walks through the page before anything is opened.
     */
    public List<SeriesRecord.Visit> getChoices() {
        return Stream.ofNullable(series)
                .flatMap(each -> each.visits().stream())
                .filter(each ->
                        each.visit().status().isOpen() || each.visit().status().isGone())
                .toList();
    }

    /** Whether it stands chosen: the one that was asked for, else what was missed, else what lost its time, else the next. */
    public boolean isChosen(SeriesRecord.Visit visit) {
        return said("visit").equals(Integer.toString(visit.no()))
                || said("visit").isEmpty() && usual().filter(visit::equals).isPresent();
    }

    private Optional<SeriesRecord.Visit> usual() {
        return Stream.<Predicate<StaffVisit>>of(
                        each -> each.status() == Status.NO_SHOW,
                        StaffVisit::stranded,
                        each -> each.status().isOpen(),
                        each -> true)
                .flatMap(wanted -> getChoices().stream().filter(each -> wanted.test(each.visit())))
                .findFirst();
    }

    /** The fields a proposal is asked by: beside a proposal they are not to be changed, and they come back with it. */
    public List<String> getAsking() {
        return List.of("visit", "what", "start", "agreed");
    }

    public boolean isAsked(String what) {
        return said("what").equals(what);
    }

    private long id() {
        return Long.parseLong(said("series"));
    }

    public String said(String name) {
        return Typed.text(request.getParameter(name));
    }

    public SeriesRecord getSeries() {
        return series;
    }

    public boolean isProposed() {
        return proposal != null;
    }

    public RepairProposal getProposal() {
        return proposal;
    }

    /** The end of a key of texts: how the patient hears of the change. */
    public String getWay() {
        return SeriesPage.toldBy(series) == ToldBy.PHONE ? ".call" : "";
    }

    public String getName() {
        return FamilyName.full(series.firstName(), series.lastName());
    }

    public boolean isDone() {
        return said("did").equals("done");
    }
}
