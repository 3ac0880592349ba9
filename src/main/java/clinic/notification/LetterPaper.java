package clinic.notification;

import clinic.platform.Layouts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** The two layouts all letters share. */
@ApplicationScoped
class LetterPaper {
    private final Layouts layouts = new Layouts("clinic/notification");

    String text(Map<String, Object> content) {
        return layouts.fill("letter.ftl", content);
    }

    String html(Map<String, Object> content) {
        return layouts.fill("letter.ftlh", content);
    }
}
