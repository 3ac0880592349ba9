package clinic.infusion;

import java.util.Optional;

/**
 * Which series somebody looks for; the latest come first.
 *
 * @param before only series with smaller ids
 * @param most so many at most
 */
public record SeriesQuery(Optional<SeriesState> state, Optional<Due.What> due, long before, int most) {
    public static final int MOST = 300;

    public static SeriesQuery of(Optional<SeriesState> state, Optional<Due.What> due) {
        return new SeriesQuery(state, due, Long.MAX_VALUE, MOST);
    }

    public static SeriesQuery due(Due.What due) {
        return of(Optional.empty(), Optional.of(due));
    }
}
