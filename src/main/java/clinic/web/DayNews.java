package clinic.web;

import clinic.booking.CallTask;
import clinic.booking.StaffVisit;
import clinic.booking.Status;
import clinic.calendar.ClinicProfile;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What of a day needs a human, most urgent first; and a mark that changes when anything of the day does. */
@Named
@RequestScoped
public class DayNews {
    /** A line of the rail: a word in a tone, what it is about, what more there is to say, where to go. */
    public record Item(String tone, String word, String text, String detail, String path) {}

    @Inject
    private TodayPage page;

    @Inject
    private VisitWords visits;

    @Inject
    private ClinicProfile profile;

    @Inject
    private Words words;

    @Inject
    private WorkPage work;

    @Inject
    private NursesPage nurses;

    @Inject
    private CareWords care;

    @Inject
    private TaskCounts tasks;

    private List<Item> urgent;

    public List<Item> getUrgent() {
        if (urgent == null) {
            urgent = new ArrayList<>();
            page.getVisits().stream()
                    .filter(StaffVisit::late)
                    .map(visit -> item(
                            "stop",
                            words.say("staff.late"),
                            visit,
                            words.say("staff.late.by", visits.minutesLate(visit))))
                    .forEach(urgent::add);
            work.getCalls().stream()
                    .filter(CallTask::overdue)
                    .map(this::overdue)
                    .forEach(urgent::add);
            page.getVisits().stream()
                    .filter(visit -> visit.status() == Status.PENDING_REVIEW)
                    .map(visit -> item("calm", words.say("today.review"), visit, words.say("today.review.why")))
                    .forEach(urgent::add);
            page.getVisits().stream()
                    .filter(visit -> visit.status() == Status.ON_HOLD && !care.isUrgent(visit))
                    .map(visit -> item("stop", visits.state(visit.status()), visit, care.brief(visit)))
                    .forEach(urgent::add);
            page.getVisits().stream()
                    .filter(care::isUrgent)
                    .map(visit -> item("stop", words.say("care.urgent"), visit, care.brief(visit)))
                    .forEach(urgent::add);
            page.getVisits().stream()
                    .filter(nurses::isNobodys)
                    .map(visit -> item("stop", words.say("nursing.stop"), visit, nurses.against(visit)))
                    .forEach(urgent::add);
            page.getVisits().stream()
                    .filter(StaffVisit::stranded)
                    .map(visit -> item("stop", words.say("staff.stranded"), visit, words.say("today.stranded.why")))
                    .forEach(urgent::add);
        }
        return urgent;
    }

    /** Whom to ask for something before they come. */
    public List<Item> getBefore() {
        return page.getVisits().stream()
                .filter(visit -> visit.status().isOpen()
                        && !visit.late()
                        && !visit.missing().isEmpty())
                .map(visit -> item("plain", "", visit, visits.remarks(visit)))
                .toList();
    }

    private Item overdue(CallTask call) {
        return new Item(
                "stop",
                words.say("today.call"),
                call.name(),
                words.say("work.overdue", visits.at(call.dueAt())),
                "/staff/work");
    }

    /** The worklists that are not empty. */
    public List<Item> getLists() {
        List<Item> lists = new ArrayList<>();
        TaskCounts.Counts counts = tasks.of();
        count(lists, "today.tasks.open", work.getLeftOpen().size(), "/staff/work#open");
        count(lists, "today.tasks.affected", counts.affected(), "/staff/stranded");
        count(lists, "today.tasks.checkpoints", counts.checkpoints(), "/staff/series?due=CHECKPOINT");
        count(lists, "today.tasks.gaps", counts.gaps(), "/staff/series?due=GAP");
        count(lists, "today.tasks.reviews", work.getReviews().size(), "/staff/work#reviews");
        count(lists, "today.tasks.boosters", counts.boosters(), "/staff/series?due=BOOSTER");
        count(lists, "today.tasks.estimates", counts.estimates(), "/staff/series?due=ESTIMATE");
        work.getCalls().stream()
                .findFirst()
                .ifPresent(next -> lists.add(new Item(
                        "",
                        "",
                        words.count("today.calls", work.getCalls().size()),
                        words.say(next.overdue() ? "work.overdue" : "work.due", visits.at(next.dueAt())),
                        "/staff/work")));
        if (!work.getUndelivered().isEmpty()) {
            int letters = work.getUndelivered().size();
            lists.add(new Item(
                    "", "", words.count("today.letters", letters), words.say("today.letters.why"), "/staff/work"));
        }
        return lists;
    }

    private void count(List<Item> lists, String what, int many, String path) {
        if (many > 0) {
            lists.add(new Item("", "", words.count(what, many), words.say(what + ".why"), path));
        }
    }

    /** Only then nothing is urgent, and nothing waits in any list either. */
    public boolean isNothing() {
        return getUrgent().isEmpty() && getLists().isEmpty();
    }

    private Item item(String tone, String word, StaffVisit visit, String detail) {
        String text = words.say(
                "today.item",
                visits.name(visit),
                words.time(visit.slot().span().startsAt()),
                visit.room().name());
        return new Item(tone, word, text, detail, "/staff/visit/" + visit.id());
    }

    /** The same on every node as long as nothing of the day changes for this reader. */
    public String getVersion() {
        StringBuilder all = new StringBuilder();
        page.getVisits().stream()
                .sorted(Comparator.comparingLong(StaffVisit::id))
                .forEach(visit -> all.append(visit.id())
                        .append(':')
                        .append(visit.version())
                        .append(visit.status())
                        .append(visit.slot().startsAt())
                        .append(visit.room().id())
                        .append(visit.clinician().id())
                        .append(visits.remarks(visit))
                        .append(nurses.nurse(visit))
                        .append(care.brief(visit))
                        .append(visit.next())
                        .append(visit.undoable())
                        .append(visit.lastName())
                        .append(visit.firstName()));
        getUrgent().forEach(all::append);
        getLists().forEach(all::append);
        return Marks.of(all.toString());
    }
}
