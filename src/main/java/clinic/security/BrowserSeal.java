package clinic.security;

import clinic.booking.PrivateLinks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Packs and encrypts a text (AES-256-GCM) with a key made of what one browser holds and of the clinic's secret: neither
 * the database nor the browser can read it alone.
 */
@ApplicationScoped
class BrowserSeal {
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private PrivateLinks links;

    protected BrowserSeal() {}

    @Inject
    BrowserSeal(PrivateLinks links) {
        this.links = links;
    }

    byte[] seal(String browser, String text) {
        byte[] nonce = Arrays.copyOf(Secrets.bytes(), NONCE);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, browser, nonce, packed(text))
                .orElseThrow(() -> new IllegalStateException("every Java has " + CIPHER));
        byte[] both = Arrays.copyOf(nonce, NONCE + sealed.length);
        System.arraycopy(sealed, 0, both, NONCE, sealed.length);
        return both;
    }

    /** What was sealed with that browser's key; nothing if it was another's, or was changed. */
    Optional<String> open(String browser, byte[] sealed) {
        return sealed.length <= NONCE
                ? Optional.empty()
                : run(
                                Cipher.DECRYPT_MODE,
                                browser,
                                Arrays.copyOf(sealed, NONCE),
                                Arrays.copyOfRange(sealed, NONCE, sealed.length))
                        .map(BrowserSeal::unpacked);
    }

    private Optional<byte[]> run(int mode, String browser, byte[] nonce, byte[] bytes) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            byte[] key = HexFormat.of().parseHex(PrivateLinks.fingerprint(links.key("sent form", browser)));
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            return Optional.of(cipher.doFinal(bytes));
        } catch (GeneralSecurityException anothers) {
            return Optional.empty();
        }
    }

    private static byte[] packed(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static String unpacked(byte[] packed) {
        try (GZIPInputStream zip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }
}
