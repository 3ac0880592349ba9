package clinic.notification;

import clinic.patient.MailReach;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Decides by configuration who carries the letters. */
@ApplicationScoped
class PostOffice {
    @Inject
    private MailReach reach;

    @Inject
    @ConfigProperty(name = "clinic.smtp.host")
    private Optional<String> host;

    @Inject
    @ConfigProperty(name = "clinic.smtp.port", defaultValue = "587")
    private int port;

    @Inject
    @ConfigProperty(name = "clinic.smtp.user")
    private Optional<String> user;

    @Inject
    @ConfigProperty(name = "clinic.smtp.password")
    private Optional<String> password;

    @Inject
    @ConfigProperty(name = "clinic.smtp.tls")
    private Optional<String> tls;

    @Inject
    @ConfigProperty(name = "clinic.mail.dir")
    private Optional<String> folder;

    @Produces
    @ApplicationScoped
    Postman postman() {
        if (host.isPresent()) {
            return new SmtpPostman(SmtpSettings.of(host.get(), port, user, password, tls), reach::learn);
        }
        // A file holds any address as it is.
        reach.learn(true);
        return new FilePostman(Path.of(folder.orElseThrow(
                () -> new IllegalStateException("neither clinic.smtp.host nor clinic.mail.dir is configured"))));
    }
}
