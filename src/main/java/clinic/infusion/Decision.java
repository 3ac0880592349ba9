package clinic.infusion;

import clinic.booking.Reason;
import clinic.booking.Refusal;
import clinic.staff.Actor;
import clinic.staff.Task;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a prescriber decides about a series, and in which states. The names are the contract's, but for the last three. */
public enum Decision {
    /** It goes on as planned; what was tentative is firm up to the next checkpoint. */
    CONTINUE(EnumSet.of(SeriesState.AT_CHECKPOINT, SeriesState.PAUSED)),
    /** One more visit at its end. */
    EXTEND(EnumSet.of(SeriesState.AT_CHECKPOINT)),
    /** It ends here, and another protocol is planned for what remains. */
    SWITCH(EnumSet.of(SeriesState.AT_CHECKPOINT, SeriesState.GAP_BREACH)),
    /** It ends here; visits still to come are given up. */
    STOP(EnumSet.range(SeriesState.DRAFT, SeriesState.GAP_BREACH)),
    /** Two visits may lie as far apart as they do. */
    ACCEPT_GAP(EnumSet.of(SeriesState.GAP_BREACH)),
    /** It ends here, and begins anew from its first visit. */
    RESTART(EnumSet.of(SeriesState.GAP_BREACH)),
    /** Nobody is checked in until it continues. */
    PAUSE(EnumSet.of(SeriesState.ACTIVE)),
    /** A finished series is refreshed now and then. */
    MAINTAIN(EnumSet.of(SeriesState.COMPLETED)),
    /** Refreshing ends. */
    CLOSE(EnumSet.of(SeriesState.MAINTENANCE));

    private final Set<SeriesState> from;

    Decision(Set<SeriesState> from) {
        this.from = from;
    }

    public boolean leadsFrom(SeriesState state) {
        return from.contains(state);
    }

    public static Optional<Decision> find(String word) {
        return Arrays.stream(values()).filter(each -> each.name().equals(word)).findFirst();
    }

    /** What can be decided in a state. */
    public static List<Decision> possibleIn(SeriesState state) {
        return Arrays.stream(values()).filter(each -> each.leadsFrom(state)).toList();
    }

    /** The refusal of what cannot be done where a series stands; who decides hears what can be decided instead. */
    static Refusal illegalIn(SeriesState state, String field, Actor actor) {
        return new Refusal(
                Reason.ILLEGAL_TRANSITION,
                field,
                actor.may(Task.DECIDE)
                        ? Map.of("series", state, "possible", possibleIn(state))
                        : Map.of("series", state, "text", "series.state"));
    }
}
