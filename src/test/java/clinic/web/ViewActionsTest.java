package clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code onPostback} adds posts to reads: an action that changes something must say that it is for posts alone. */
class ViewActionsTest {
    private static final Pattern ACTION = Pattern.compile("<f:viewAction action=\"#\\{([^}]*)}\"([^>]*)/>");

    @Test
    void whatChangesSomethingRunsForPostsAlone() throws IOException {
        List<String> careless = new ArrayList<>();
        int seen = 0;
        try (Stream<Path> views = Files.walk(Path.of("src/main/webapp"))) {
            for (Path view :
                    views.filter(file -> file.toString().endsWith(".xhtml")).toList()) {
                for (Matcher action = ACTION.matcher(Files.readString(view)); action.find(); ) {
                    seen++;
                    boolean reads = action.group(1).matches("\\w+\\.(open|fill|ask)\\w*(\\(\'\\w+\'\\))?");
                    if (!reads && !action.group(2).contains("if=\"#{facesContext.postback")) {
                        careless.add(view + ": " + action.group(1));
                    }
                }
            }
        }
        assertThat(careless).isEmpty();
        assertThat(seen).isGreaterThan(20);
    }
}
