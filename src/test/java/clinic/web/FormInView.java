package clinic.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A form as its view writes it.
 *
 * @param name the view, and its id or which of the view it is, from 1: {@code staff/house#close}
 * @param reads whether it only asks for a page
 * @param inside what stands between its tags
 */
record FormInView(String name, boolean reads, String inside) {
    private static final Path VIEWS = Path.of("src/main/webapp");
    private static final Pattern FORM = Pattern.compile("<(h:form|form)\\b([^>]*?)(/?)>(.*?)</\\1>", Pattern.DOTALL);
    private static final Pattern ID = Pattern.compile("\\bid=\"([^\"]+)\"");
    private static final Pattern BUTTON = Pattern.compile("<(button\\b|h:commandButton\\b|d:choose\\b)");

    /** Every form of the product. */
    static List<FormInView> all() {
        try (Stream<Path> views = Files.walk(VIEWS)) {
            return views.filter(view -> view.toString().endsWith(".xhtml"))
                    .sorted()
                    .flatMap(view -> in(view).stream())
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<FormInView> in(Path view) {
        try {
            List<FormInView> forms = new ArrayList<>();
            Matcher form = FORM.matcher(Files.readString(view));
            while (form.find()) {
                Matcher id = ID.matcher(form.group(2));
                String file = VIEWS.relativize(view).toString().replaceFirst("\\.xhtml$", "");
                forms.add(new FormInView(
                        file + "#" + (id.find() ? id.group(1) : forms.size() + 1),
                        form.group(2).contains("method=\"get\""),
                        form.group(4)));
            }
            return forms;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    int buttons() {
        return (int) BUTTON.matcher(inside).results().count();
    }

    /** Whether Enter in one of its fields sends it. */
    boolean hasLines() {
        return inside.matches(
                "(?s).*(<d:field|<d:secret|<h:inputText|<input type=\"(text|date|time|datetime-local|number)\").*");
    }
}
