package clinic.patient;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A telephone number somebody can dial. Typed in any way people write one; without a country it is one of ours.
 *
 * @param value in E.164, {@code +18185550142}
 * @param extension what to dial once it is answered: digits, or empty
 */
public record PhoneNumber(String value, String extension) {
    private static final String HOME_COUNTRY = "US";
    private static final int NORTH_AMERICA = 1;
    public static final int LONGEST = 40;
    public static final int LONGEST_EXTENSION = 10;
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private static final Pattern EXTENSION = Pattern.compile(
            "(?i)(.*?)[\\s,;.]*(?:;ext=|(?:\\bextensi[oó]n|\\bexten|(?<![a-z])ext|\\banexo|\\bint|(?<![a-z])x|#)[\\s.:#]*)(\\d{1,"
                    + LONGEST_EXTENSION + "})[\\s.)]*");
    private static final Pattern LINK = Pattern.compile("(?i)tel:\\s*");
    private static final Pattern DIGITS = Pattern.compile("\\+?[\\d\\s().\\[\\]/·‐‑‒–—−-]+");
    /** A word on the keys, which stands for the digits of its letters: 1-800-FLOWERS. */
    private static final Pattern WORD =
            Pattern.compile("(?:\\+?1[\\s.-]?)?\\(?\\d{3}\\)?[\\s.-]?(?=[A-Za-z\\d-]*[A-Za-z]{3})[A-Za-z\\d-]{7,9}");
    /**
     * The form of every number of North America: no area code or exchange begins with 0 or 1, none is a service of three
     * digits, and some area codes will never be given out. (North American Numbering Plan; lists of those given out so far
     * age faster than they are printed.)
     */
    private static final Pattern OF_NORTH_AMERICA =
            Pattern.compile("(?!37|96|.11|555)[2-9][0-8]\\d(?!.11)[2-9]\\d{2}\\d{4}");

    private static final Pattern ONE_DIGIT = Pattern.compile("(\\d)\\1*");

    public PhoneNumber {
        if (!value.matches("\\+\\d{4,15}") || !extension.matches("\\d{0," + LONGEST_EXTENSION + "}")) {
            throw new IllegalArgumentException("not a phone number");
        }
    }

    /**
     * The number that was typed.
     *
     * @throws IllegalArgumentException if it is none
     */
    public PhoneNumber(String typed) {
        this(find(typed).orElseThrow(() -> new IllegalArgumentException("not a phone number")));
    }

    private PhoneNumber(PhoneNumber other) {
        this(other.value, other.extension);
    }

    /** What is wrong with a text as a number that can be dialed; nothing if it is one. */
    public static Optional<Flaw> flaw(String typed) {
        Optional<Flaw> flaw = Texts.flaw(typed, LONGEST);
        if (flaw.isPresent()) {
            return flaw;
        }
        if (Texts.line(typed).isEmpty()) {
            return Optional.of(Flaw.MISSING);
        }
        return find(typed).isPresent() ? Optional.empty() : Optional.of(Flaw.NOT_A_PHONE_NUMBER);
    }

    /** The number a text is; nothing if it is none, or if something in it belongs to no number. */
    public static Optional<PhoneNumber> find(String typed) {
        String text = LINK.matcher(digits(Texts.line(typed))).replaceFirst("");
        Matcher extended = EXTENSION.matcher(text);
        boolean hasExtension = extended.matches();
        return number(hasExtension ? extended.group(1) : text)
                .map(number -> new PhoneNumber(
                        NUMBERS.format(number, PhoneNumberFormat.E164), hasExtension ? extended.group(2) : ""));
    }

    private static Optional<Phonenumber.PhoneNumber> number(String text) {
        if (!DIGITS.matcher(text).matches() && !WORD.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            var number = NUMBERS.parse(text.replaceFirst("^\\s*00(?=[1-9])", "+"), HOME_COUNTRY);
            return canBeDialed(number) ? Optional.of(number) : Optional.empty();
        } catch (NumberParseException notOne) {
            return Optional.empty();
        }
    }

    private static boolean canBeDialed(Phonenumber.PhoneNumber number) {
        String national = NUMBERS.getNationalSignificantNumber(number);
        if (ONE_DIGIT.matcher(national).matches()) {
            return false;
        }
        return number.getCountryCode() == NORTH_AMERICA
                ? OF_NORTH_AMERICA.matcher(national).matches()
                : NUMBERS.isValidNumber(number);
    }

    /** Every digit of any script as the one of ours, and a full-width plus sign as a plus sign. */
    private static String digits(String text) {
        StringBuilder digits = new StringBuilder(text.length());
        text.codePoints()
                .map(letter -> Character.getType(letter) == Character.DECIMAL_DIGIT_NUMBER
                        ? '0' + Character.digit(letter, 10)
                        : letter == '＋' ? '+' : letter)
                .forEach(digits::appendCodePoint);
        return digits.toString();
    }

    /** As people here write it: {@code 818-555-0142 ext. 12}; from another country with its code, {@code +34 612 34 56 78}. */
    public String shown() {
        String shown = value.replaceFirst("^\\+1(\\d{3})(\\d{3})(\\d{4})$", "$1-$2-$3");
        return (shown.equals(value) ? international() : shown) + (extension.isEmpty() ? "" : " ext. " + extension);
    }

    private String international() {
        try {
            return NUMBERS.format(NUMBERS.parse(value, HOME_COUNTRY), PhoneNumberFormat.INTERNATIONAL);
        } catch (NumberParseException notFormatted) {
            return value;
        }
    }

    /** As a telephone dials it (RFC 3966, after {@code tel:}): {@code +18185550142;ext=12}. */
    public String dialed() {
        return dialed(value, extension);
    }

    /** The same of a number on record; empty where there is none. */
    public static String dialed(String value, String extension) {
        return extension.isEmpty() ? value : value + ";ext=" + extension;
    }

    /** A number on record as people here write it, whatever it was accepted by then; empty where there is none. */
    public static String shown(String dialed) {
        String value = dialed.replaceFirst(";ext=.*", "");
        String extension = dialed.substring(Math.min(dialed.length(), value.length() + ";ext=".length()));
        return value.matches("\\+\\d{4,15}") ? new PhoneNumber(value, extension).shown() : dialed;
    }
}
