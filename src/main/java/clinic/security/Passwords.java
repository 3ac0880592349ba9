package clinic.security;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.Map;
import java.util.Optional;

/** Hashes passwords slowly, and takes as long over one nobody has. */
@ApplicationScoped
class Passwords {
    private static final Map<String, String> SLOWLY = hashing(210_000);
    /** The fewest the library takes. */
    private static final Map<String, String> QUICKLY = hashing(1_024);

    @Inject
    private HashQueue queue;

    @Inject
    private Pbkdf2PasswordHash slow;

    @Inject
    private Pbkdf2PasswordHash quick;

    private static Map<String, String> hashing(int iterations) {
        return Map.of(
                "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA512",
                "Pbkdf2PasswordHash.Iterations", Integer.toString(iterations),
                "Pbkdf2PasswordHash.SaltSizeBytes", "32",
                "Pbkdf2PasswordHash.KeySizeBytes", "32");
    }

    @PostConstruct
    void prepare() {
        slow.initialize(SLOWLY);
        quick.initialize(QUICKLY);
    }

    /** @throws HashBusy when too many passwords are being hashed; nothing was done */
    String hash(String password) {
        return queue.take(() -> slow.generate(password.toCharArray())).orElseThrow(HashBusy::new);
    }

    /** Of a password that is no secret, so that nobody waits for what protects nothing. */
    String hashOfNoSecret(String password) {
        return quick.generate(password.toCharArray());
    }

    /** Whether it is the password; without a hash the work of another one is done in vain. */
    boolean matches(Optional<String> hash, char[] password) {
        if (hash.isEmpty()) {
            slow.generate(password);
            return false;
        }
        return slow.verify(password, hash.get());
    }
}
