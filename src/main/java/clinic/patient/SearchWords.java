package clinic.patient;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The words by which a patient is found: parts of her names without accents, her mail, her number from either end, her
 * date of birth. What somebody types is turned into beginnings of the same words. Pure.
 */
final class SearchWords {
    private static final int FEWEST_DIGITS = 3;
    private static final int LONGEST = 250;
    private static final Pattern DATE =
            Pattern.compile("\\b(?:(\\d{4})-(\\d{1,2})-(\\d{1,2})|(\\d{1,2})([/.-])(\\d{1,2})\\5(\\d{4}))\\b");
    private static final Pattern NUMBER = Pattern.compile("[+(]?\\d[\\d()\\s./-]*");
    private static final Pattern LETTERS_NFKD_LEAVES = Pattern.compile("[øłđðßæœ]");

    private SearchWords() {}

    /** The words of a record. */
    static Set<String> of(Patient patient) {
        Set<String> words = new LinkedHashSet<>(names(patient.fullName()));
        if (!patient.email().isBlank()) {
            words.add(word("m:", patient.email().toLowerCase(Locale.ROOT)));
        }
        words.addAll(numbers(patient.phone()));
        patient.birthDate().ifPresent(day -> words.add("b:" + day));
        return words;
    }

    /** Every part of a name, and what lies between two spaces also without its hyphens and apostrophes. */
    static Set<String> names(String name) {
        Set<String> words = new LinkedHashSet<>();
        for (String whole : plain(name).split("\\s+")) {
            Stream.concat(Stream.of(whole.split("[^\\p{L}\\p{N}]+")), Stream.of(bare(whole)))
                    .filter(part -> !part.isEmpty())
                    .forEach(part -> words.add(word("n:", part)));
        }
        return words;
    }

    static Set<String> numbers(String phone) {
        String digits = phone.replaceAll("\\D", "");
        if (digits.isEmpty()) {
            return Set.of();
        }
        Set<String> words = new LinkedHashSet<>(List.of("p:" + digits, "r:" + reversed(digits)));
        if (digits.startsWith("1")) {
            words.add("p:" + digits.substring(1));
        }
        return words;
    }

    /** What is asked for: every one of these, each by one of its beginnings. Nothing to look for gives nothing. */
    static List<Set<String>> asked(String query) {
        List<Set<String>> asked = new ArrayList<>();
        String rest = taken(
                DATE, query, found -> date(found).map(day -> Set.of("b:" + day)).orElse(Set.of()), asked);
        rest = taken(NUMBER, rest, found -> number(found.group()), asked);
        for (String token : plain(rest).split("[\\s,;]+")) {
            if (token.indexOf('@') >= 0) {
                asked.add(Set.of(word("m:", token)));
            } else if (!bare(token).isEmpty()) {
                asked.add(Set.of(word("n:", bare(token)), word("m:", token)));
            }
        }
        return asked;
    }

    private static String taken(
            Pattern form, String from, java.util.function.Function<Matcher, Set<String>> read, List<Set<String>> into) {
        Matcher matcher = form.matcher(from);
        StringBuilder rest = new StringBuilder();
        while (matcher.find()) {
            Set<String> words = isWithinAMail(from, matcher) ? Set.of() : read.apply(matcher);
            if (!words.isEmpty()) {
                into.add(words);
            }
            matcher.appendReplacement(rest, words.isEmpty() ? Matcher.quoteReplacement(matcher.group()) : " ");
        }
        return matcher.appendTail(rest).toString();
    }

    private static boolean isWithinAMail(String text, Matcher found) {
        int from = Math.max(text.lastIndexOf(' ', found.start()), 0);
        int to = text.indexOf(' ', found.end());
        return text.substring(from, to < 0 ? text.length() : to).indexOf('@') >= 0;
    }

    private static Set<String> number(String text) {
        String digits = text.replaceAll("\\D", "");
        return digits.length() < FEWEST_DIGITS ? Set.of() : Set.of("p:" + digits, "r:" + reversed(digits));
    }

    /** 1990-01-31, 1/31/1990, 1-31-1990, 31.1.1990. */
    private static Optional<LocalDate> date(Matcher found) {
        try {
            if (found.group(1) != null) {
                return Optional.of(LocalDate.of(part(found, 1), part(found, 2), part(found, 3)));
            }
            boolean dayFirst = found.group(5).equals(".");
            return Optional.of(
                    LocalDate.of(part(found, 7), part(found, dayFirst ? 6 : 4), part(found, dayFirst ? 4 : 6)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static int part(Matcher found, int group) {
        return Integer.parseInt(found.group(group));
    }

    /** Small letters without accents. */
    static String plain(String text) {
        String bare = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "");
        return LETTERS_NFKD_LEAVES.matcher(bare).replaceAll(letter -> switch (letter.group()) {
            case "ø" -> "o";
            case "ł" -> "l";
            case "đ", "ð" -> "d";
            case "ß" -> "ss";
            case "æ" -> "ae";
            default -> "oe";
        });
    }

    private static String bare(String word) {
        return word.replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static String reversed(String digits) {
        return new StringBuilder(digits).reverse().toString();
    }

    private static String word(String kind, String text) {
        return kind + (text.length() > LONGEST ? text.substring(0, LONGEST) : text);
    }
}
