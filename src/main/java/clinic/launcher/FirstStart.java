package clinic.launcher;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * What the clinic is furnished with at its first start, where the file in the home says otherwise than
 * {@code config/clinic.properties}, which names everything that can be said. Checked at every start, used at the first.
 */
record FirstStart(Map<String, String> values) {
    static final String PREFIX = "clinic.";
    private static final String SHIPPED = "/clinic/clinic.properties";
    private static final int DAY = 24 * 60;

    private static final List<Rule> RULES = List.of(
            Rule.of("name", AllowedClinic.text(100)),
            Rule.of("street|city", AllowedClinic.text(200)),
            Rule.of("phone", AllowedClinic::phone),
            Rule.of("zone", AllowedClinic::zone),
            Rule.of("hours\\..*", AllowedClinic::hours),
            Rule.of("visit\\..*\\.(minutes|every-minutes)", AllowedClinic.quarterHours(DAY)),
            Rule.of("visit\\..*\\.lead-minutes", Allowed.number(0, 365 * DAY)),
            Rule.of("visit\\..*\\.horizon-days", Allowed.number(1, 365)),
            Rule.of("visit\\..*\\.turnover-minutes", Allowed.number(0, DAY / 4)),
            Rule.of("rooms", AllowedClinic::rooms),
            Rule.of("clinicians", AllowedClinic::clinicians),
            Rule.of("nurses", AllowedClinic::nurses));

    /** What the values of these names may be. */
    private record Rule(Pattern names, UnaryOperator<String> allowed) {
        static Rule of(String names, UnaryOperator<String> allowed) {
            return new Rule(Pattern.compile(names), allowed);
        }
    }

    static FirstStart of(SettingsFile file) throws CannotStart {
        Collection<String> known = shipped().stringPropertyNames();
        Map<String, String> values = new TreeMap<>();
        for (Map.Entry<String, String> line : file.with(PREFIX).entrySet()) {
            if (!known.contains(line.getKey())) {
                throw new CannotStart(line.getKey() + " in " + file.name() + " is not known; did you mean "
                        + NearestName.of(line.getKey(), known) + "?");
            }
            String value = line.getValue().strip();
            if (!value.isEmpty()) {
                values.put(line.getKey(), checked(line.getKey(), value));
            }
        }
        return new FirstStart(values);
    }

    static Properties shipped() throws CannotStart {
        Properties shipped = new Properties();
        try (Reader reader =
                new InputStreamReader(FirstStart.class.getResourceAsStream(SHIPPED), StandardCharsets.UTF_8)) {
            shipped.load(reader);
            return shipped;
        } catch (IOException failure) {
            throw new CannotStart("clinic.jar is damaged: " + SHIPPED + " cannot be read.", failure);
        }
    }

    /** The value in its normal form, or one sentence that names it. */
    static String checked(String name, String value) throws CannotStart {
        Rule rule = RULES.stream()
                .filter(each ->
                        each.names().matcher(name.substring(PREFIX.length())).matches())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody said what " + name + " may be"));
        try {
            return rule.allowed().apply(value);
        } catch (IllegalArgumentException refused) {
            throw new CannotStart(name + " " + refused.getMessage() + ", not \"" + value + "\".", refused);
        }
    }
}
