package clinic.capacity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;

/**
 * The ledger's row: one resource on one day. {@code capacity} says how much of it there is in each quarter-hour, {@code
 * used} how much is taken. Changed only while locked.
 */
@Entity
@Table(name = "resource_day")
@IdClass(ResourceDay.Key.class)
public class ResourceDay {
    @Id
    private LocalDate day;

    @Id
    @Column(name = "resource_id")
    private long resource;

    private DayVector capacity;
    private DayVector used;

    protected ResourceDay() {}

    ResourceDay(LocalDate day, long resource, DayVector capacity, DayVector used) {
        this.day = day;
        this.resource = resource;
        this.capacity = capacity;
        this.used = used;
    }

    public LocalDate day() {
        return day;
    }

    public long resource() {
        return resource;
    }

    public DayVector capacity() {
        return capacity;
    }

    public DayVector used() {
        return used;
    }

    void take(Claim claim) {
        used = used.plus(claim.span(), claim.amount());
    }

    void release(Claim claim) {
        used = used.minus(claim.span(), claim.amount());
    }

    void offer(DayVector newCapacity) {
        capacity = newCapacity;
    }

    /** Primary key, as JPA wants it. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1;
        private LocalDate day;
        private long resource;

        protected Key() {}

        public Key(LocalDate day, long resource) {
            this.day = day;
            this.resource = resource;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that && resource == that.resource && day.equals(that.day);
        }

        @Override
        public int hashCode() {
            return Objects.hash(day, resource);
        }
    }
}
