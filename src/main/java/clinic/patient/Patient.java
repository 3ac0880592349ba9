package clinic.patient;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/**
 * Somebody who comes to the clinic, or asks to. A booking by the public always makes a new record, for nobody has proved
 * yet who is typing; the front desk merges the records of one person.
 */
@Entity
@Table(name = "patient")
public class Patient {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Column(name = "first_name")
    private String firstName;

    @Column(name = "last_name")
    private String lastName;

    private String email;
    private String phone;
    private String language;
    private boolean adult;

    @Column(name = "created_at")
    private Instant createdAt;

    @Version
    private int version;

    protected Patient() {}

    public Patient(ContactDetails details, Instant now) {
        this.firstName = details.firstName().value();
        this.lastName = details.lastName().value();
        this.email = details.email().value();
        this.phone = details.phone().value();
        this.language = details.language().code();
        this.adult = details.adult();
        this.createdAt = now;
    }

    public long id() {
        return id;
    }

    public String firstName() {
        return firstName;
    }

    public String lastName() {
        return lastName;
    }

    public String fullName() {
        return firstName + " " + lastName;
    }

    public String email() {
        return email;
    }

    public String phone() {
        return phone;
    }

    public Language language() {
        return Language.of(language);
    }

    /** Whether she said she is 18 or older. */
    public boolean adult() {
        return adult;
    }
}
