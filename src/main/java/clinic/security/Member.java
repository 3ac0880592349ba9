package clinic.security;

import clinic.staff.Role;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody of the team, as the team page shows her.
 *
 * @param invited she has not chosen a password yet
 * @param locked too many wrong passwords
 * @param seen her last step in a session that is still open
 */
public record Member(
        long id,
        String name,
        String fullName,
        String email,
        Role role,
        boolean disabled,
        boolean invited,
        boolean locked,
        boolean secondFactor,
        Optional<Instant> seen) {}
