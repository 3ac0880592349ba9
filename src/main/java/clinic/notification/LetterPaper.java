package clinic.notification;

import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** The two layouts all letters share; one ending in {@code .ftlh} escapes whatever is put into it. */
@ApplicationScoped
class LetterPaper {
    private final Configuration layouts = new Configuration(Configuration.VERSION_2_3_34);

    LetterPaper() {
        layouts.setClassLoaderForTemplateLoading(LetterPaper.class.getClassLoader(), "clinic/notification");
        layouts.setDefaultEncoding(StandardCharsets.UTF_8.name());
        layouts.setLocale(Locale.ROOT);
        layouts.setLocalizedLookup(false);
        layouts.setRecognizeStandardFileExtensions(true);
        layouts.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        layouts.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        layouts.setLogTemplateExceptions(false);
    }

    String text(Map<String, Object> content) {
        return fill("letter.ftl", content);
    }

    String html(Map<String, Object> content) {
        return fill("letter.ftlh", content);
    }

    private String fill(String layout, Map<String, Object> content) {
        StringWriter filled = new StringWriter();
        try {
            Template template = layouts.getTemplate(layout);
            template.process(content, filled);
        } catch (TemplateException defect) {
            throw new IllegalStateException(layout + " cannot be filled", defect);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
        return filled.toString();
    }
}
