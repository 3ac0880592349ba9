package clinic.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SettingsPageTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(CLINIC_\\w+)` \\| (.+?) \\| (.+) \\|$");
    private static final Pattern VALUE = Pattern.compile("`(.+)`");

    @Test
    void listsEverySettingWithItsDefault() throws IOException {
        List<String> described = ROW.matcher(Files.readString(Path.of("config/settings.md")))
                .results()
                .map(row -> row.group(1) + "=" + value(row.group(2)))
                .toList();

        assertThat(described)
                .containsExactlyElementsOf(Arrays.stream(Setting.values())
                        .map(setting ->
                                setting.variable() + "=" + setting.byDefault().orElse("none"))
                        .toList());
    }

    private static String value(String cell) {
        Matcher value = VALUE.matcher(cell);
        return value.matches() ? value.group(1) : cell.replaceFirst(":.*", "");
    }
}
