package clinic.security;

import clinic.booking.PrivateLinks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells a browser in which an account has signed in before from everybody else. It opens nothing; it is counted apart,
 * so that wrong passwords elsewhere lock nobody out here (as OWASP's "device cookies").
 */
@ApplicationScoped
public class DeviceCookie {
    /** The name of a cookie begins so, and ends with the number of the account. */
    public static final String PREFIX = "clinic-device-";

    public static final Duration LASTS = Duration.ofDays(365);

    /** Account, seconds since 1970 when it was made, random word, signature. */
    private static final Pattern FORM =
            Pattern.compile("([0-9]{1,18})\\.([0-9]{1,12})\\.([A-Za-z0-9_-]{43})\\.([A-Za-z0-9_-]{43})");

    private static final String PURPOSE = "device";
    private static final int MOST = 20;

    @Inject
    private PrivateLinks links;

    @Inject
    private Clock clock;

    /** What the browser is to show from now on. */
    String make(long account) {
        String content = account + "." + clock.instant().getEpochSecond() + "." + Secrets.random();
        return content + "." + links.key(PURPOSE, content);
    }

    /**
     * The browser's own word in the first genuine and unexpired cookie of that account.
     *
     * @param shown at most 20 are looked at
     */
    Optional<String> find(long account, List<String> shown) {
        Instant oldest = clock.instant().minus(LASTS);
        return shown.stream()
                .limit(MOST)
                .map(FORM::matcher)
                .filter(Matcher::matches)
                .filter(parts -> Long.parseLong(parts.group(1)) == account
                        && Instant.ofEpochSecond(Long.parseLong(parts.group(2))).isAfter(oldest))
                .filter(parts -> Secrets.same(
                        parts.group(4),
                        links.key(PURPOSE, parts.group(1) + "." + parts.group(2) + "." + parts.group(3))))
                .map(parts -> parts.group(3))
                .findFirst();
    }
}
