package clinic.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Remembers the language somebody chose, and takes the choice out of the address again. */
@WebFilter(filterName = "LanguageSwitch")
public class LanguageSwitch extends HttpFilter {
    private static final long serialVersionUID = 1;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!PrivatePaths.isPage(request)) {
            chain.doFilter(request, response);
            return;
        }
        LanguageChoice.chosen(request)
                .ifPresent(language -> response.addCookie(LanguageChoice.remember(request, language)));
        if ("GET".equals(request.getMethod()) && request.getParameter(LanguageChoice.PARAMETER) != null) {
            response.setHeader("Cache-Control", "no-store");
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", here(request) + withoutLanguage(request));
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Two slashes in front would be another site. */
    private static String here(HttpServletRequest request) {
        return PrivatePaths.pathOf(request).replaceFirst("^/+", "/");
    }

    private static String withoutLanguage(HttpServletRequest request) {
        String query = request.getParameterMap().entrySet().stream()
                .filter(parameter -> !parameter.getKey().equals(LanguageChoice.PARAMETER))
                .flatMap(LanguageSwitch::written)
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }

    private static Stream<String> written(Map.Entry<String, String[]> parameter) {
        return Stream.of(parameter.getValue()).map(value -> encoded(parameter.getKey()) + "=" + encoded(value));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
