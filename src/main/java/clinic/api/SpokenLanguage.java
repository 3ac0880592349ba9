package clinic.api;

import clinic.patient.Language;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which of the clinic's languages a caller reads, by her Accept-Language; English when none or nothing readable. */
final class SpokenLanguage {
    private SpokenLanguage() {}

    static Language of(String acceptLanguage) {
        return ranges(acceptLanguage).stream()
                .filter(range -> range.getWeight() > 0)
                .map(range -> Language.find(range.getRange()))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(Language.ENGLISH);
    }

    private static List<Locale.LanguageRange> ranges(String header) {
        if (header == null || header.isBlank()) {
            return List.of();
        }
        try {
            return Locale.LanguageRange.parse(header);
        } catch (IllegalArgumentException unreadable) {
            return List.of();
        }
    }
}
