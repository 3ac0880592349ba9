package clinic.infusion;

import java.util.List;
import java.util.Optional;

/**
 * Some of the series somebody looked for.
 *
 * @param next before which id there may be more
 */
public record SeriesList(List<SeriesLine> lines, Optional<Long> next) {
    public SeriesList {
        lines = List.copyOf(lines);
    }
}
