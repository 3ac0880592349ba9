package clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.security.TypedForm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The list of forms is the list of the views: a form nobody has thought of fails here. */
class FormsTest {
    @Test
    void everyFormIsTried() {
        assertThat(FormCases.all().stream().map(FormCase::form))
                .containsExactlyInAnyOrderElementsOf(
                        FormInView.all().stream().map(FormInView::name).toList());
    }

    @Test
    void whatIsTriedElsewhereHasOneButtonOrNoFieldToPressEnterIn() {
        Set<String> elsewhere = new TreeSet<>(FormCases.all().stream()
                .filter(FormCase::isElsewhere)
                .map(FormCase::form)
                .toList());
        assertThat(FormInView.all().stream()
                        .filter(form -> elsewhere.contains(form.name()))
                        .filter(form -> form.hasLines() && form.buttons() != 1)
                        .map(FormInView::name))
                .isEmpty();
    }

    @Test
    void classesThatTryTheRestExist() throws IOException {
        try (Stream<Path> tests = Files.walk(Path.of("src/test/java"))) {
            List<String> names = tests.map(path -> path.getFileName().toString().replace(".java", ""))
                    .toList();
            assertThat(FormCases.all().stream()
                            .map(FormCase::elsewhere)
                            .filter(test -> test.length() > 1)
                            .filter(test -> !names.contains(test)))
                    .isEmpty();
        }
    }

    /** Catches: a new field for a password or a code, whose text would be kept while its owner signs in again. */
    @Test
    void noPasswordIsEverKept() throws IOException {
        Pattern secret = Pattern.compile(
                "<(?:d:secret|h:inputSecret|d:field(?=[^>]*one-time-code))[^>]*?\\b(?:name|id)=\"(\\w+)\"");
        Set<String> names = new TreeSet<>();
        try (Stream<Path> views = Files.walk(Path.of("src/main/webapp"))) {
            for (Path view : views.filter(path -> path.toString().endsWith(".xhtml"))
                    .filter(path -> !path.endsWith("secret.xhtml"))
                    .toList()) {
                Matcher found = secret.matcher(Files.readString(view));
                while (found.find()) {
                    names.add(found.group(1));
                }
            }
        }
        assertThat(names).isNotEmpty();
        assertThat(TypedForm.NEVER_KEPT).containsAll(names);
    }
}
