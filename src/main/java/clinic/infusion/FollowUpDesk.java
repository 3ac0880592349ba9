package clinic.infusion;

import clinic.booking.CourseBook;
import clinic.booking.Reason;
import clinic.booking.Refusal;
import clinic.booking.VisitDesk;
import clinic.calendar.ClinicProfile;
import clinic.platform.Retried;
import clinic.staff.Actor;
import clinic.staff.Deed;
import clinic.staff.Task;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where people of the clinic see to what a series needs besides its visits: a booster to invite to, an estimate. */
@Retried
@ApplicationScoped
public class FollowUpDesk {
    @Inject
    private SeriesShelf shelf;

    @Inject
    private SeriesLines lines;

    @Inject
    private Boosters boosters;

    @Inject
    private Estimates estimates;

    @Inject
    private CourseBook book;

    @Inject
    private SeriesLocks locks;

    @Inject
    private ClinicProfile profile;

    @Inject
    private Event<Object> happened;

    /** What one series waits for. */
    @Transactional
    public FollowUp of(Actor actor, long id) {
        actor.must(Task.READ);
        return told(shelf.get(id));
    }

    /**
     * Asks her to come again: by a letter, or it was done on the phone. Nothing is booked.
     *
     * @throws clinic.booking.BookingRefused outside of the window, and a second time in one
     */
    @Transactional
    public FollowUp invite(Actor actor, long id, Booster.Way way) {
        actor.must(Task.WRITE);
        Series series = locks.lock(id);
        Booster booster = lines.booster(series)
                .orElseThrow(() -> SeriesDesk.refused(Decision.illegalIn(series.state(), "series", actor)));
        refusal(booster, profile.today()).ifPresent(refusal -> {
            throw SeriesDesk.refused(refusal);
        });
        if (way == Booster.Way.LETTER && !booster.byLetter()) {
            throw SeriesDesk.refused(Refusal.of(Reason.NO_EMAIL_CONSENT, "way"));
        }
        boosters.add(new SeriesInvitation(id, booster.window(), way, actor.name(), now()));
        if (way == Booster.Way.LETTER) {
            happened.fire(new InfusionEvents.Invited(
                    id, booster.window().opens(), book.lastHad(id).orElseThrow()));
        }
        happened.fire(Deed.done(actor, "INVITE_BY_" + way, SeriesDesk.SERIES, id));
        return told(series);
    }

    private Optional<Refusal> refusal(Booster booster, LocalDate today) {
        BoosterWindow window = booster.window();
        if (booster.planned().isPresent()) {
            return Optional.of(refusal(Reason.BOOKED_ALREADY, booster.planned().get()));
        }
        if (window.isAhead(today)) {
            return Optional.of(refusal(Reason.WINDOW_AHEAD, window.opens()));
        }
        if (window.isOver(today)) {
            return Optional.of(refusal(Reason.WINDOW_OVER, window.closes()));
        }
        return booster.invited()
                .map(invited -> new Refusal(
                        Reason.INVITED_ALREADY,
                        "series",
                        Map.of("day", invited.at().atZone(profile.zone()).toLocalDate())));
    }

    private static Refusal refusal(Reason reason, LocalDate day) {
        return new Refusal(reason, "series", Map.of("day", day));
    }

    /** Writes down that she was given the estimate that is open. */
    @Transactional
    public FollowUp estimateGiven(Actor actor, long id, Optional<String> note) {
        actor.must(Task.WRITE);
        Optional<String> about = VisitDesk.checked(note);
        Series series = locks.lock(id);
        estimates
                .open(id)
                .orElseThrow(() -> SeriesDesk.refused(Refusal.of(Reason.NO_ESTIMATE_OWED, "series")))
                .give(actor.name(), about, now());
        happened.fire(Deed.done(actor, "GIVE_ESTIMATE", SeriesDesk.SERIES, id));
        return told(series);
    }

    private FollowUp told(Series series) {
        List<Due> due = lines.of(series).due();
        return new FollowUp(
                series.id(),
                series.patient().id(),
                due,
                due.stream().flatMap(each -> each.booster().stream()).findFirst(),
                estimates.of(series.id()));
    }

    private Instant now() {
        return profile.now().toInstant();
    }
}
