package clinic.launcher;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a setting may be. Each rule gives the value in its one normal form, or refuses it with the end of a sentence that
 * begins with the setting's name.
 */
final class Allowed {
    static final int SECRET_LENGTH = 32;
    private static final Pattern MAIL_ADDRESS =
            Pattern.compile("[\\p{Graph}&&[^@<>()\\[\\],;:\"%!]]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63})*");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._-]+|\\[?[0-9A-Fa-f:.]+]?");

    private Allowed() {}

    static String anything(String value) {
        return value;
    }

    static UnaryOperator<String> number(int least, int most) {
        return value -> {
            String rule = "must be a whole number from " + least + " to " + most;
            try {
                int number = Integer.parseInt(value);
                if (number < least || number > most) {
                    throw new IllegalArgumentException(rule);
                }
                return Integer.toString(number);
            } catch (NumberFormatException noNumber) {
                throw new IllegalArgumentException(rule, noNumber);
            }
        };
    }

    static UnaryOperator<String> oneOf(String... words) {
        return value -> {
            String word = value.toLowerCase(Locale.ROOT);
            if (!List.of(words).contains(word)) {
                throw new IllegalArgumentException("must be one of " + String.join(", ", words));
            }
            return word;
        };
    }

    static String folder(String value) {
        try {
            String home = System.getProperty("user.home");
            return Path.of(value.equals("~") || value.startsWith("~/") ? home + value.substring(1) : value)
                    .toAbsolutePath()
                    .normalize()
                    .toString();
        } catch (InvalidPathException nonsense) {
            throw new IllegalArgumentException("must be a folder", nonsense);
        }
    }

    static String instant(String value) {
        try {
            return OffsetDateTime.parse(value).toInstant().toString();
        } catch (DateTimeException nonsense) {
            throw new IllegalArgumentException(
                    "must be a moment such as 2026-11-23T08:00:00-08:00 or 2026-11-23T16:00:00Z", nonsense);
        }
    }

    static String secret(String value) {
        if (value.length() < SECRET_LENGTH) {
            throw new IllegalArgumentException("must be at least " + SECRET_LENGTH + " characters long");
        }
        return value;
    }

    /** A secret that was in use, or the word that says nobody has it any more. */
    static String previousSecret(String value) {
        return value.equals("lost") ? value : secret(value);
    }

    static String databaseUrl(String value) {
        return JdbcUrl.of(value).text();
    }

    static String baseUrl(String value) {
        String rule = "must be an address such as https://clinic.example, without a query";
        try {
            URI uri = new URI(value);
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            if (!web || uri.getHost() == null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
                throw new IllegalArgumentException(rule);
            }
            return value.replaceFirst("/+$", "");
        } catch (URISyntaxException nonsense) {
            throw new IllegalArgumentException(rule, nonsense);
        }
    }

    /** A host and a port, as {@code logs.example:514}. */
    static String hostAndPort(String value) {
        int colon = value.lastIndexOf(':');
        if (colon < 1 || !HOST.matcher(value.substring(0, colon)).matches()) {
            throw new IllegalArgumentException("must be a host and a port such as logs.example:514");
        }
        try {
            number(1, 65_535).apply(value.substring(colon + 1));
            return value;
        } catch (IllegalArgumentException noPort) {
            throw new IllegalArgumentException("must be a host and a port such as logs.example:514", noPort);
        }
    }

    static String host(String value) {
        if (!HOST.matcher(value).matches()) {
            throw new IllegalArgumentException("must be the name or address of a host, without a port");
        }
        return value;
    }

    static String mailAddress(String value) {
        if (!MAIL_ADDRESS.matcher(value).matches()) {
            throw new IllegalArgumentException("must be an email address in ASCII such as office@clinic.example");
        }
        return value;
    }

    static String networks(String value) {
        return Arrays.stream(value.split(",", -1))
                .map(String::strip)
                .map(Network::of)
                .map(Network::toString)
                .collect(Collectors.joining(","));
    }
}
