package clinic.booking;

import clinic.calendar.ClinicProfile;
import clinic.patient.EmailAddress;
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

/** For who lost the private link to a visit. What it answers never tells whether an address is known. */
@ApplicationScoped
public class LinkDesk {
    /** Somebody else's mailbox is not flooded by asking again and again. */
    private static final Duration PAUSE = Duration.ofMinutes(10);

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Appointments appointments;

    @Inject
    private ClinicProfile profile;

    @Inject
    private Event<BookingEvents.LinkAskedFor> asked;

    /**
     * Sends the links of the coming visits of an address to that address, of a series the next one's, and to nobody
     * else; says nothing.
     */
    @Transactional
    public void sendAgain(String email) {
        List<Refusal> refusals = new ArrayList<>();
        VisitRequest.check(refusals, "email", EmailAddress.formFlaw(email), EmailAddress.LONGEST);
        if (!refusals.isEmpty()) {
            throw new BookingRefused(refusals, List.of());
        }
        Instant now = profile.now().toInstant();
        Set<Long> series = new HashSet<>();
        appointments.openOf(new EmailAddress(email).value(), profile.today()).stream()
                .filter(visit -> visit.course()
                        .map(course -> series.add(course.series()))
                        .orElse(true))
                .filter(visit -> visit.link()
                        .sentAt()
                        .filter(last -> last.plus(PAUSE).isAfter(now))
                        .isEmpty())
                .forEach(visit -> {
                    note(visit.id(), now);
                    asked.fire(new BookingEvents.LinkAskedFor(visit.notice(), UUID.randomUUID()));
                });
    }

    /** Beside the version of the visit: that a link was asked for is no change of what staff have seen. */
    private void note(long visit, Instant now) {
        em.createNativeQuery("update appointment set link_sent_at = ? where id = ?")
                .setParameter(1, LocalDateTime.ofInstant(now, ZoneOffset.UTC))
                .setParameter(2, visit)
                .executeUpdate();
    }
}
