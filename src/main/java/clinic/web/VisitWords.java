package clinic.web;

import clinic.booking.Canceller;
import clinic.booking.EarlyStart;
import clinic.booking.Edge;
import clinic.booking.Missing;
import clinic.booking.StaffVisit;
import clinic.booking.StartWindow;
import clinic.booking.Status;
import clinic.calendar.ClinicProfile;
import clinic.calendar.QuarterHours;
import clinic.calendar.Slot;
import clinic.capacity.Resource;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How staff speak of a visit: its state in a word and a tone of colour, its steps, what is missing. */
@Named
@RequestScoped
public class VisitWords {
    @Inject
    private Words words;

    @Inject
    private EarlyStart early;

    @Inject
    private ClinicProfile profile;

    /** The tone of colour; it always goes with the word of {@link #state}. */
    public String tone(StaffVisit visit) {
        return visit.late() || visit.stranded() ? "stop" : tone(visit.status());
    }

    public String tone(Status status) {
        return switch (status) {
            case PENDING_REVIEW -> "calm";
            case BOOKED -> "plain";
            case CONFIRMED -> "ok";
            case CHECKED_IN, PREPARING -> "warn";
            case ON_HOLD -> "stop";
            case IN_PROGRESS, RECOVERING -> "info";
            case DONE, CANCELLED -> "over";
            case NO_SHOW -> "over stop";
        };
    }

    public String state(StaffVisit visit) {
        return visit.late() ? words.say("staff.late") : state(visit.status());
    }

    public String state(Status status) {
        return words.say("staff.state." + status);
    }

    /** With whom; those who are there for all have a word instead of a name. */
    public String clinician(StaffVisit visit) {
        return resource(visit.clinician());
    }

    String resource(Resource resource) {
        return resource.kind().isPool() ? words.say("staff.pool." + resource.kind()) : resource.name();
    }

    /** A visit of a series says which: "Infusion, 3 of 6". */
    public String kind(StaffVisit visit) {
        String kind = words.say("staff.kind." + visit.kind());
        return visit.course()
                .map(course -> words.say("series.visit.of", kind, course.no(), course.of()))
                .orElse(kind);
    }

    /** A part of a treatment: how many quarter-hours, and what from when to when. */
    public record Phase(String name, int length, String text) {}

    /** The parts of a treatment while she is there; none of a conversation. */
    public List<Phase> phases(StaffVisit visit) {
        return visit.treatment()
                .map(treatment -> {
                    int start = visit.slot().span().start();
                    int infusion = start + treatment.prep();
                    int recovery = infusion + treatment.infusion();
                    return List.of(
                            phase("prep", start, infusion),
                            phase("infusion", infusion, recovery),
                            phase("recovery", recovery, visit.slot().span().end()));
                })
                .orElse(List.of());
    }

    /** The cleaning of the room after it. */
    public Optional<Phase> cleaning(StaffVisit visit) {
        int end = visit.slot().span().end();
        return visit.treatment()
                .filter(treatment -> treatment.turnover() > 0 && end + treatment.turnover() <= QuarterHours.PER_DAY)
                .filter(treatment -> visit.status() != Status.NO_SHOW)
                .map(treatment -> phase("turnover", end, end + treatment.turnover()));
    }

    private Phase phase(String name, int start, int end) {
        QuarterHours span = new QuarterHours(start, end);
        return new Phase(
                name,
                span.length(),
                words.say(
                        "phase." + name,
                        words.say("staff.hours.brief", words.clock(span.startsAt()), words.clock(span.endsAt()))));
    }

    public String step(Edge edge) {
        return words.say("staff.step." + edge);
    }

    /** The same of a visit: a start that moves it to now first says so. */
    public String step(StaffVisit visit, Edge edge) {
        return edge == Edge.START ? movesTo(visit).map(now -> moving(visit)).orElseGet(() -> step(edge)) : step(edge);
    }

    private Optional<LocalDateTime> movesTo(StaffVisit visit) {
        return visit.course().flatMap(course -> visit.treatment()
                .flatMap(how -> StartWindow.movesTo(visit.slot(), how, early.most(course), profile.now())));
    }

    private String moving(StaffVisit visit) {
        LocalDateTime booked = visit.slot().startsAt();
        return words.say(
                "staff.step.START.now",
                booked.toLocalDate().equals(profile.today()) ? words.time(booked.toLocalTime()) : words.when(booked));
    }

    /** Everything to be said beside the state, in one line; empty when there is nothing. */
    public String remarks(StaffVisit visit) {
        List<String> remarks = visit.missing().stream()
                .sorted(Comparator.comparing(missing -> !missing.isNo()))
                .map(this::missing)
                .collect(Collectors.toList());
        if (visit.late()) {
            remarks.add(0, words.say("staff.late.by", minutesLate(visit)));
        }
        if (visit.stranded()) {
            remarks.add(words.say("staff.stranded"));
        }
        if (visit.partial()) {
            remarks.add(words.say("staff.partial"));
        }
        visit.cancelledBy().map(this::cancelledBy).ifPresent(remarks::add);
        if (visit.lateCancel()) {
            remarks.add(words.say("staff.late.cancel"));
        }
        return String.join(" · ", remarks);
    }

    /** Whether a remark keeps it from going on as it is: then it is shown in red. */
    public boolean isStopped(StaffVisit visit) {
        return visit.late() || visit.missing().stream().anyMatch(Missing::isNo);
    }

    public String cancelledBy(Canceller by) {
        return words.say("staff.cancelled.by." + by);
    }

    public String missing(Missing missing) {
        return words.say("staff.missing." + missing);
    }

    long minutesLate(StaffVisit visit) {
        return Duration.between(visit.slot().start(profile.zone()), profile.now())
                .toMinutes();
    }

    public String name(StaffVisit visit) {
        return visit.fullName();
    }

    public String hours(Slot slot) {
        return words.say(
                "staff.hours",
                words.time(slot.span().startsAt()),
                words.time(slot.span().endsAt()));
    }

    /** The same where it stands beside the hours of the day anyway: without AM and PM. */
    public String brief(Slot slot) {
        return words.say(
                "staff.hours.brief",
                words.clock(slot.span().startsAt()),
                words.clock(slot.span().endsAt()));
    }

    /** A moment of the past or the near future on the clinic's wall clock: the time alone when it is today's. */
    public String at(Instant moment) {
        var local = moment.atZone(profile.zone());
        return local.toLocalDate().equals(profile.today())
                ? words.time(local.toLocalTime())
                : words.when(local.toLocalDateTime());
    }
}
