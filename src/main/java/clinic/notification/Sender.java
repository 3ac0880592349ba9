package clinic.notification;

import clinic.booking.PrivateLinks;
import clinic.calendar.ClinicProfile;
import clinic.patient.EmailAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** In whose name letters go out, and how they are numbered: a neutral address under the clinic's neutral name. */
@ApplicationScoped
class Sender {
    private InternetAddress configured;
    private ClinicProfile profile;
    private PrivateLinks links;

    protected Sender() {}

    @Inject
    Sender(
            @ConfigProperty(name = "clinic.mail.from") Optional<String> from,
            @ConfigProperty(name = "clinic.base.url", defaultValue = "http://localhost:8080") String base,
            ClinicProfile profile,
            PrivateLinks links) {
        this.configured = parsed(from.orElseGet(() -> "appointments@" + host(base)));
        this.profile = profile;
        this.links = links;
    }

    /** With the name of the configuration, or else the clinic's. */
    InternetAddress address() {
        String name = Optional.ofNullable(configured.getPersonal())
                .orElseGet(() -> profile.clinic().name());
        try {
            return new InternetAddress(configured.getAddress(), OneLine.of(name), StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException("every Java has UTF-8", impossible);
        }
    }

    /** The same for the same letter, however often it is sent; says nothing to whom it does not know. */
    String messageId(OutboxMail letter) {
        return "<" + pseudonym(letter) + "@" + domain() + ">";
    }

    private String pseudonym(OutboxMail letter) {
        return links.pseudonym("letter:" + letter.dedupKey());
    }

    private String domain() {
        String address = configured.getAddress();
        return address.substring(address.lastIndexOf('@') + 1);
    }

    private static String host(String base) {
        return Optional.ofNullable(URI.create(base).getHost()).orElse("localhost");
    }

    /** Whatever a mail server offers, the sender must be able to write to everybody: its mailbox is ASCII. */
    private static InternetAddress parsed(String from) {
        try {
            InternetAddress address = new InternetAddress(from, true);
            address.validate();
            String typed = address.getAddress();
            if (EmailAddress.formFlaw(typed).isEmpty()) {
                EmailAddress sender = new EmailAddress(typed);
                if (sender.needsUnicode()) {
                    throw new IllegalArgumentException(
                            "CLINIC_MAIL_FROM has letters beyond ASCII before the @: " + from);
                }
                address.setAddress(sender.wire());
            } else if (!StandardCharsets.US_ASCII.newEncoder().canEncode(typed)) {
                throw new IllegalArgumentException("CLINIC_MAIL_FROM is not an email address: " + from);
            }
            return address;
        } catch (AddressException notAnAddress) {
            throw new IllegalArgumentException("CLINIC_MAIL_FROM is not an email address: " + from, notAnAddress);
        }
    }
}
