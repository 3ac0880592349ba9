package clinic.booking;

import java.util.Locale;

/**
 * Names one request, so that repeating it does not do it twice.
 *
 * @param id fingerprint of operation, caller and the caller's key
 * @param body fingerprint of the request's content
 */
public record RequestKey(String id, String body) {
    public static final int LONGEST = 80;

    /** The key as a caller gave it; the caller is who may use it again: an e-mail address, a network address. */
    public static RequestKey of(String operation, String caller, String key, String body) {
        String owner = caller.strip().toLowerCase(Locale.ROOT);
        return new RequestKey(
                PrivateLinks.fingerprint(operation + "\n" + owner + "\n" + key), PrivateLinks.fingerprint(body));
    }
}
