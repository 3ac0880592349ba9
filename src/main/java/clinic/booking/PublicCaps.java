package clinic.booking;

import clinic.calendar.ClinicProfile;
import clinic.capacity.Holds;
import clinic.platform.NetworkAddress;
import clinic.platform.SecurityEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How much one stranger may take online: so many open appointments a mailbox and a phone number, so many new ones a day
 * from one address, so many times held. Generous to a family, and no limit at all to the staff. Whoever asks first
 * takes the turn of all the keys involved, so that two at once are counted one after the other.
 */
@ApplicationScoped
class PublicCaps {
    private static final Duration DAY = Duration.ofDays(1);

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Holds holds;

    @Inject
    private PrivateLinks links;

    @Inject
    private ClinicProfile profile;

    @Inject
    private SecurityEvents events;

    @Inject
    @ConfigProperty(name = "clinic.rate.limit", defaultValue = "30")
    private int rateLimit;

    @Inject
    @ConfigProperty(name = "clinic.open.bookings", defaultValue = "2")
    private int open;

    @Inject
    @ConfigProperty(name = "clinic.bookings.per.day", defaultValue = "5")
    private int perDay;

    @Inject
    @ConfigProperty(name = "clinic.holds.per.address", defaultValue = "10")
    private int holdsPerAddress;

    @Inject
    @ConfigProperty(name = "clinic.holds.per.week", defaultValue = "30")
    private int holdsPerWeek;

    @Inject
    @ConfigProperty(name = "clinic.calls.per.day", defaultValue = "5")
    private int callsPerDay;

    private boolean off() {
        return rateLimit <= 0;
    }

    /** The client a pseudonym stands for: an IPv4 address, or the 64 bits of IPv6 that one household owns. */
    String pseudonym(String address) {
        return links.pseudonym(NetworkAddress.client(address));
    }

    /** Refuses one more appointment with TOO_MANY_OPEN; to be called before any row of the ledger is locked. */
    void must(VisitRequest request, String address) {
        if (off()) {
            return;
        }
        Keys keys = keys(request, address);
        Stream.of(keys.email(), keys.phone(), keys.address()).sorted().forEach(this::takeTurn);
        LocalDate today = profile.today();
        boolean tooMany = openOf("email_key", keys.email(), today) >= open
                || openOf("phone_key", keys.phone(), today) >= open
                || newFrom(keys.address()) >= perDay;
        if (tooMany) {
            throw tooMany(address, Map.of());
        }
    }

    /**
     * Refuses one more request for a call with TOO_MANY_OPEN.
     *
     * @return the pseudonym to keep with the request, by which it counts
     */
    String mustCall(String address) {
        String mine = pseudonym(address);
        if (!off()) {
            takeTurn(mine);
            if (callsFrom(mine) >= callsPerDay) {
                throw tooMany(address, Map.of("text", "calls"));
            }
        }
        return mine;
    }

    /** Puts it on record, and says whom to call. */
    private BookingRefused tooMany(String address, Map<String, Object> facts) {
        events.add(SecurityEvents.Kind.TOO_MANY_OPEN, address);
        Map<String, Object> all = new HashMap<>(facts);
        all.put("phone", profile.clinic().phone());
        return new BookingRefused(new Refusal(Reason.TOO_MANY_OPEN, Refusal.START, Map.copyOf(all)));
    }

    private long callsFrom(String address) {
        return number(em.createNativeQuery("select count(*) from call_request where address_key = ? and created_at > ?")
                .setParameter(1, address)
                .setParameter(2, now().minus(DAY))
                .getSingleResult());
    }

    /** Counts an appointment that was just made. */
    void count(Appointment made, VisitRequest request, String address) {
        if (off()) {
            return;
        }
        Keys keys = keys(request, address);
        em.createNativeQuery(
                        "insert into public_booking (appointment_id, email_key, phone_key, address_key, created_at)"
                                + " values (?, ?, ?, ?, ?)")
                .setParameter(1, made.id())
                .setParameter(2, keys.email())
                .setParameter(3, keys.phone())
                .setParameter(4, keys.address())
                .setParameter(5, now())
                .executeUpdate();
    }

    /**
     * Refuses one more hold with TOO_MANY_HOLDS, or makes room for it. While a week has as many holds as it may, its
     * newcomer takes the place of the oldest one of whoever holds most: nobody is kept out by a stranger's script.
     *
     * @param replaced a hold that is given up for the new one, and does not count
     */
    void mustHold(LocalDate day, long replaced, String address) {
        if (off()) {
            return;
        }
        LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        takeTurn(links.pseudonym("holds of the week of " + monday));
        Instant now = profile.now().toInstant();
        String mine = pseudonym(address);
        List<Holds.Live> week = holds.live(monday, monday.plusWeeks(1), now, replaced);
        boolean tooMany = holds.liveFrom(mine, now, replaced) >= holdsPerAddress
                || week.size() >= holdsPerWeek
                        && week.stream().anyMatch(hold -> hold.address().equals(mine));
        if (tooMany) {
            events.add(SecurityEvents.Kind.TOO_MANY_HOLDS, address);
            throw new BookingRefused(Reason.TOO_MANY_HOLDS);
        }
        if (week.size() >= holdsPerWeek) {
            holds.remove(HoldShare.oldestOfTheHeaviest(week));
        }
    }

    private record Keys(String email, String phone, String address) {}

    private Keys keys(VisitRequest request, String address) {
        return new Keys(
                links.pseudonym(
                        "mailbox " + ContactKeys.mailbox(request.patient().email())),
                links.pseudonym(
                        "phone " + ContactKeys.phone(request.details().phone().value())),
                pseudonym(address));
    }

    private void takeTurn(String key) {
        em.createNativeQuery("insert into public_booking_turn (id, taken_at) values (?, ?)"
                        + " on duplicate key update taken_at = values(taken_at)")
                .setParameter(1, key)
                .setParameter(2, now())
                .executeUpdate();
    }

    private long openOf(String column, String key, LocalDate today) {
        return number(em.createNativeQuery(
                        "select count(*) from public_booking b join appointment a on a.id = b.appointment_id"
                                + " where b." + column
                                + " = ? and a.day >= ? and a.status not in ('CANCELLED', 'NO_SHOW', 'DONE')")
                .setParameter(1, key)
                .setParameter(2, java.sql.Date.valueOf(today))
                .getSingleResult());
    }

    private long newFrom(String address) {
        return number(
                em.createNativeQuery("select count(*) from public_booking where address_key = ? and created_at > ?")
                        .setParameter(1, address)
                        .setParameter(2, now().minus(DAY))
                        .getSingleResult());
    }

    private static long number(Object result) {
        return ((Number) result).longValue();
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(profile.now().toInstant(), ZoneOffset.UTC);
    }

    /** Forgets what no cap asks for any more; how many rows. */
    int sweep() {
        return em.createNativeQuery("delete b from public_booking b join appointment a on a.id = b.appointment_id"
                                + " where b.created_at < ? and a.day < ?")
                        .setParameter(1, now().minus(DAY))
                        .setParameter(2, java.sql.Date.valueOf(profile.today()))
                        .executeUpdate()
                + em.createNativeQuery(
                                "update call_request set address_key = null where address_key is not null and created_at < ?")
                        .setParameter(1, now().minus(DAY))
                        .executeUpdate()
                + em.createNativeQuery("delete from public_booking_turn where taken_at < ?")
                        .setParameter(1, now().minus(DAY))
                        .executeUpdate();
    }
}
