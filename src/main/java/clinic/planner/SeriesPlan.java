package clinic.planner;

import clinic.calendar.Slot;
import clinic.protocol.Gap;
import java.util.ArrayList;
import java.util.List;

/**
 * A complete plan of a series.
 *
 * @param visits all of them, in order
 * @param usualStart the time of day, as a quarter-hour, the visits keep to
 * @param cost what it costs by {@link Price}; less is better
 */
public record SeriesPlan(List<Planned> visits, int usualStart, int cost) {
    /** One visit of a plan; numbers count from 1. */
    public record Planned(int no, Slot slot, long room, boolean firm) {}

    public SeriesPlan {
        visits = List.copyOf(visits);
    }

    /** The gaps between its visits, by the days of its protocol. */
    List<Integer> gaps(Gap.Unit unit, CourseDays days) {
        List<Integer> gaps = new ArrayList<>();
        for (int visit = 1; visit < visits.size(); visit++) {
            gaps.add(days.gap(
                    unit,
                    days.indexOf(visits.get(visit - 1).slot().day()),
                    days.indexOf(visits.get(visit).slot().day())));
        }
        return gaps;
    }
}
