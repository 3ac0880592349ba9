package clinic.security;

import clinic.booking.PrivateLinks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What browsers have just sent. Every form is answered by a redirect to what is kept here, so that Back and reload send
 * nothing again; a second press of the same button leads where the first one led; and a form that met the end of a
 * session comes back as it was typed, to the same account only.
 */
@ApplicationScoped
public class SentFormDesk {
    /** The cookie that tells one browser from another. It gives no right, and says nothing about anyone. */
    public static final String COOKIE = "clinic-browser";

    /** Larger answers are rare enough to be given without a redirect. */
    private static final int LARGEST = 512 * 1024;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private BrowserSeal seal;

    @Inject
    private Clock clock;

    /** Which browser, by the secret of its cookie; whose form, where it is one of staff; and the path it went to. */
    public record Sender(String browser, OptionalLong account, String path) {
        private String place() {
            return PrivateLinks.fingerprint(path);
        }
    }

    /**
     * How a form stands that has just come in.
     *
     * @param id names it in the address of its answer
     * @param first whether whoever asks is to work on it
     * @param wentOn where the same form, sent a moment ago, has led
     */
    public record Sending(String id, boolean first, Optional<String> wentOn) {}

    /** The page a form was answered by. */
    public record Answer(int status, String page) {}

    /**
     * Whether to work on a form, or whether the same one is being worked on or was a moment ago.
     *
     * @param form everything it says
     */
    @Transactional
    public Sending begin(Sender sender, String form) {
        Instant now = clock.instant();
        String fingerprint = PrivateLinks.fingerprint(sender.browser() + "\n" + sender.path() + "\n" + form);
        Optional<SentForm> before = find(fingerprint);
        if (before.isPresent()) {
            return again(sender, before.get(), now);
        }
        String id = newId();
        int added = em.createNativeQuery("insert ignore into sent_form"
                        + " (id, fingerprint, account_id, state, place, status, begun_at, expires_at)"
                        + " values (?, ?, ?, 'SENDING', ?, 0, ?, ?)")
                .setParameter(1, id)
                .setParameter(2, fingerprint)
                .setParameter(3, sender.account().isPresent() ? sender.account().getAsLong() : null)
                .setParameter(4, sender.place())
                .setParameter(5, LocalDateTime.ofInstant(now, ZoneOffset.UTC))
                .setParameter(6, LocalDateTime.ofInstant(now.plus(SentForm.KEPT), ZoneOffset.UTC))
                .executeUpdate();
        return added == 1
                ? new Sending(id, true, Optional.empty())
                : again(sender, find(fingerprint).orElseThrow(), now);
    }

    private Sending again(Sender sender, SentForm before, Instant now) {
        if (before.isOf(sender.account())) {
            if (before.isBeingSent(now)) {
                return new Sending(before.id(), false, Optional.empty());
            }
            if (before.hasJustGoneOn(now)) {
                return new Sending(before.id(), false, seal.open(sender.browser(), before.content()));
            }
        }
        before.begin(sender.account(), now);
        return new Sending(before.id(), true, Optional.empty());
    }

    private Optional<SentForm> find(String fingerprint) {
        return em
                .createQuery("select f from SentForm f where f.fingerprint = :fingerprint", SentForm.class)
                .setParameter("fingerprint", fingerprint)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** Whether that form is still being worked on. */
    @Transactional
    public boolean isBeingSent(String id) {
        return Optional.ofNullable(em.find(SentForm.class, id))
                .filter(form -> form.isBeingSent(clock.instant()))
                .isPresent();
    }

    /** Where that form has led, if it has. */
    @Transactional
    public Optional<String> wentOn(Sender sender, String id) {
        return Optional.ofNullable(em.find(SentForm.class, id))
                .filter(form -> form.state() == SentForm.State.WENT_ON && form.isOf(sender.account()))
                .flatMap(form -> seal.open(sender.browser(), form.content()));
    }

    /** It led to another page. */
    @Transactional
    public void wentOn(Sender sender, String id, String location) {
        end(sender, id, SentForm.State.WENT_ON, 0, seal.seal(sender.browser(), location));
    }

    /**
     * It was answered by a page.
     *
     * @param once whether the page may be read a single time
     * @return whether the page is kept
     */
    @Transactional
    public boolean answered(Sender sender, String id, Answer answer, boolean once) {
        byte[] sealed = seal.seal(sender.browser(), answer.page());
        boolean kept = sealed.length <= LARGEST;
        if (kept) {
            end(sender, id, once ? SentForm.State.ANSWERED_ONCE : SentForm.State.ANSWERED, answer.status(), sealed);
        } else {
            forget(id);
        }
        return kept;
    }

    private void end(Sender sender, String id, SentForm.State how, int status, byte[] sealed) {
        Instant now = clock.instant();
        Optional.ofNullable(em.find(SentForm.class, id))
                .orElseGet(() -> add(sender, id, now))
                .end(how, status, sealed, now);
    }

    private SentForm add(Sender sender, String id, Instant now) {
        SentForm form = new SentForm(id, PrivateLinks.fingerprint(id), sender.account(), sender.place(), now);
        em.persist(form);
        return form;
    }

    /** For a form that nobody needs to wait for. */
    public String newId() {
        return Secrets.random().substring(0, 22);
    }

    /** It came to nothing: the same form may be sent again at once. */
    @Transactional
    public void forget(String id) {
        Optional.ofNullable(em.find(SentForm.class, id)).ifPresent(em::remove);
    }

    /** The page a form of that browser and account was answered by. */
    @Transactional
    public Optional<Answer> answer(Sender sender, String id) {
        Optional<SentForm> form = Optional.ofNullable(em.find(SentForm.class, id))
                .filter(found -> found.isOf(sender.account(), sender.place(), clock.instant()))
                .filter(found ->
                        found.state() == SentForm.State.ANSWERED || found.state() == SentForm.State.ANSWERED_ONCE);
        Optional<Answer> answer = form.flatMap(
                found -> seal.open(sender.browser(), found.content()).map(page -> new Answer(found.status(), page)));
        form.filter(found -> found.state() == SentForm.State.ANSWERED_ONCE).ifPresent(em::remove);
        return answer;
    }

    /** Keeps what was typed until its account has signed in, or has said again who they are. */
    @Transactional
    public String keep(Sender sender, TypedForm typed) {
        String id = newId();
        Instant now = clock.instant();
        add(sender, id, now).end(SentForm.State.TYPED, 0, seal.seal(sender.browser(), typed.written()), now);
        return id;
    }

    /** What was typed in that browser by that account. */
    @Transactional
    public Optional<TypedForm> typed(String browser, OptionalLong account, String id) {
        return Optional.ofNullable(em.find(SentForm.class, id))
                .filter(found -> found.state() == SentForm.State.TYPED
                        && found.isOf(account)
                        && !found.isExpired(clock.instant()))
                .flatMap(found -> seal.open(browser, found.content()))
                .map(TypedForm::read);
    }

    /** Throws away what is over. */
    @Transactional
    public int sweep() {
        return em.createQuery("delete from SentForm f where f.expiresAt < :now")
                .setParameter("now", clock.instant())
                .executeUpdate();
    }
}
