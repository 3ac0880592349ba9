package clinic.web;

import clinic.calendar.ClinicProfile;
import clinic.capacity.Resource;
import clinic.capacity.ResourceKind;
import clinic.capacity.Resources;
import clinic.patient.ToldBy;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/** What there is to choose from where a series is planned: days, times, rooms. */
@Named
@RequestScoped
public class PlanForm {
    @Inject
    private PlanPage page;

    @Inject
    private Resources resources;

    @Inject
    private ClinicProfile profile;

    @Inject
    private PlanWords planWords;

    @Inject
    private Words words;

    public List<Resource> getRooms() {
        return resources.serving(ResourceKind.ROOM, page.getNumbers().room());
    }

    public List<DayOfWeek> getWeekdays() {
        return profile.calendar().week().keySet().stream().sorted().toList();
    }

    public boolean on(DayOfWeek day) {
        return page.getWishes().weekdays().isEmpty()
                || page.getWishes().weekdays().contains(day);
    }

    /** Half hours of the house, and what was chosen. */
    public List<LocalTime> times(Optional<LocalTime> chosen) {
        return Times.through(profile.calendar(), 2, chosen);
    }

    /** Every quarter-hour a visit can begin at. */
    public List<LocalTime> getStarts() {
        return Times.through(
                profile.calendar(), 1, Optional.of(page.getPick().start().toLocalTime()));
    }

    public List<LocalDate> getAvoided() {
        return List.copyOf(page.getWishes().avoid());
    }

    public LocalDate getEarliest() {
        return page.getWishes().earliest().orElse(profile.today().plusDays(1));
    }

    public String getCommitment() {
        return planWords.commitment(page.getNumbers());
    }

    /** What follows, and how the patient hears of it. */
    public String getThen() {
        boolean call = page.getCard().toldBy() == ToldBy.PHONE;
        return words.say(call ? "plan.then.call" : "plan.then", page.getCard().firstName());
    }

    public String getBookText() {
        PlannedVisits visits = page.visits();
        return words.say(
                visits.size() == 1 ? "plan.book.one" : "plan.book.all",
                visits.size(),
                words.shortDay(visits.no(1).day()),
                words.shortDay(visits.no(visits.size()).day()));
    }
}
