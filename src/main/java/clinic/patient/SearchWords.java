package clinic.patient;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The words by which a patient is found: parts of the name, email, number from either end, date of birth. What somebody
 * types is turned into beginnings of the same words, by the same {@link SearchFold}. Pure.
 */
final class SearchWords {
    /** Raised with every change of what words a record has: records with words of an older version get new ones. */
    static final int VERSION = 2;

    private static final int FEWEST_DIGITS = 3;
    private static final int LONGEST = 250;
    /** A name written without spaces is found from each of its characters on; longer ones are no names. */
    private static final int LONGEST_UNSPACED = 12;

    private static final Pattern NUMBER = Pattern.compile(
            "(?<![\\p{L}\\d@.-])[+(]?\\d[\\d()\\s./·‐‑‒–—−-]*(?:(?:ext(?:ension)?|x|#)[\\s.:]*\\d{1,10})?(?![\\p{L}\\d@])");
    private static final Pattern EXTENSION = Pattern.compile("(?:ext(?:ension)?|x|#)[\\s.:]*\\d{1,10}$");
    private static final Pattern YEAR_BESIDE =
            Pattern.compile("((?:18[89]|19\\d|20\\d)\\d)\\s+(\\S.*\\d)|(\\S.*\\d)\\s+((?:18[89]|19\\d|20\\d)\\d)");
    private static final Set<UnicodeScript> UNSPACED = EnumSet.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.HANGUL,
            UnicodeScript.THAI);

    private SearchWords() {}

    /** The words of a record. */
    static Set<String> of(Patient patient, List<FormerContact> former) {
        Set<String> words = new LinkedHashSet<>(names(patient.firstName(), patient.lastName()));
        words.addAll(mail(patient.email()));
        words.addAll(numbers(patient.phone()));
        patient.birthDate().ifPresent(day -> words.add("b:" + day));
        former.forEach(contact -> words.addAll(
                switch (contact.kind()) {
                    case NAME -> names(contact.value(), "");
                    case EMAIL -> mail(contact.value());
                    case PHONE -> numbers(contact.value().replaceFirst(";.*", ""));
                }));
        words.add(version());
        return words;
    }

    /** Tells that the words of a record are of this version; no search asks for it. */
    static String version() {
        return "v:" + VERSION;
    }

    /** Every part of a name, and it all as one word in either order. */
    static Set<String> names(String firstName, String lastName) {
        Set<String> words = new LinkedHashSet<>(parts(FamilyName.full(firstName, lastName)));
        words.addAll(asOne(firstName, lastName));
        for (String whole : List.of(firstName, lastName)) {
            words.add(word("n:", bare(SearchFold.of(whole))));
        }
        words.remove("n:");
        return words;
    }

    /** A name as one word, the first name before the last or behind it. */
    static Set<String> asOne(String firstName, String lastName) {
        return new LinkedHashSet<>(List.of(
                word("n:", bare(SearchFold.of(firstName + lastName))),
                word("n:", bare(SearchFold.of(lastName + firstName)))));
    }

    /** Every part of a name, and what lies between two spaces also without its hyphens and apostrophes. */
    static Set<String> parts(String name) {
        Set<String> words = new LinkedHashSet<>();
        for (String whole : SearchFold.of(name).split("[\\s・·,]+")) {
            Stream.concat(Stream.of(whole.split("[^\\p{L}\\p{N}\\p{M}]+")), Stream.of(bare(whole)))
                    .filter(part -> !part.isEmpty())
                    .forEach(part -> {
                        words.add(word("n:", part));
                        words.addAll(endings(part));
                    });
        }
        return words;
    }

    /** Whether everything in the one name is in the other, however it is spelled. */
    static boolean isSameName(String one, String other) {
        Set<String> left = parts(one);
        Set<String> right = parts(other);
        return bare(SearchFold.of(one)).equals(bare(SearchFold.of(other)))
                || !left.isEmpty() && !right.isEmpty() && (left.containsAll(right) || right.containsAll(left));
    }

    /** Of a name in a script without spaces: it may be family and given name together, and either is looked for. */
    private static List<String> endings(String part) {
        int[] characters = part.codePoints().toArray();
        List<String> endings = new ArrayList<>();
        if (characters.length <= LONGEST_UNSPACED
                && part.codePoints().allMatch(letter -> UNSPACED.contains(UnicodeScript.of(letter)) || letter == 'ー')) {
            for (int from = 1; from < characters.length; from++) {
                endings.add(word("n:", new String(characters, from, characters.length - from)));
            }
        }
        return endings;
    }

    static Set<String> mail(String email) {
        return email.isBlank() ? Set.of() : Set.of(word("m:", SearchFold.of(email)));
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
        String rest = withoutNumbers(withoutDates(SearchFold.of(query), asked), asked);
        for (String token : tokens(rest)) {
            if (token.indexOf('@') >= 0) {
                asked.add(Set.of(word("m:", PastedAddress.read(token))));
            } else if (!bare(token).isEmpty()) {
                asked.add(Set.of(word("n:", bare(token)), word("m:", token)));
            }
        }
        return asked;
    }

    /**
     * The same with all that may be a name as one word, for who writes in several words what stands in the record as one:
     * {@code van der berg}. Empty when that is no other question.
     */
    static List<Set<String>> askedAsOneName(String query) {
        List<Set<String>> asked = new ArrayList<>();
        String rest = withoutNumbers(withoutDates(SearchFold.of(query), asked), asked);
        List<String> names = new ArrayList<>();
        for (String token : tokens(rest)) {
            if (token.indexOf('@') >= 0) {
                asked.add(Set.of(word("m:", PastedAddress.read(token))));
            } else if (!bare(token).isEmpty()) {
                names.add(bare(token));
            }
        }
        if (names.size() < 2) {
            return List.of();
        }
        asked.add(Set.of(word("n:", String.join("", names))));
        return asked;
    }

    private static String[] tokens(String rest) {
        return rest.split("[\\s,;<>()・]+");
    }

    private static String withoutDates(String folded, List<Set<String>> asked) {
        String rest = folded;
        for (Optional<WrittenDates.Found> found = WrittenDates.first(rest);
                found.isPresent();
                found = WrittenDates.first(rest)) {
            Set<String> words = new LinkedHashSet<>();
            found.get().days().forEach(day -> words.add("b:" + day));
            asked.add(words);
            rest = rest.substring(0, found.get().start()) + " "
                    + rest.substring(found.get().end());
        }
        return rest;
    }

    private static String withoutNumbers(String folded, List<Set<String>> asked) {
        Matcher matcher = NUMBER.matcher(folded);
        StringBuilder rest = new StringBuilder();
        while (matcher.find()) {
            List<Set<String>> numbers = isWithinAMail(folded, matcher) ? List.of() : numbersIn(matcher.group());
            asked.addAll(numbers);
            matcher.appendReplacement(rest, numbers.isEmpty() ? Matcher.quoteReplacement(matcher.group()) : " ");
        }
        return matcher.appendTail(rest).toString();
    }

    private static boolean isWithinAMail(String text, Matcher found) {
        int from = Math.max(text.lastIndexOf(' ', found.start()), 0);
        int to = text.indexOf(' ', found.end());
        return text.substring(from, to < 0 ? text.length() : to).indexOf('@') >= 0;
    }

    /** One number however it is spaced; but a year beside a number is a year: {@code 1980 818-555-0142}. */
    private static List<Set<String>> numbersIn(String text) {
        String number = EXTENSION.matcher(text.strip()).replaceFirst("");
        String digits = number.replaceAll("\\D", "");
        if (digits.length() < FEWEST_DIGITS) {
            return List.of();
        }
        Set<String> words = new LinkedHashSet<>(List.of("p:" + digits, "r:" + reversed(digits)));
        PhoneNumber.find(number).ifPresent(whole -> words.addAll(numbers(whole.value())));
        WrittenDates.ofDigits(digits).forEach(day -> words.add("b:" + day));
        WrittenDates.month(number.strip()).ifPresent(month -> words.add("b:" + month));
        Matcher year = YEAR_BESIDE.matcher(number.strip());
        if (PhoneNumber.find(number).isEmpty() && year.matches()) {
            return Stream.of(1, 2, 3, 4)
                    .map(year::group)
                    .filter(part -> part != null)
                    .flatMap(part -> numbersIn(part).stream())
                    .toList();
        }
        return List.of(words);
    }

    private static String bare(String word) {
        return word.replaceAll("[^\\p{L}\\p{N}\\p{M}]", "");
    }

    private static String reversed(String digits) {
        return new StringBuilder(digits).reverse().toString();
    }

    private static String word(String kind, String text) {
        return kind + (text.length() > LONGEST ? text.substring(0, LONGEST) : text);
    }
}
