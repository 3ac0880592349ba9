package clinic.notification;

import clinic.booking.BookingEvents.Notice;
import clinic.calendar.Slot;
import clinic.infusion.InfusionEvents.SeriesChanged;
import clinic.infusion.InfusionEvents.SeriesPlanned;
import clinic.infusion.InfusionEvents.SeriesRestored;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Writes down, inside the transaction that plans a series or changes its plan, the one letter about all of it. */
@ApplicationScoped
class PlanOutbox {
    @PersistenceContext
    private EntityManager em;

    @Inject
    private Outbox outbox;

    void planned(@Observes SeriesPlanned event) {
        tell(
                LetterKind.SERIES_PLANNED,
                "series:" + event.series() + ":planned:0",
                event.visits(),
                Plan.of(event.visits()));
    }

    void changed(@Observes SeriesChanged event) {
        Plan plan = Plan.of(event, lastTold(event.series()));
        if (plan.isNews()) {
            tell(
                    LetterKind.SERIES_CHANGED,
                    "series:" + event.series() + ":changed:" + event.revision(),
                    Stream.concat(event.plan().stream(), event.dropped().stream())
                            .toList(),
                    plan);
        }
    }

    /** What was told to be cancelled is told anew, as for the first time. */
    void restored(@Observes SeriesRestored event) {
        tell(
                LetterKind.SERIES_PLANNED,
                "series:" + event.series() + ":changed:" + event.revision(),
                event.plan(),
                Plan.of(event.plan()));
    }

    private void tell(LetterKind kind, String occasion, List<Notice> visits, Plan plan) {
        Notice first = visits.get(0);
        if (visits.size() == 1) {
            OutboxVisit only = plan.visits().get(0);
            outbox.persist(new OutboxMail(alone(only), occasion, first, only.before(), outbox.now()));
        } else {
            OutboxMail letter = new OutboxMail(kind, occasion, first, plan, outbox.now());
            persist(letter);
            plan.entries().forEach(visit -> persist(entry(visit, letter)));
        }
    }

    /** A plan of one visit is told like any visit. */
    private static LetterKind alone(OutboxVisit only) {
        return switch (only.news()) {
            case STANDS, ADDED -> LetterKind.BOOKED;
            case MOVED -> LetterKind.MOVED;
            case DROPPED -> LetterKind.CANCELLED;
        };
    }

    private OutboxMail entry(OutboxVisit visit, OutboxMail letter) {
        boolean dropped = visit.news() == OutboxVisit.News.DROPPED;
        LetterKind occasion = dropped ? LetterKind.CANCELLED : LetterKind.MOVED;
        return new OutboxMail(
                dropped ? LetterKind.ENTRY_CANCELLED : LetterKind.ENTRY_MOVED,
                Outbox.occasion(occasion, visit.visit(), visit.revision()),
                visit.notice(letter.notice()),
                visit.before(),
                outbox.now());
    }

    /** At once: left to the end of the transaction, the letters would be numbered in no order. */
    private void persist(OutboxMail mail) {
        outbox.persist(mail);
        em.flush();
    }

    /** The time of each visit as the last letter said that reached her, or still will: nobody read the others. */
    private Map<Long, Slot> lastTold(long series) {
        Map<Long, Slot> last = new HashMap<>();
        em.createQuery(
                        "select m from OutboxMail m where m.course.series = :series and m.state in :told order by m.id",
                        OutboxMail.class)
                .setParameter("series", series)
                .setParameter("told", List.of(OutboxMail.State.QUEUED, OutboxMail.State.SENT))
                .getResultList()
                .forEach(mail -> last.putAll(mail.times()));
        return last;
    }
}
