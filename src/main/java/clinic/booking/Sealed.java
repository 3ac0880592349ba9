package clinic.booking;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** A text that only who has the key can read, or could have written (AES-256-GCM). */
final class Sealed {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Sealed() {}

    /** @param key 32 bytes in Base64, as {@link PrivateLinks#key} gives them */
    static String seal(String key, String text) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, key, nonce, text.getBytes(StandardCharsets.UTF_8));
        byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
        System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    }

    /** @throws IllegalStateException if it was sealed with another key, or changed since */
    static String open(String key, String sealed) {
        byte[] all = Base64.getUrlDecoder().decode(sealed);
        byte[] nonce = Arrays.copyOf(all, NONCE_BYTES);
        byte[] text = run(Cipher.DECRYPT_MODE, key, nonce, Arrays.copyOfRange(all, NONCE_BYTES, all.length));
        return new String(text, StandardCharsets.UTF_8);
    }

    private static byte[] run(int mode, String key, byte[] nonce, byte[] content) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    mode,
                    new SecretKeySpec(Base64.getUrlDecoder().decode(key), "AES"),
                    new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(content);
        } catch (GeneralSecurityException otherKey) {
            throw new IllegalStateException("sealed with another key, or changed since", otherKey);
        }
    }
}
