package clinic.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Catches slips of the finger in the domain of an e-mail address: {@code gmial.com} is a suggestion, never a refusal. */
final class EmailSlips {
    private static final List<String> KNOWN = List.of(
            "gmail.com",
            "yahoo.com",
            "hotmail.com",
            "outlook.com",
            "icloud.com",
            "aol.com",
            "comcast.net",
            "live.com",
            "msn.com",
            "att.net",
            "sbcglobal.net",
            "verizon.net",
            "ymail.com",
            "protonmail.com",
            "earthlink.net",
            "spectrum.net",
            "charter.net",
            "googlemail.com",
            "yahoo.es",
            "hotmail.es",
            "me.com",
            "mac.com",
            "gmx.com",
            "mail.com",
            "proton.me",
            "cox.net");
    private static final int SHORT = 8;

    private EmailSlips() {}

    /** The address that was probably meant; nothing when the one typed looks right. */
    static Optional<String> suggestion(String address) {
        int at = address.lastIndexOf('@');
        String domain = address.substring(at + 1).strip().toLowerCase(Locale.ROOT);
        if (at < 1 || KNOWN.contains(domain)) {
            return Optional.empty();
        }
        int far = domain.length() < SHORT ? 1 : 2;
        for (int slips = 1; slips <= far; slips++) {
            for (String known : KNOWN) {
                if (known.length() >= 7 && distance(domain, known) == slips) {
                    return Optional.of(
                            address.strip().substring(0, address.strip().lastIndexOf('@') + 1) + known);
                }
            }
        }
        return Optional.empty();
    }

    /** Letters left out, added, mistaken, or two neighbours swapped (optimal string alignment). */
    static int distance(String one, String other) {
        int[][] best = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                best[i][j] = i == 0 || j == 0 ? i + j : step(best, one, other, i, j);
            }
        }
        return best[one.length()][other.length()];
    }

    private static int step(int[][] best, String one, String other, int i, int j) {
        int mistaken = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        int least = Math.min(best[i - 1][j - 1] + mistaken, 1 + Math.min(best[i - 1][j], best[i][j - 1]));
        boolean swapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(least, best[i - 2][j - 2] + 1) : least;
    }
}
