package clinic.infusion;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a series waits for.
 *
 * @param visit the one its checkpoint comes after; 0 for what is of no visit
 * @param by the day by which, or before which: her next visit, or the last day of an estimate
 * @param booster when she should come again; of a booster only
 */
public record Due(What what, int visit, Optional<LocalDate> by, Optional<Booster> booster) {
    /** What somebody does about it. */
    public enum What {
        /** A prescriber decides how it goes on. */
        CHECKPOINT,
        /** A prescriber decides about visits too far apart. */
        GAP,
        /** She is invited to refresh it. */
        BOOSTER,
        /** She is told what it will cost. */
        ESTIMATE
    }

    static Due checkpoint(int visit, Optional<LocalDate> next) {
        return new Due(What.CHECKPOINT, visit, next, Optional.empty());
    }

    static Due gap(Optional<LocalDate> next) {
        return new Due(What.GAP, 0, next, Optional.empty());
    }

    static Due booster(Booster booster) {
        return new Due(What.BOOSTER, 0, Optional.of(booster.window().due()), Optional.of(booster));
    }

    static Due estimate(LocalDate due) {
        return new Due(What.ESTIMATE, 0, Optional.of(due), Optional.empty());
    }

    /** Whether its day has passed. */
    public boolean isOverdue(LocalDate today) {
        return by.filter(today::isAfter).isPresent();
    }
}
