package clinic.booking;

import clinic.calendar.Slot;
import clinic.capacity.Loads;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Finds other times for visits that lost theirs, by the search that offers times to patients. Nearest is what changes
 * least for her: the same time of day, with the same clinician, soon. Pure.
 *
 * @param rules what may be proposed at all; a patient needs notice, also when the clinic calls
 */
record NewTimes(VisitNeeds needs, BookingRules rules) {
    private static final int DAYS_AROUND = 14;
    private static final long A_DAY_AWAY = 90;
    /** Sooner than she had planned asks more of her than later. */
    private static final long A_DAY_SOONER = 600;

    private static final long ANOTHER_CLINICIAN = 60;

    /**
     * @param placement with whom and where it would be
     * @param sameClinician whether she keeps her clinician
     */
    record Proposal(Placement placement, boolean sameClinician) {
        Slot slot() {
            return placement.slot();
        }
    }

    /** The first day that is looked at for a visit. */
    LocalDate first(LocalDate day) {
        LocalDate earliest = day.minusDays(DAYS_AROUND);
        return earliest.isBefore(rules.today()) ? rules.today() : earliest;
    }

    /** The last day that is looked at first for a visit, inclusive. */
    LocalDate last(LocalDate day) {
        LocalDate from = day.isBefore(rules.today()) ? rules.today() : day;
        LocalDate latest = from.plusDays(DAYS_AROUND);
        return latest.isAfter(rules.lastDay()) ? rules.lastDay() : latest;
    }

    /**
     * The best times for a visit, the best first: of a fortnight around it, and only where there is none, of the next
     * weeks that have one, to the last day there is.
     *
     * @param upTo the house up to a day, inclusive, without what the visit itself still claims
     * @param suits leaves out times that will not do for the patient; asked once the house up to that day was
     */
    List<Proposal> near(Placement was, Function<LocalDate, Loads> upTo, Predicate<Slot> suits, int most) {
        LocalDate from = first(was.slot().day());
        LocalDate to = last(was.slot().day());
        List<Proposal> found = between(from, to, was, upTo.apply(to), suits);
        while (found.isEmpty() && to.isBefore(rules.lastDay())) {
            from = to.plusDays(1);
            LocalDate further = to.plusDays(2L * DAYS_AROUND);
            to = further.isAfter(rules.lastDay()) ? rules.lastDay() : further;
            found = between(from, to, was, upTo.apply(to), suits);
        }
        return found.stream()
                .sorted(Comparator.<Proposal>comparingLong(each -> change(was, each))
                        .thenComparing(Proposal::slot))
                .limit(most)
                .toList();
    }

    private List<Proposal> between(LocalDate from, LocalDate to, Placement was, Loads loads, Predicate<Slot> suits) {
        List<Proposal> found = new ArrayList<>();
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            FreeTimes.times(day, needs, rules, loads).slots().stream()
                    .filter(suits)
                    .flatMap(slot -> proposal(was, slot, loads).stream())
                    .forEach(found::add);
        }
        return found;
    }

    private Optional<Proposal> proposal(Placement was, Slot slot, Loads loads) {
        return needs.with(was.clinician())
                .choose(slot, loads, 0)
                .map(same -> new Proposal(same, true))
                .or(() -> needs.choose(slot, loads, 0).map(other -> new Proposal(other, false)));
    }

    /** How much a proposal changes for her, in minutes of bother. */
    private static long change(Placement was, Proposal proposal) {
        long days = ChronoUnit.DAYS.between(was.slot().day(), proposal.slot().day());
        long ofDay = Duration.between(
                        was.slot().startsAt().toLocalTime(),
                        proposal.slot().startsAt().toLocalTime())
                .abs()
                .toMinutes();
        return ofDay
                + (days < 0 ? -days * A_DAY_SOONER : days * A_DAY_AWAY)
                + (proposal.sameClinician() ? 0 : ANOTHER_CLINICIAN);
    }
}
