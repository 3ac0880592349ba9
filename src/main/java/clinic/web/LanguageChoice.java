package clinic.web;

import clinic.patient.Language;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Optional;
import java.util.stream.Stream;

/** Which language a reader wants: what she chose on the page, else what her browser asks for, else English. */
final class LanguageChoice {
    static final String PARAMETER = "lang";
    static final String COOKIE = "lang";

    private LanguageChoice() {}

    static Language of(HttpServletRequest request) {
        return chosen(request)
                .or(() -> Cookies.find(request, COOKIE).flatMap(Language::find))
                .or(() -> Collections.list(request.getLocales()).stream()
                        .flatMap(locale -> Language.find(locale.toLanguageTag()).stream())
                        .findFirst())
                .orElse(Language.ENGLISH);
    }

    /** The language chosen by this very request. */
    static Optional<Language> chosen(HttpServletRequest request) {
        return Stream.ofNullable(request.getParameter(PARAMETER))
                .flatMap(code -> Language.find(code).stream())
                .findFirst();
    }

    static Cookie remember(HttpServletRequest request, Language language) {
        return Cookies.make(request, COOKIE, language.code(), 365 * 24 * 60 * 60);
    }
}
