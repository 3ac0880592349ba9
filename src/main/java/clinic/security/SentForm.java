package clinic.security;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.OptionalLong;

/** A form one browser sent, and what came of it; readable only with what that browser holds. */
@Entity
@Table(name = "sent_form")
class SentForm {
    static final Duration KEPT = Duration.ofMinutes(30);
    /** Whoever was called away comes back to what they typed. */
    private static final Duration TYPED_KEPT = Duration.ofHours(4);
    /** No page takes longer; a form that is still being sent then was cut off. */
    private static final Duration SENDING_AT_MOST = Duration.ofSeconds(30);
    /** A second press comes within a second or two; after that, the same again is meant. */
    private static final Duration A_SECOND_PRESS = Duration.ofSeconds(10);

    enum State {
        /** It is being worked on. */
        SENDING,
        /** It led to another page. */
        WENT_ON,
        /** It was answered by a page. */
        ANSWERED,
        /** The same, of a page that is shown a single time. */
        ANSWERED_ONCE,
        /** It could not be worked on: what was typed waits. */
        TYPED
    }

    @Id
    private String id;

    private String fingerprint;

    @Column(name = "account_id")
    private Long account;

    @Enumerated(EnumType.STRING)
    private State state;

    private String place;
    private int status;

    @Lob
    private byte[] content;

    @Column(name = "begun_at")
    private Instant begunAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    protected SentForm() {}

    SentForm(String id, String fingerprint, OptionalLong account, String place, Instant now) {
        this.id = id;
        this.fingerprint = fingerprint;
        this.place = place;
        begin(account, now);
    }

    final void begin(OptionalLong whose, Instant now) {
        account = whose.isPresent() ? whose.getAsLong() : null;
        state = State.SENDING;
        status = 0;
        content = null;
        begunAt = now;
        endedAt = null;
        expiresAt = now.plus(KEPT);
    }

    void end(State how, int answered, byte[] sealed, Instant now) {
        state = how;
        status = answered;
        content = sealed;
        endedAt = now;
        expiresAt = now.plus(how == State.TYPED ? TYPED_KEPT : KEPT);
    }

    boolean isBeingSent(Instant now) {
        return state == State.SENDING && begunAt.plus(SENDING_AT_MOST).isAfter(now);
    }

    boolean hasJustGoneOn(Instant now) {
        return state == State.WENT_ON && endedAt.plus(A_SECOND_PRESS).isAfter(now);
    }

    boolean isOf(OptionalLong whose, String where, Instant now) {
        return expiresAt.isAfter(now) && place.equals(where) && isOf(whose);
    }

    boolean isOf(OptionalLong whose) {
        return account == null ? whose.isEmpty() : whose.isPresent() && account == whose.getAsLong();
    }

    String id() {
        return id;
    }

    State state() {
        return state;
    }

    int status() {
        return status;
    }

    byte[] content() {
        return Arrays.copyOf(content, content.length);
    }

    boolean isExpired(Instant now) {
        return !expiresAt.isAfter(now);
    }
}
