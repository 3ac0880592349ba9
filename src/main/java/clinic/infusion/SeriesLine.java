package clinic.infusion;

import clinic.calendar.Slot;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A series in a list.
 *
 * @param had visits that took place
 * @param standing visits that did not fall away
 * @param next the visit to come
 * @param due what it waits for; a booster also when it is not time for it yet
 */
public record SeriesLine(
        long id,
        String protocol,
        int protocolVersion,
        SeriesState state,
        long patient,
        String firstName,
        String lastName,
        int had,
        int standing,
        Optional<Slot> next,
        List<Due> due) {
    public SeriesLine {
        due = List.copyOf(due);
    }

    /** Whether somebody is to do that about it now. */
    boolean waitsFor(Due.What what, LocalDate today) {
        return due.stream().filter(each -> each.what() == what).anyMatch(each -> each.booster()
                .map(booster -> booster.isDue(today))
                .orElse(true));
    }
}
