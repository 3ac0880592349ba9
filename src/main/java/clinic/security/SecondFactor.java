package clinic.security;

import clinic.booking.PrivateLinks;
import clinic.calendar.RealTime;
import io.nayuki.qrcodegen.QrCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.OptionalLong;

/** What a phone is told once, and what it shows afterwards. */
@ApplicationScoped
class SecondFactor {
    private static final int SECRET_BYTES = 20;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private PrivateLinks links;

    @Inject
    @RealTime
    private Clock phones;

    /** Derived, so that it is stored nowhere. */
    byte[] secret(long account, String seed) {
        byte[] key = Base64.getUrlDecoder().decode(links.key("totp", account + ":" + seed));
        return Arrays.copyOf(key, SECRET_BYTES);
    }

    SecondFactorOffer offer(Account account, String seed) {
        String secret = Base32.of(secret(account.id(), seed));
        String address = "otpauth://totp/Dripline:" + URLEncoder.encode(account.name(), StandardCharsets.UTF_8)
                + "?secret=" + secret + "&issuer=Dripline";
        QrCode code = QrCode.encodeText(address, QrCode.Ecc.MEDIUM);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M').append(x + 2).append(',').append(y + 2).append("h1v1h-1z");
                }
            }
        }
        return new SecondFactorOffer(seed, secret.replaceAll("(.{4})(?=.)", "$1 "), path.toString(), code.size + 4);
    }

    OptionalLong step(long account, String seed, String code, long lastUsed) {
        return Codes.step(secret(account, seed), code, phones.instant(), lastUsed);
    }

    /** Uses up the code, of the phone or of the paper; whether it was one. */
    boolean use(Account account, String code) {
        String seed = account.secondFactor().orElseThrow();
        OptionalLong step = step(account.id(), seed, code, account.secondFactorStep());
        step.ifPresent(account::secondFactorUsed);
        return step.isPresent()
                || em.createQuery("delete from RecoveryCode c where c.fingerprint = :code")
                                .setParameter("code", RecoveryCode.fingerprint(account.id(), code))
                                .executeUpdate()
                        == 1;
    }
}
