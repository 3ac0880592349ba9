package clinic.booking;

import clinic.calendar.ClinicProfile;
import clinic.patient.EmailAddress;
import clinic.platform.Retried;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * For who lost the private links to appointments, or found that somebody else booked under their address: the owner of a
 * mailbox gets one email with the links of all that is open under it, and can cancel there what is not theirs. What it
 * answers, and how long it takes, never tells whether an address is known.
 */
@Retried
@ApplicationScoped
public class LinkDesk {
    /** Somebody else's mailbox is not flooded by asking again and again. */
    private static final Duration PAUSE = Duration.ofMinutes(10);

    private static final Duration KEPT = Duration.ofDays(1);
    private static final int AT_ONCE = 50;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Appointments appointments;

    @Inject
    private ClinicProfile profile;

    @Inject
    private Event<BookingEvents.LinksAskedFor> asked;

    /** Keeps what was asked for: the same for an address that is known and for one that is not. */
    @Transactional
    public void ask(String email) {
        List<Refusal> refusals = new ArrayList<>();
        VisitRequest.check(refusals, "email", EmailAddress.formFlaw(email), EmailAddress.LONGEST);
        if (!refusals.isEmpty()) {
            throw new BookingRefused(refusals, List.of());
        }
        EmailAddress address = new EmailAddress(email);
        em.createNativeQuery("insert into link_request (email, mailbox, asked_at) values (?, ?, ?)")
                .setParameter(1, address.value())
                .setParameter(2, address.mailbox())
                .setParameter(3, utc(now()))
                .executeUpdate();
    }

    /** Writes to who asked, and has something open: called by a timer. */
    @Transactional
    public void answer() {
        List<?> requests = em.createNativeQuery(
                        "select id, email, mailbox from link_request where sent_at is null order by id limit " + AT_ONCE
                                + " for update skip locked")
                .getResultList();
        for (Object row : requests) {
            Object[] columns = (Object[]) row;
            List<BookingEvents.Notice> open =
                    wasJustSent((String) columns[2]) ? List.of() : open(new EmailAddress((String) columns[1]));
            if (open.isEmpty()) {
                forget((Number) columns[0]);
            } else {
                asked.fire(new BookingEvents.LinksAskedFor(open, UUID.randomUUID()));
                em.createNativeQuery("update link_request set sent_at = ? where id = ?")
                        .setParameter(1, utc(now()))
                        .setParameter(2, columns[0])
                        .executeUpdate();
            }
        }
    }

    /** Throws away what no longer matters. */
    @Transactional
    public void sweep() {
        em.createNativeQuery("delete from link_request where sent_at < ?")
                .setParameter(1, utc(now().minus(KEPT)))
                .executeUpdate();
    }

    private void forget(Number request) {
        em.createNativeQuery("delete from link_request where id = ?")
                .setParameter(1, request)
                .executeUpdate();
    }

    /** Of a series the next visit stands for all. */
    private List<BookingEvents.Notice> open(EmailAddress address) {
        Set<Long> series = new HashSet<>();
        return appointments.openOf(address, profile.today()).stream()
                .filter(visit -> visit.course()
                        .map(course -> series.add(course.series()))
                        .orElse(true))
                .limit(AT_ONCE)
                .map(Appointment::notice)
                .toList();
    }

    private boolean wasJustSent(String mailbox) {
        Number sent =
                (Number) em.createNativeQuery("select count(*) from link_request where mailbox = ? and sent_at > ?")
                        .setParameter(1, mailbox)
                        .setParameter(2, utc(now().minus(PAUSE)))
                        .getSingleResult();
        return sent.longValue() > 0;
    }

    private Instant now() {
        return profile.now().toInstant();
    }

    private static LocalDateTime utc(Instant moment) {
        return LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
