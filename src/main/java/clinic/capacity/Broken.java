package clinic.capacity;

import clinic.calendar.QuarterHours;

/** A rule of the ratio that an assignment breaks: for which nurse, and when. */
public record Broken(Rule rule, Nurse nurse, QuarterHours at) {
    /** What one nurse can do at once. */
    public enum Rule {
        AWAY,
        ON_BREAK,
        TWO_AT_ONCE,
        UNITS,
        HEADS,
        /** No colleague has room for those whose nurse is on a break. */
        BREAK_UNCOVERED
    }
}
