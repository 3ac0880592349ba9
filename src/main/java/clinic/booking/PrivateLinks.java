package clinic.booking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Derives the private tokens that stand in links. A token is never stored: the database keeps its SHA-256 for look-up,
 * and whoever must write it again (a letter, a repeated request) derives it anew from {@code CLINIC_SECRET}.
 */
@ApplicationScoped
public class PrivateLinks {
    /** What outlives a change of the secret: who changes it must not lose the proof of the past, nor everybody's phones. */
    private static final Set<String> LASTING = Set.of("audit", "totp");

    private byte[] secret;
    private volatile byte[] lasting;

    protected PrivateLinks() {}

    @Inject
    public PrivateLinks(@ConfigProperty(name = "clinic.secret") String secret) {
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
        this.lasting = this.secret;
    }

    /** From now on, what lasts is derived from the secret the house began with. */
    void keepDerivingFrom(String first) {
        lasting = first.getBytes(StandardCharsets.UTF_8);
    }

    /** The token of a visit; a new generation revokes the tokens of the ones before. */
    public String visitToken(long visit, int generation) {
        return derive("visit:" + visit + ":" + generation);
    }

    /** The token by which its holder names a hold. */
    public String holdToken(long hold) {
        return derive("hold:" + hold);
    }

    /** A short stable pseudonym of something that must not be stored in the clear, such as a network address. */
    public String pseudonym(String value) {
        return derive("pseudonym:" + value);
    }

    /** A key for another purpose, which only this house can derive. */
    public String key(String purpose, String subject) {
        return derive(LASTING.contains(purpose) ? lasting : secret, purpose + ":" + subject);
    }

    private String derive(String subject) {
        return derive(secret, subject);
    }

    private static String derive(byte[] secret, String subject) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(subject.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has HmacSHA256", impossible);
        }
    }

    /** What the database keeps of a token: its SHA-256 in hexadecimal. */
    public static String fingerprint(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
