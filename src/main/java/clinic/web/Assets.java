package clinic.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Addresses of style sheet, script and pictures, with a fingerprint of the content: browsers may keep them for ever. */
@Named
@ApplicationScoped
public class Assets {
    private static final int FINGERPRINT = 10;
    private final Map<String, String> addresses = new ConcurrentHashMap<>();

    @Inject
    private ServletContext files;

    public String at(String name) {
        return addresses.computeIfAbsent(name, this::address);
    }

    private String address(String name) {
        String path = "/assets/" + name;
        try (InputStream content = files.getResourceAsStream(path)) {
            if (content == null) {
                throw new FileNotFoundException(path);
            }
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.readAllBytes());
            return path + "?v=" + HexFormat.of().formatHex(digest).substring(0, FINGERPRINT);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }
}
