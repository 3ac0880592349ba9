package clinic.security;

import clinic.calendar.ClinicProfile;
import com.nulabinc.zxcvbn.Strength;
import com.nulabinc.zxcvbn.Zxcvbn;
import com.nulabinc.zxcvbn.matchers.Match;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a password must withstand: guessing, as zxcvbn estimates it, by somebody who knows whose it is and where. No rule
 * asks for digits or signs (NIST SP 800-63B).
 */
@ApplicationScoped
class PasswordRules {
    static final int SHORTEST = 8;
    static final int LONGEST = 200;

    /** "Safely unguessable: moderate protection from offline slow-hash scenario", 10^8 guesses or more. */
    private static final int STRONG_ENOUGH = 3;

    /** Longer ones are strong by their first signs, and the estimate takes ever longer. */
    private static final int ESTIMATED = 100;

    private static final List<String> HERE = List.of(
            "dripline",
            "clinic",
            "clinica",
            "ketamine",
            "ketamina",
            "infusion",
            "nurse",
            "doctor",
            "patient",
            "pain",
            "admin",
            "contraseña",
            "bienvenido",
            "welcome");

    private static final class Estimate {
        static final Zxcvbn OF = new Zxcvbn();
    }

    @Inject
    private ClinicProfile profile;

    /** Refuses a password that is easy to guess, and says why. */
    void must(String password, String name, String fullName, String email) {
        List<String> about = new ArrayList<>(List.of(name, fullName, email));
        about.add(profile.clinic().name());
        about.add(profile.clinic().street());
        about.add(profile.clinic().city());
        AccountRules.refuse(flaw(password, about).map(List::of).orElse(List.of()));
    }

    /**
     * What is wrong with a password.
     *
     * @param about names and other texts that everybody knows of its owner
     */
    static Optional<AccountFlaw> flaw(String password, List<String> about) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            return Optional.of(AccountFlaw.PASSWORD_SHORT);
        }
        if (password.length() > LONGEST) {
            return Optional.of(AccountFlaw.PASSWORD_LONG);
        }
        List<String> known = words(about);
        if (rest(password, known) < SHORTEST) {
            return Optional.of(AccountFlaw.PASSWORD_ABOUT_YOU);
        }
        Strength strength = Estimate.OF.measure(password.substring(0, Math.min(password.length(), ESTIMATED)), known);
        return strength.getScore() >= STRONG_ENOUGH ? Optional.empty() : Optional.of(reason(strength));
    }

    /** How many letters and digits are left without the words that everybody knows. */
    private static long rest(String password, List<String> known) {
        String rest = password.toLowerCase(Locale.ROOT);
        List<String> longestFirst = known.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        boolean found = false;
        for (String word : longestFirst) {
            found |= rest.contains(word);
            rest = rest.replace(word, "");
        }
        return found ? rest.codePoints().filter(Character::isLetterOrDigit).count() : SHORTEST;
    }

    private static List<String> words(List<String> about) {
        List<String> words = new ArrayList<>(HERE);
        for (String text : about) {
            String lower = text.toLowerCase(Locale.ROOT).strip();
            words.add(lower);
            words.add(lower.replaceAll("[^\\p{L}\\p{N}]", ""));
            words.addAll(Arrays.asList(lower.split("[^\\p{L}\\p{N}]+")));
        }
        words.removeIf(word -> word.length() < 3);
        return words;
    }

    /** Of what it is made of, what is longest says it best. */
    private static AccountFlaw reason(Strength strength) {
        return strength.getSequence().stream()
                .max(Comparator.comparingInt((Match match) -> match.token.length()))
                .map(PasswordRules::reason)
                .orElse(AccountFlaw.PASSWORD_GUESSABLE);
    }

    private static AccountFlaw reason(Match match) {
        return switch (match.pattern) {
            case Dictionary ->
                switch (match.dictionaryName) {
                    case "user_inputs" -> AccountFlaw.PASSWORD_ABOUT_YOU;
                    case "passwords" -> AccountFlaw.PASSWORD_COMMON;
                    default -> AccountFlaw.PASSWORD_WORD;
                };
            case Spatial -> AccountFlaw.PASSWORD_KEYBOARD;
            case Repeat -> AccountFlaw.PASSWORD_REPEATS;
            case Sequence -> AccountFlaw.PASSWORD_SEQUENCE;
            case Date, Regex -> AccountFlaw.PASSWORD_DATE;
            case Bruteforce -> AccountFlaw.PASSWORD_GUESSABLE;
        };
    }
}
