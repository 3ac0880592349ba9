package clinic.platform;

import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** FreeMarker templates of one folder of the class path; one ending in {@code .ftlh} escapes whatever is put into it. */
public final class Layouts {
    private final Configuration layouts = new Configuration(Configuration.VERSION_2_3_34);

    /**
     * @param folder on the class path, without slashes around it
     */
    public Layouts(String folder) {
        layouts.setClassLoaderForTemplateLoading(Layouts.class.getClassLoader(), folder);
        layouts.setDefaultEncoding(StandardCharsets.UTF_8.name());
        layouts.setLocale(Locale.ROOT);
        layouts.setLocalizedLookup(false);
        layouts.setRecognizeStandardFileExtensions(true);
        layouts.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        layouts.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        layouts.setLogTemplateExceptions(false);
    }

    /**
     * The template with its placeholders filled.
     *
     * @throws IllegalStateException if the template asks for what is not in the content
     */
    public String fill(String layout, Map<String, Object> content) {
        StringWriter filled = new StringWriter();
        try {
            layouts.getTemplate(layout).process(content, filled);
        } catch (TemplateException defect) {
            throw new IllegalStateException(layout + " cannot be filled", defect);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
        return filled.toString();
    }
}
