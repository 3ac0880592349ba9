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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Writes down, inside the transaction that plans a series or changes its plan, the one letter about all of it. */
@ApplicationScoped
class PlanOutbox {
    private static final String LAST_CHANGE = """
            SELECT id FROM outbox_mail
             WHERE series_id = ? AND dedup_key LIKE CONCAT('series:', ?, ':changed:%')
             ORDER BY id DESC LIMIT 1""";

    // In the order of ids, as the courier: else each could wait for the other.
    private static final String STILL_UNTRIED_SINCE = """
            SELECT id FROM outbox_mail
             WHERE series_id = ? AND id >= ? AND state = 'QUEUED' AND attempts = 0 AND lease_owner IS NULL
             ORDER BY id FOR UPDATE""";

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
                            plan)
                    .forEach(outbox::keepAWhile);
        }
    }

    /** What nobody was told yet is told nobody; what was told to be cancelled is told anew, as for the first time. */
    void restored(@Observes SeriesRestored event) {
        if (!takeBackUntold(event.series())) {
            tell(
                    LetterKind.SERIES_PLANNED,
                    "series:" + event.series() + ":changed:" + event.revision(),
                    event.plan(),
                    Plan.of(event.plan()));
        }
    }

    /** Withholds the last letter of a series, with the entries that go beside it, unless it has left. */
    private boolean takeBackUntold(long series) {
        List<Long> last = ids(LAST_CHANGE, series, series);
        List<Long> untold = last.isEmpty() ? List.of() : ids(STILL_UNTRIED_SINCE, series, last.get(0));
        if (!untold.containsAll(last)) {
            return false;
        }
        untold.forEach(mail -> em.find(OutboxMail.class, mail).withhold());
        return !untold.isEmpty();
    }

    private List<Long> ids(String query, long first, long second) {
        List<?> ids = em.createNativeQuery(query)
                .setParameter(1, first)
                .setParameter(2, second)
                .getResultList();
        return ids.stream().map(id -> ((Number) id).longValue()).toList();
    }

    private List<OutboxMail> tell(LetterKind kind, String occasion, List<Notice> visits, Plan plan) {
        Notice first = visits.get(0);
        List<OutboxMail> mails = new ArrayList<>();
        if (visits.size() == 1) {
            OutboxVisit only = plan.visits().get(0);
            mails.add(new OutboxMail(alone(only), occasion, first, only.before(), outbox.now()));
        } else {
            OutboxMail letter = new OutboxMail(kind, occasion, first, plan, outbox.now());
            mails.add(letter);
            plan.entries().forEach(visit -> mails.add(entry(visit, letter)));
        }
        mails.forEach(this::persist);
        return mails;
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
