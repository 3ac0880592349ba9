package clinic.jobs;

import clinic.booking.SecretDesk;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;

/** Before anything runs by itself: the secret fits the database, or the application does not start. */
@Startup
@Singleton
@DependsOn("Migrations")
@TransactionManagement(TransactionManagementType.BEAN)
public class SecretGuard {
    @Inject
    private SecretDesk secret;

    @PostConstruct
    void check() {
        secret.check();
    }
}
