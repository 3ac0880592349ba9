package clinic.capacity;

import clinic.calendar.QuarterHours;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;

/** So much of a resource, for a half-open span of one day. A visit is a set of claims: all of them or none. */
@Embeddable
public class Claim implements Comparable<Claim> {
    private static final Comparator<Claim> LOCK_ORDER =
            Comparator.comparing(Claim::day).thenComparingLong(Claim::resource).thenComparingInt(claim -> claim.start);

    private LocalDate day;

    @Column(name = "resource_id")
    private long resource;

    @Column(name = "start_q")
    private int start;

    @Column(name = "end_q")
    private int end;

    private int amount;

    protected Claim() {}

    /** Claims {@code amount} (1 or more) of the resource for the span. */
    public Claim(LocalDate day, long resource, QuarterHours span, int amount) {
        if (amount < 1) {
            throw new IllegalArgumentException("a claim of " + amount + " claims nothing");
        }
        this.day = Objects.requireNonNull(day, "day");
        this.resource = resource;
        this.start = span.start();
        this.end = span.end();
        this.amount = amount;
    }

    public LocalDate day() {
        return day;
    }

    public long resource() {
        return resource;
    }

    public QuarterHours span() {
        return new QuarterHours(start, end);
    }

    public int amount() {
        return amount;
    }

    /** The order in which rows are locked: everybody's the same, so that nobody waits in a circle. */
    @Override
    public int compareTo(Claim other) {
        return LOCK_ORDER.compare(this, other);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Claim that
                && day.equals(that.day)
                && resource == that.resource
                && start == that.start
                && end == that.end
                && amount == that.amount;
    }

    @Override
    public int hashCode() {
        return Objects.hash(day, resource, start, end, amount);
    }

    @Override
    public String toString() {
        return amount + " of resource " + resource + " on " + day + " " + span();
    }
}
