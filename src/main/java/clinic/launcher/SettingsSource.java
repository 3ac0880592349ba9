package clinic.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One place settings come from: the environment or the file in the home. An empty value is as good as none. */
record SettingsSource(String name, Map<String, String> entries) {
    private static final List<String> NAMES = Arrays.stream(Setting.values())
            .flatMap(setting -> setting.secret()
                    ? Stream.of(setting.variable(), setting.variable() + Setting.FROM_FILE)
                    : Stream.of(setting.variable()))
            .toList();

    static SettingsSource environment(Map<String, String> variables) throws CannotStart {
        return known(
                "the environment",
                variables.entrySet().stream()
                        .filter(entry -> entry.getKey().startsWith(Setting.PREFIX))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    static SettingsSource file(SettingsFile file) throws CannotStart {
        SettingsSource source = known(file.name(), file.without(FirstStart.PREFIX));
        if (source.find(Setting.HOME).isPresent()) {
            throw new CannotStart("CLINIC_HOME cannot be set in " + file.name() + ", which lies in it.");
        }
        return source;
    }

    private static SettingsSource known(String name, Map<String, String> entries) throws CannotStart {
        Optional<String> stranger = entries.keySet().stream()
                .filter(entry -> !NAMES.contains(entry))
                .sorted()
                .findFirst();
        if (stranger.isPresent()) {
            throw new CannotStart(stranger.get() + " in " + name + whatItMayBe(stranger.get()));
        }
        return new SettingsSource(name, entries);
    }

    private static String whatItMayBe(String stranger) {
        String meant = stranger.replaceFirst(Setting.FROM_FILE + "$", "");
        return Setting.named(meant).isPresent()
                ? " is not a setting: only a secret can be given as a file."
                : " is not a setting; did you mean " + NearestName.of(stranger, NAMES) + "?";
    }

    Optional<String> find(Setting setting) throws CannotStart {
        Optional<String> plain = entry(setting.variable());
        Optional<String> file = setting.secret() ? entry(setting.variable() + Setting.FROM_FILE) : Optional.empty();
        if (plain.isPresent() && file.isPresent()) {
            throw new CannotStart(setting.variable() + " and " + setting.variable() + Setting.FROM_FILE
                    + " are both set; keep one of them.");
        }
        return file.isPresent() ? Optional.of(contents(setting, file.get())) : plain;
    }

    private Optional<String> entry(String variable) {
        return Optional.ofNullable(entries.get(variable)).map(String::strip).filter(value -> !value.isEmpty());
    }

    private static String contents(Setting setting, String file) throws CannotStart {
        String variable = setting.variable() + Setting.FROM_FILE;
        try {
            String secret = Files.readString(Path.of(file)).strip();
            if (secret.isEmpty()) {
                throw new CannotStart(variable + " names an empty file, " + file + ".");
            }
            return secret;
        } catch (IOException | InvalidPathException failure) {
            throw new CannotStart(variable + " names a file that cannot be read, " + file + ".", failure);
        }
    }
}
