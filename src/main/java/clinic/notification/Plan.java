package clinic.notification;

import clinic.booking.BookingEvents.Notice;
import clinic.calendar.Slot;
import clinic.infusion.InfusionEvents.SeriesChanged;
import clinic.notification.OutboxVisit.News;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a letter tells of a series: the visits that stand, in order, then those that fell away. A mail program takes one
 * entry from a mail, and one entry is one visit: so a letter with a single change carries it itself, and one with more
 * carries the whole plan as a file to open, while each change follows in a mail of its own.
 */
record Plan(List<OutboxVisit> visits) {
    /** A plan she hears of for the first time. */
    static Plan of(List<Notice> visits) {
        List<OutboxVisit> told = new ArrayList<>();
        visits.forEach(visit -> told.add(new OutboxVisit(told.size() + 1, News.STANDS, visit, Optional.empty())));
        return new Plan(told);
    }

    /**
     * A plan she knows, as it stands now.
     *
     * @param lastTold the time of each visit in the last letter about it
     */
    static Plan of(SeriesChanged event, Map<Long, Slot> lastTold) {
        Set<Long> changed = event.changed().stream().map(Notice::visit).collect(Collectors.toSet());
        List<OutboxVisit> told = new ArrayList<>();
        for (Notice visit : event.plan()) {
            Optional<Slot> before = Optional.ofNullable(lastTold.get(visit.visit()));
            News news = !changed.contains(visit.visit())
                            || before.filter(visit.slot()::equals).isPresent()
                    ? News.STANDS
                    : before.isEmpty() && visit.revision() == 0 ? News.ADDED : News.MOVED;
            told.add(new OutboxVisit(told.size() + 1, news, visit, before.filter(any -> news == News.MOVED)));
        }
        event.dropped()
                .forEach(visit -> told.add(new OutboxVisit(told.size() + 1, News.DROPPED, visit, Optional.empty())));
        return new Plan(told);
    }

    /** Whether she is told anything she does not know. */
    boolean isNews() {
        return visits.stream().anyMatch(visit -> visit.news() != News.STANDS);
    }

    List<OutboxVisit> standing() {
        return visits.stream().filter(visit -> visit.news() != News.DROPPED).toList();
    }

    List<OutboxVisit> dropped() {
        return visits.stream().filter(visit -> visit.news() == News.DROPPED).toList();
    }

    /** What is different, if it is one visit alone that she has in her calendar. */
    Optional<OutboxVisit> onlyChange() {
        List<OutboxVisit> changes =
                visits.stream().filter(visit -> visit.news() != News.STANDS).toList();
        return changes.size() == 1 ? changes.stream().filter(Plan::isInCalendar).findFirst() : Optional.empty();
    }

    /** What a calendar is told in a mail of its own; where all fell away, the file of the one letter takes them out. */
    List<OutboxVisit> entries() {
        return onlyChange().isPresent() || standing().isEmpty()
                ? List.of()
                : visits.stream().filter(Plan::isInCalendar).toList();
    }

    private static boolean isInCalendar(OutboxVisit visit) {
        return visit.news() == News.MOVED || visit.news() == News.DROPPED;
    }

    Map<Long, Integer> revisions() {
        return visits.stream().collect(Collectors.toMap(OutboxVisit::visit, OutboxVisit::revision));
    }
}
