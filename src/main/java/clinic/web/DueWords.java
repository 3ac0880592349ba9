package clinic.web;

import clinic.calendar.ClinicProfile;
import clinic.infusion.Booster;
import clinic.infusion.Due;
import clinic.infusion.Estimate;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;

/** How staff speak of what a series waits for, always with its day. */
@Named
@RequestScoped
public class DueWords {
    @Inject
    private ClinicProfile profile;

    @Inject
    private VisitWords visitWords;

    @Inject
    private Words words;

    @Inject
    private WhoWords who;

    public String name(Due.What what) {
        return words.say("due." + what);
    }

    public String text(Due due) {
        return switch (due.what()) {
            case CHECKPOINT ->
                due.by()
                        .map(next -> words.say("due.checkpoint", due.visit(), words.shortDay(next)))
                        .orElseGet(() -> words.say("due.checkpoint.last", due.visit()));
            case GAP ->
                due.by()
                        .map(next -> words.say("due.gap", words.shortDay(next)))
                        .orElseGet(() -> words.say("due.gap.last"));
            case BOOSTER -> booster(due.booster().orElseThrow());
            case ESTIMATE ->
                words.say(
                        due.isOverdue(profile.today()) ? "due.estimate.overdue" : "due.estimate",
                        words.shortDay(due.by().orElseThrow()));
        };
    }

    private String booster(Booster booster) {
        LocalDate closes = booster.window().closes();
        return booster.planned()
                .map(day -> words.say("due.booster.planned", words.shortDay(day)))
                .orElseGet(() -> booster.window().isOver(profile.today())
                        ? words.say("due.booster.over", words.shortDay(closes))
                        : words.say(
                                "due.booster", words.shortDay(booster.window().opens()), words.shortDay(closes)));
    }

    /** The tone of colour; it always goes with words. */
    public String tone(Due due) {
        LocalDate today = profile.today();
        return switch (due.what()) {
            case CHECKPOINT -> "warn";
            case GAP -> "stop";
            case BOOSTER -> due.booster().orElseThrow().isDue(today) ? due.isOverdue(today) ? "warn" : "info" : "plain";
            case ESTIMATE -> due.isOverdue(today) ? "stop" : "info";
        };
    }

    public boolean isToInvite(Booster booster) {
        return booster.isToInvite(profile.today());
    }

    public boolean isToPlan(Booster booster) {
        return booster.isDue(profile.today()) && !booster.window().isOver(profile.today());
    }

    /** By whom she was asked to come, how and when; empty if nobody did. */
    public String invited(Booster booster) {
        return booster.invited()
                .map(one -> words.say("due.invited." + one.way(), visitWords.at(one.at()), who.name(one.by())))
                .orElse("");
    }

    /** What speaks against one more; empty if nothing does. */
    public String warning(Booster booster) {
        return booster.isManyInAYear() ? words.say("due.many", booster.lastYear()) : "";
    }

    public String estimate(Estimate estimate) {
        if (estimate.givenAt().isPresent()) {
            return words.say(
                    "due.estimate.given",
                    visitWords.at(estimate.givenAt().get()),
                    estimate.givenBy().orElse(""));
        }
        if (estimate.fellAway()) {
            return words.say("due.estimate.gone");
        }
        return estimate.due()
                .map(day -> words.say(
                        day.isBefore(profile.today()) ? "due.estimate.overdue" : "due.estimate", words.shortDay(day)))
                .orElseGet(() -> words.say("due.estimate.none"));
    }
}
