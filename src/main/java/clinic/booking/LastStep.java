package clinic.booking;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Optional;

/** How a visit came to stand where it stands: since when, and, while that can be taken back, by whom and from where. */
@Embeddable
class LastStep {
    @Column(name = "status_since")
    private Instant since;

    @Column(name = "status_by")
    private String by;

    @Enumerated(EnumType.STRING)
    @Column(name = "status_before")
    private Status before;

    protected LastStep() {}

    /** One that nobody can take back. */
    LastStep(Instant since) {
        this.since = since;
    }

    LastStep(Instant since, String by, Status before) {
        this.since = since;
        this.by = by;
        this.before = before;
    }

    /** The same, which can no longer be taken back. */
    LastStep forgotten() {
        return new LastStep(since);
    }

    Instant since() {
        return since;
    }

    Optional<Status> before() {
        return Optional.ofNullable(before);
    }

    /** Where it came from, if it was that person's and is that fresh. */
    Optional<Status> undoableBy(String name, Instant notBefore) {
        return before().filter(earlier -> name.equals(by) && !since.isBefore(notBefore));
    }
}
