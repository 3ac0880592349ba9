package clinic.security;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a form said when it could not be worked on.
 *
 * @param path where it was sent
 * @param fields in the order they came; never a password or a code
 * @param complete whether that is all of them: a form with a password has to be filled in again
 */
public record TypedForm(String path, List<Field> fields, boolean complete) {
    private static final String WORD = "csrf";

    /** Names under which passwords and codes are typed, and the word of the session that is over. */
    public static final Set<String> NEVER_KEPT =
            Set.of("password", "newPassword", "code", "seed", WORD, "proofPassword", "proofCode");

    /** One value of one field. */
    public record Field(String name, String value) {}

    static TypedForm of(String path, Map<String, String[]> parameters) {
        List<Field> fields = new ArrayList<>();
        boolean complete =
                parameters.keySet().stream().filter(name -> !name.equals(WORD)).noneMatch(NEVER_KEPT::contains);
        parameters.forEach((name, values) -> {
            if (!NEVER_KEPT.contains(name)) {
                Arrays.stream(values).forEach(value -> fields.add(new Field(name, value)));
            }
        });
        return new TypedForm(path, List.copyOf(fields), complete);
    }

    String written() {
        return (complete ? "+" : "-") + encoded(path) + "?"
                + fields.stream()
                        .map(field -> encoded(field.name()) + "=" + encoded(field.value()))
                        .collect(Collectors.joining("&"));
    }

    static TypedForm read(String written) {
        int mark = written.indexOf('?');
        List<Field> fields = Arrays.stream(written.substring(mark + 1).split("&"))
                .filter(pair -> pair.contains("="))
                .map(pair -> pair.split("=", 2))
                .map(pair -> new Field(decoded(pair[0]), decoded(pair[1])))
                .toList();
        return new TypedForm(decoded(written.substring(1, mark)), fields, written.startsWith("+"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
