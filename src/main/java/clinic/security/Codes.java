package clinic.security;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;

/** The six digits a phone shows for half a minute (RFC 6238). One step early or late is forgiven, a second use is not. */
final class Codes {
    private static final int STEP_SECONDS = 30;
    private static final TimeBasedOneTimePasswordGenerator CODES = new TimeBasedOneTimePasswordGenerator();

    private Codes() {}

    static String at(byte[] secret, Instant moment) {
        try {
            return CODES.generateOneTimePasswordString(new SecretKeySpec(secret, "HmacSHA1"), moment, Locale.ROOT);
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException("any bytes are a key", impossible);
        }
    }

    /** The step the code is of, if it is one of now and later than the last one used. */
    static OptionalLong step(byte[] secret, String typed, Instant now, long lastUsed) {
        String code = typed.replaceAll("[^0-9]", "");
        long current = now.getEpochSecond() / STEP_SECONDS;
        return LongStream.rangeClosed(current - 1, current + 1)
                .filter(step -> step > lastUsed)
                .filter(step -> Secrets.same(at(secret, Instant.ofEpochSecond(step * STEP_SECONDS)), code))
                .findFirst();
    }
}
