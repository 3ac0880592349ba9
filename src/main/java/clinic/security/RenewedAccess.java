package clinic.security;

import clinic.booking.PrivateLinks;
import clinic.booking.SecretChanged;
import clinic.staff.StaffLetter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** When the secret changes, links to a password are those that are sent from now on, and everybody signs in again. */
@ApplicationScoped
class RenewedAccess {
    @PersistenceContext
    private EntityManager em;

    void renew(@Observes SecretChanged event) {
        em.createQuery("select l from AccountLink l", AccountLink.class)
                .getResultList()
                .forEach(link -> link.known(
                        PrivateLinks.fingerprint(event.links().key(StaffLetter.PURPOSE, Long.toString(link.id())))));
        em.createNativeQuery("update staff_session set ended_at = utc_timestamp(6) where ended_at is null")
                .executeUpdate();
        if (event.lost()) {
            // A phone shows codes of a secret that nobody can derive any more: without this, its owner is locked out.
            em.createNativeQuery("update account set totp_secret = null, totp_step = 0, version = version + 1"
                            + " where totp_secret is not null")
                    .executeUpdate();
        }
    }
}
