package clinic.infusion;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /** In a few words, for the record of who looked at what. */
    String name() {
        String name =
                Stream.concat(state.stream(), due.stream()).map(Enum::name).collect(Collectors.joining(" "));
        return name.isEmpty() ? "all" : name;
    }

    /** What of the patients it shows besides their names. */
    Set<String> fields() {
        return due.filter(Due.What.BOOSTER::equals).isPresent() ? Set.of("phone") : Set.of();
    }
}
