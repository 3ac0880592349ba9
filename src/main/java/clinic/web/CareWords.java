package clinic.web;

import clinic.booking.StaffVisit;
import clinic.booking.Status;
import clinic.calendar.ClinicProfile;
import clinic.care.CareClock;
import clinic.care.CareDesk;
import clinic.security.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the clock says of a treatment under way, in words: until when, and what is due or overdue. */
@Named
@RequestScoped
public class CareWords {
    @Inject
    private CareDesk desk;

    @Inject
    private TodayPage today;

    @Inject
    private ClinicProfile profile;

    @Inject
    private VisitWords visitWords;

    @Inject
    private Words words;

    @Inject
    private Caller caller;

    @Inject
    private HttpServletRequest request;

    private Map<Long, CareClock> clocks;

    /** One question to the desk, for a page of one visit or of a day. */
    private Optional<CareClock> clock(StaffVisit visit) {
        if (clocks == null) {
            clocks = desk.clocks(
                    caller.actor(), StaffPaths.idOf(request).isPresent() ? List.of(visit) : today.getVisits());
        }
        return Optional.ofNullable(clocks.get(visit.id()));
    }

    /** For a board: until when it goes as planned, and what is due. */
    public String brief(StaffVisit visit) {
        return clock(visit)
                .map(clock -> Stream.of(
                                outside(visit, clock),
                                clock.ends().map(at -> words.say("care.until", visitWords.at(at))),
                                due(clock))
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(" · ")))
                .orElse("");
    }

    /** Whether something should have been done by now. */
    public boolean isUrgent(StaffVisit visit) {
        return clock(visit)
                .filter(clock -> clock.isOverdue(now())
                        || clock.outside()
                        || clock.hold()
                                .filter(CareClock.Hold.RESCHEDULE::equals)
                                .isPresent())
                .isPresent();
    }

    /** Whether it is to be had another day. */
    public boolean isToBeRescheduled(StaffVisit visit) {
        return clock(visit)
                .flatMap(CareClock::hold)
                .filter(CareClock.Hold.RESCHEDULE::equals)
                .isPresent();
    }

    /** While infusing and in recovery; before, the checklist says it. No value: a board hangs where others see it. */
    private Optional<String> outside(StaffVisit visit, CareClock clock) {
        return visit.status().compareTo(Status.IN_PROGRESS) >= 0 && clock.outside()
                ? Optional.of(words.say("care.outside"))
                : Optional.empty();
    }

    /** For the page of the visit: how long the phase still lasts, and what is due. */
    public List<String> lines(StaffVisit visit) {
        return clock(visit).stream()
                .flatMap(clock ->
                        Stream.of(outside(visit, clock), clock.ends().map(at -> phase(visit, clock, at)), due(clock)))
                .flatMap(Optional::stream)
                .toList();
    }

    private String phase(StaffVisit visit, CareClock clock, Instant ends) {
        long minutes = Duration.between(now(), ends).toMinutes();
        return words.say("care.timer." + visit.status(), visitWords.at(ends), clock.every()) + " "
                + (minutes >= 0 ? words.say("care.left", minutes) : words.say("care.over", -minutes));
    }

    private Optional<String> due(CareClock clock) {
        return clock.hold()
                .map(hold -> switch (hold) {
                    case RECHECK ->
                        words.say(
                                clock.isOverdue(now()) ? "care.recheck.overdue" : "care.recheck.due",
                                visitWords.at(clock.due().orElseThrow()),
                                clock.rechecks() + 1,
                                clock.mostRechecks());
                    case GO_ON -> words.say("care.hold.fine");
                    case RESCHEDULE -> words.say("care.hold.spent", clock.rechecks());
                })
                .or(() -> clock.due()
                        .map(at -> words.say(
                                clock.isOverdue(now()) ? "care.vitals.overdue" : "care.vitals.due",
                                visitWords.at(at))));
    }

    private Instant now() {
        return profile.now().toInstant();
    }
}
