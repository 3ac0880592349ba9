package clinic.care;

import java.util.Optional;

/**
 * What somebody wants to record for a visit.
 *
 * @param ok the answer to a question of yes or no; of what is measured, true
 * @param confirmed whether a weight far from the last one was confirmed
 */
public record CheckEntry(CheckKind kind, boolean ok, Measured measured, boolean confirmed, Optional<String> note) {
    public static CheckEntry answer(CheckKind kind, boolean ok) {
        return new CheckEntry(kind, ok, Measured.NOTHING, false, Optional.empty());
    }
}
