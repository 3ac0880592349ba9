package clinic.security;

import clinic.security.AuditAnchorFile.Content;
import clinic.security.AuditAnchorFile.Line;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What comes of comparing the audit log with the file outside the database.
 *
 * @param from by state: the file began after this seal (KEPT), the log now ends at this seal (CUT), this seal is another
 *     than the one that was written (REPLACED), this line cannot be read (DAMAGED)
 * @param to the last seal that was written to the file
 * @param at when that one was written; empty when there is none
 * @param elsewhere files of which the database knows and that are not on this node, each with the last seal in it
 */
public record AnchorCheck(State state, long from, long to, Optional<Instant> at, List<String> elsewhere) {
    /** How they compare. */
    public enum State {
        /** No file is kept here. */
        NONE,
        /** The file agrees with the log. */
        KEPT,
        /** There should be a file, and there is none. */
        MISSING,
        /** A line of it cannot be read. */
        DAMAGED,
        /** The file goes on where the log ends. */
        CUT,
        /** A seal is not the one that was written. */
        REPLACED
    }

    /** Whether nothing speaks against the log. */
    public boolean holds() {
        return state == State.KEPT || state == State.NONE;
    }

    /**
     * Compares.
     *
     * @param content of the file
     * @param seals those of the log that the file names, by number
     * @param end the last seal of the log
     */
    static AnchorCheck compare(Content content, Map<Long, String> seals, long end, List<String> elsewhere) {
        Optional<Line> last = content.last();
        long to = last.map(Line::no).orElse(content.after());
        Optional<Instant> at = last.map(Line::at);
        if (to > end) {
            return new AnchorCheck(State.CUT, end, to, at, elsewhere);
        }
        Optional<Line> other = content.lines().stream()
                .filter(line -> !line.seal().equals(seals.get(line.no())))
                .min(Comparator.comparingLong(Line::no));
        if (other.isPresent()) {
            return new AnchorCheck(State.REPLACED, other.get().no(), to, other.map(Line::at), elsewhere);
        }
        return content.damaged()
                .map(line -> new AnchorCheck(State.DAMAGED, line, to, at, elsewhere))
                .orElseGet(() -> new AnchorCheck(State.KEPT, content.after(), to, at, elsewhere));
    }
}
