package clinic.web;

import clinic.booking.StaffVisit;
import clinic.booking.Status;
import clinic.infusion.Commitment;
import clinic.infusion.SeriesRecord;
import clinic.infusion.SeriesState;
import clinic.protocol.Gap;
import clinic.protocol.ProtocolDesk;
import clinic.protocol.ProtocolVersion;
import clinic.security.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** How staff speak of a series that is booked: its state, its visits as a line with the days between, its steps. */
@Named
@RequestScoped
public class SeriesWords {
    private static final String OF_A_VISIT = "VISIT_";

    @Inject
    private ProtocolDesk desk;

    @Inject
    private PlanWords planWords;

    @Inject
    private VisitWords visitWords;

    @Inject
    private Caller caller;

    @Inject
    private Words words;

    @Inject
    private WhoWords who;

    private Optional<List<ProtocolVersion>> all = Optional.empty();

    /**
     * A visit on the line.
     *
     * @param gap days since the one before; empty for the first, and for those that fell away
     * @param tone of its bead
     */
    public record Stop(int no, StaffVisit visit, boolean firm, String gap, String tone) {}

    /** By time; a visit that fell away keeps its place and has no gap. */
    public List<Stop> stops(SeriesRecord series) {
        Gap.Unit unit = version(series.protocol(), series.protocolVersion())
                .map(version -> version.numbers().gapUnit())
                .orElse(Gap.Unit.CALENDAR_DAYS);
        Iterator<Integer> gaps = series.gaps().iterator();
        List<Stop> stops = new ArrayList<>();
        boolean first = true;
        for (SeriesRecord.Visit each : series.visits().stream()
                .sorted(Comparator.comparing(visit -> visit.visit().slot()))
                .toList()) {
            boolean gone = each.visit().status().isGone();
            String gap = gone || first || !gaps.hasNext() ? "" : planWords.gap(gaps.next(), unit);
            first = first && gone;
            stops.add(new Stop(
                    each.no(),
                    each.visit(),
                    each.commitment() == Commitment.FIRM,
                    gap,
                    gone ? "gone" : each.visit().status() == Status.DONE ? "done" : ""));
        }
        return stops;
    }

    private Optional<ProtocolVersion> version(String code, int version) {
        all = all.or(() -> Optional.of(desk.all(caller.actor())));
        return all.orElseThrow().stream()
                .filter(each -> each.code().equals(code) && each.version() == version)
                .findFirst();
    }

    /** The protocol in plain words, and its version. */
    public String protocol(String code, int version) {
        return words.say(
                "series.protocol",
                version(code, version).map(planWords::protocol).orElse(code),
                version);
    }

    public List<String> lines(SeriesRecord series) {
        return version(series.protocol(), series.protocolVersion())
                .map(version -> planWords.lines(version.numbers()))
                .orElse(List.of());
    }

    public String state(SeriesState state) {
        return words.say("series.state." + state);
    }

    /** The tone of colour; it always goes with the word of {@link #state}. */
    public String tone(SeriesState state) {
        return switch (state) {
            case DRAFT, PLANNED -> "plain";
            case ACTIVE -> "info";
            case AT_CHECKPOINT -> "warn";
            case PAUSED -> "calm";
            case GAP_BREACH -> "stop";
            case COMPLETED, MAINTENANCE -> "ok";
            case STOPPED, CANCELLED -> "over";
        };
    }

    public String step(SeriesRecord.Step step) {
        if (step.step().startsWith(OF_A_VISIT)) {
            return words.say(
                    "series.step.visit",
                    visitWords.state(Status.valueOf(step.step().substring(OF_A_VISIT.length()))));
        }
        String key = "series.step." + step.step();
        return words.has(key) ? words.say(key) : step.step();
    }

    public String who(SeriesRecord.Step step) {
        return step.role()
                .map(role -> words.say("series.by", who.name(step.actor()), words.role(role)))
                .orElseGet(() -> who.name(step.actor()));
    }
}
