package clinic.booking;

import clinic.patient.FamilyName;
import clinic.patient.PersonName;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** Who comes, where somebody else wrote for her. */
@Embeddable
class Instead {
    @Column(name = "for_first_name")
    private String firstName;

    @Column(name = "for_last_name")
    private String lastName;

    @Column(name = "for_relation")
    private String relation;

    protected Instead() {}

    Instead(VisitRequest.OnBehalfOf other) {
        firstName = new PersonName(other.firstName()).value();
        lastName = new FamilyName(other.lastName()).value();
        relation = new PersonName(other.relation()).value();
    }

    VisitRequest.OnBehalfOf told() {
        return new VisitRequest.OnBehalfOf(firstName, lastName, relation);
    }
}
