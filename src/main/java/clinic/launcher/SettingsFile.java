package clinic.launcher;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The file in the home, if there is one: settings, and what the clinic is furnished with at its first start. */
record SettingsFile(String name, Map<String, String> lines) {
    static SettingsFile read(Path file) throws CannotStart {
        Properties properties = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            } catch (IOException | IllegalArgumentException failure) {
                throw new CannotStart("The settings file " + file + " cannot be read: " + failure + ".", failure);
            }
        }
        return new SettingsFile(
                file.toString(),
                properties.stringPropertyNames().stream()
                        .collect(Collectors.toMap(line -> line, properties::getProperty)));
    }

    Map<String, String> with(String prefix) {
        return where(line -> line.startsWith(prefix));
    }

    Map<String, String> without(String prefix) {
        return where(line -> !line.startsWith(prefix));
    }

    private Map<String, String> where(Predicate<String> wanted) {
        return lines.entrySet().stream()
                .filter(line -> wanted.test(line.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
