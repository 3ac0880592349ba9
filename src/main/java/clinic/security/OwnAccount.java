package clinic.security;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One's own account, as its page shows it. */
public record OwnAccount(
        String name,
        String fullName,
        String email,
        boolean secondFactor,
        long recoveryCodes,
        List<Session> sessions,
        List<Token> tokens) {
    /** A browser she is signed in with. */
    public record Session(long id, String address, Instant since, Instant seen, boolean here) {}

    /** A program that acts for its owner, until it expires. */
    public record Token(long id, String label, Instant since, Optional<Instant> used, Instant expires, boolean opens) {}
}
