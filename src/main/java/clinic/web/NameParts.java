package clinic.web;

import clinic.patient.Language;
import java.util.List;

/**
 * A first guess at the first and last name in a name written in one line; staff correct it in the form. English puts one
 * last name at the end, Spanish two where there are at least three words; "Last, First" is read as it says.
 */
record NameParts(String first, String last) {
    static NameParts of(String name, String language) {
        int comma = name.indexOf(',');
        if (comma > 0) {
            return new NameParts(
                    name.substring(comma + 1).strip(), name.substring(0, comma).strip());
        }
        List<String> words = List.of(name.strip().split("\\s+"));
        int lasts = words.size() > 2 && Language.SPANISH.code().equals(language) ? 2 : 1;
        int firsts = Math.max(1, words.size() - lasts);
        return new NameParts(
                String.join(" ", words.subList(0, firsts)), String.join(" ", words.subList(firsts, words.size())));
    }
}
