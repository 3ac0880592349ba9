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
    private static final Map<String, String> SLOWLY = Map.of(
            "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA512",
            "Pbkdf2PasswordHash.Iterations", "210000",
            "Pbkdf2PasswordHash.SaltSizeBytes", "32",
            "Pbkdf2PasswordHash.KeySizeBytes", "32");

    @Inject
    private Pbkdf2PasswordHash hashing;

    private String nobodys;

    @PostConstruct
    void prepare() {
        hashing.initialize(SLOWLY);
        nobodys = hash(Secrets.random());
    }

    String hash(String password) {
        return hashing.generate(password.toCharArray());
    }

    /** Whether it is the password; without a hash the same work is done in vain. */
    boolean matches(Optional<String> hash, char[] password) {
        return hashing.verify(password, hash.orElse(nobodys)) && hash.isPresent();
    }
}
