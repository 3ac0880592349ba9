package clinic.patient;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/**
 * Text as it is compared in searches and among duplicates: small letters without accents, without vowel points and without
 * the ornaments of a hand or a keyboard. What two people may write differently of one name is the same here; what this makes
 * of a record is kept with it, so a change of it raises {@link SearchWords#VERSION}. Pure.
 */
final class SearchFold {
    /** Kept: without them a letter of a syllabary is another one. */
    private static final int VOICED = 0x3099;

    private static final int SEMI_VOICED = 0x309A;
    private static final int KATAKANA_SMALL_A = 0x30A1;
    private static final int KATAKANA_SMALL_KE = 0x30F6;
    private static final int TO_HIRAGANA = 0x60;

    /** Marks that are written on top of letters are what a decomposition leaves; these letters it leaves as they are. */
    private static final Map<Integer, String> LETTERS = Map.ofEntries(
            Map.entry((int) 'ß', "ss"),
            Map.entry((int) 'æ', "ae"),
            Map.entry((int) 'œ', "oe"),
            Map.entry((int) 'ø', "o"),
            Map.entry((int) 'þ', "th"),
            Map.entry((int) 'ð', "d"),
            Map.entry((int) 'đ', "d"),
            Map.entry((int) 'ɖ', "d"),
            Map.entry((int) 'ɗ', "d"),
            Map.entry((int) 'ł', "l"),
            Map.entry((int) 'ƚ', "l"),
            Map.entry((int) 'ı', "i"),
            Map.entry((int) 'ɨ', "i"),
            Map.entry((int) 'ħ', "h"),
            Map.entry((int) 'ŧ', "t"),
            Map.entry((int) 'ŋ', "ng"),
            Map.entry((int) 'ĸ', "k"),
            Map.entry((int) 'ƙ', "k"),
            Map.entry((int) 'ɓ', "b"),
            Map.entry((int) 'ƀ', "b"),
            Map.entry((int) 'ɛ', "e"),
            Map.entry((int) 'ə', "e"),
            Map.entry((int) 'ǝ', "e"),
            Map.entry((int) 'ɔ', "o"),
            Map.entry((int) 'ŉ', "n"),
            Map.entry((int) 'ɲ', "n"),
            Map.entry((int) 'ƴ', "y"),
            Map.entry((int) 'ƶ', "z"),
            Map.entry((int) 'ſ', "s"),
            Map.entry((int) 'ς', "σ"),
            // Arabic: one letter however it carries its hamza, and as Persian and Urdu keyboards write it.
            Map.entry(0x0621, ""),
            Map.entry(0x0640, ""),
            Map.entry(0x0671, "\u0627"),
            Map.entry(0x0629, "\u0647"),
            Map.entry(0x0649, "\u064A"),
            Map.entry(0x06CC, "\u064A"),
            Map.entry(0x06D2, "\u064A"),
            Map.entry(0x06A9, "\u0643"),
            Map.entry(0x06C1, "\u0647"),
            Map.entry(0x06BE, "\u0647"),
            Map.entry(0x06D5, "\u0647"));

    private SearchFold() {}

    /** The folded text; spaces, hyphens and punctuation stay, every apostrophe is {@code '}. */
    static String of(String text) {
        String decomposed = Normalizer.normalize(withOneApostrophe(text), Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(decomposed.length());
        decomposed.codePoints().filter(letter -> !isOrnament(letter)).forEach(letter -> {
            String other = LETTERS.get(letter);
            if (other != null) {
                folded.append(other);
            } else if (Character.getType(letter) == Character.DECIMAL_DIGIT_NUMBER) {
                folded.append(Character.digit(letter, 10));
            } else if (letter >= KATAKANA_SMALL_A && letter <= KATAKANA_SMALL_KE) {
                folded.appendCodePoint(letter - TO_HIRAGANA);
            } else {
                folded.appendCodePoint(letter);
            }
        });
        return Normalizer.normalize(folded, Normalizer.Form.NFC);
    }

    /** Before all else: an acute accent that stands alone would be decomposed into a space and a mark. */
    private static String withOneApostrophe(String text) {
        return Texts.lines(text).replaceAll("[’‘‛´`′ʼʻʽʾʿʹ＇՚׳ꞌ]", "'");
    }

    /** Accents, vowel points and the joiners between letters; not the vowel signs of the scripts of India, which are letters. */
    private static boolean isOrnament(int letter) {
        int type = Character.getType(letter);
        if (type == Character.FORMAT) {
            return true;
        }
        if (type != Character.NON_SPACING_MARK || letter == VOICED || letter == SEMI_VOICED) {
            return false;
        }
        UnicodeScript script = UnicodeScript.of(letter);
        return script == UnicodeScript.INHERITED
                || script == UnicodeScript.ARABIC
                || script == UnicodeScript.HEBREW
                || script == UnicodeScript.SYRIAC
                || script == UnicodeScript.CYRILLIC
                || letter == 0xFE0F;
    }
}
