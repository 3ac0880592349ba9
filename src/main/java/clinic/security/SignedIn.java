package clinic.security;

import clinic.staff.Role;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * Who proved to be whom, as far as one request goes.
 *
 * @param session by which she is signed in; none where a program showed a token
 * @param csrf what every form of this session must carry; empty for a token
 * @param until when the session ends, unless another step is taken
 * @param provedAt when the password was last asked for
 * @param owesFactor the role asks for a second factor, and there is none: it must be added before anything else
 * @param waitsForCode the second factor is still owed: nothing may be done yet
 */
public record SignedIn(
        long account,
        String name,
        String fullName,
        Role role,
        OptionalLong session,
        String csrf,
        Instant until,
        Instant provedAt,
        boolean waitsForCode,
        boolean owesFactor) {}
