package clinic.web;

import clinic.infusion.SeriesBooking;
import clinic.planner.Proposal;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** The visits of the plan one looks at, in the order of time, as the address carries them: {@code v=2027-01-04T10:00@3}. */
public record PlannedVisits(List<Pick> picks) {
    private static final int MOST = 20;

    /**
     * One of them.
     *
     * @param room 0 for any
     */
    public record Pick(LocalDateTime start, long room) {
        static Optional<Pick> read(String written) {
            String[] parts = written.split("@", 2);
            try {
                return Optional.of(
                                new Pick(LocalDateTime.parse(parts[0]), Ids.orNone(parts.length > 1 ? parts[1] : "")))
                        .filter(pick -> pick.start.getYear() > 1900 && pick.start.getYear() < 3000);
            } catch (DateTimeParseException notAMoment) {
                return Optional.empty();
            }
        }

        String written() {
            return start + "@" + room;
        }

        LocalDate day() {
            return start.toLocalDate();
        }
    }

    public PlannedVisits {
        picks = picks.stream().sorted(Comparator.comparing(Pick::start)).toList();
    }

    static PlannedVisits of(Proposal proposal) {
        return new PlannedVisits(proposal.visits().stream()
                .map(visit -> new Pick(visit.slot().startsAt(), visit.room().id()))
                .toList());
    }

    static PlannedVisits read(HttpServletRequest request) {
        return new PlannedVisits(Stream.ofNullable(request.getParameterValues("v"))
                .flatMap(Arrays::stream)
                .limit(MOST)
                .flatMap(written -> Pick.read(written).stream())
                .toList());
    }

    int size() {
        return picks.size();
    }

    boolean isEmpty() {
        return picks.isEmpty();
    }

    /** From 1. */
    Pick no(int no) {
        return picks.get(no - 1);
    }

    int noOf(Pick pick) {
        return picks.indexOf(pick) + 1;
    }

    PlannedVisits with(int no, Pick other) {
        List<Pick> changed = new ArrayList<>(picks);
        changed.set(no - 1, other);
        return new PlannedVisits(changed);
    }

    List<PlanWishes.Field> fields() {
        return picks.stream()
                .map(pick -> new PlanWishes.Field("v", pick.written()))
                .toList();
    }

    SeriesBooking booking(PlanWishes wishes) {
        return new SeriesBooking(
                wishes.patient(),
                wishes.protocol(),
                picks.stream()
                        .map(pick -> new SeriesBooking.Wanted(
                                pick.start(), pick.room() == 0 ? OptionalLong.empty() : OptionalLong.of(pick.room())))
                        .toList());
    }

    /** Calendar days from the first to the last. */
    long span() {
        return picks.isEmpty()
                ? 0
                : picks.get(picks.size() - 1).day().toEpochDay()
                        - picks.get(0).day().toEpochDay();
    }
}
