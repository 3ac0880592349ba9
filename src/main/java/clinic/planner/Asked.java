package clinic.planner;

import clinic.booking.BookingRules;
import clinic.booking.Reason;
import clinic.booking.Refusal;
import clinic.calendar.QuarterHours;
import clinic.protocol.Protocol;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody asked for, as the planner understands it.
 *
 * @param last day of her treatment before, had or booked
 */
record Asked(long patient, Protocol protocol, Wishes wishes, Optional<LocalDate> last) {

    /** Everything about the wishes that can never be. */
    static List<Refusal> refusals(ProposalRequest request, BookingRules rules) {
        List<Refusal> refusals = new ArrayList<>();
        request.earliest()
                .filter(day -> day.isBefore(rules.today()))
                .ifPresent(day -> refusals.add(Refusal.of(Reason.IN_THE_PAST, "earliest")));
        request.earliest()
                .filter(day -> day.isAfter(rules.lastDay()))
                .ifPresent(day -> refusals.add(new Refusal(
                        Reason.BEYOND_HORIZON,
                        "earliest",
                        Map.of(
                                "days",
                                rules.lastDay().toEpochDay() - rules.today().toEpochDay(),
                                "last",
                                rules.lastDay()))));
        if (start(request) >= end(request)) {
            refusals.add(Refusal.of(Reason.EMPTY_SPAN, "between"));
        }
        return refusals;
    }

    /**
     * A single visit is planned from the last one before it: not before the gap allows it, and not after, unless it is
     * overdue already.
     *
     * @param patient the record in use
     */
    static Asked of(
            ProposalRequest request, long patient, Protocol protocol, Optional<LocalDate> last, BookingRules rules) {
        LocalDate earliest = request.earliest().orElse(rules.today());
        LocalDate latest = rules.lastDay();
        if (protocol.visits() == 1 && last.isPresent()) {
            LocalDate notBefore = last.get().plusDays(protocol.gap().least());
            LocalDate notAfter = last.get().plusDays(protocol.gap().most());
            earliest = earliest.isBefore(notBefore) ? notBefore : earliest;
            latest = notAfter.isBefore(latest) && !notAfter.isBefore(earliest) ? notAfter : latest;
        }
        Wishes wishes = new Wishes(
                earliest,
                latest.isBefore(earliest) ? earliest : latest,
                request.weekdays().isEmpty() ? Wishes.ANY_DAY : request.weekdays(),
                new QuarterHours(start(request), end(request)),
                request.avoid(),
                request.preferredTime().map(Asked::toQuarter));
        return new Asked(patient, protocol, wishes, last);
    }

    Asked with(Wishes others) {
        return new Asked(patient, protocol, others, last);
    }

    /** The first whole quarter-hour she can come. */
    private static int start(ProposalRequest request) {
        return request.from().map(from -> QuarterHours.quarters(minutes(from))).orElse(0);
    }

    /** The last she can stay; midnight ends the day. */
    private static int end(ProposalRequest request) {
        return request.until()
                .filter(until -> !until.equals(LocalTime.MIDNIGHT))
                .map(until -> minutes(until) / QuarterHours.MINUTES)
                .orElse(QuarterHours.PER_DAY);
    }

    private static int minutes(LocalTime time) {
        return time.toSecondOfDay() / 60;
    }

    private static LocalTime toQuarter(LocalTime time) {
        return time.minusMinutes(time.getMinute() % QuarterHours.MINUTES)
                .withSecond(0)
                .withNano(0);
    }
}
