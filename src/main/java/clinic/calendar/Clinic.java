package clinic.calendar;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.ZoneId;

/**
 * Who and where the clinic is: the name patients see, the door they come to, the telephone they call, the zone its wall
 * clock keeps. One row; seeded at the first start, changed by pages afterwards. The name is neutral on purpose: it
 * stands in senders and subjects, where a revealing one would tell a stranger why somebody has an appointment.
 */
@Entity
@Table(name = "clinic")
public class Clinic {
    public static final int ONLY = 1;

    @Id
    private int id = ONLY;

    private String name;
    private String street;
    private String city;
    private String phone;

    @Column(name = "time_zone")
    private String zone;

    @Version
    private int version;

    protected Clinic() {}

    public Clinic(String name, String street, String city, String phone, ZoneId zone) {
        this.name = name;
        this.street = street;
        this.city = city;
        this.phone = phone;
        this.zone = zone.getId();
    }

    public String name() {
        return name;
    }

    /** House number, street and suite. */
    public String street() {
        return street;
    }

    /** City, state and postal code. */
    public String city() {
        return city;
    }

    public String address() {
        return street + ", " + city;
    }

    /** As people write it, {@code 818-217-8699}. */
    public String phone() {
        return phone;
    }

    public ZoneId zone() {
        return ZoneId.of(zone);
    }
}
