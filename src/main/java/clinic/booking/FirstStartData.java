package clinic.booking;

import clinic.calendar.QuarterHours;
import clinic.capacity.Purpose;
import clinic.capacity.Resource;
import clinic.capacity.ResourceKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/**
 * With what an empty house is furnished: {@code config/clinic.properties}, and what was set otherwise. The launcher has
 * checked every value that was.
 */
@ApplicationScoped
class FirstStartData {
    private static final String SHIPPED = "/clinic/clinic.properties";
    private static final String CLOSED = "closed";

    private final Properties shipped = shipped();

    @Inject
    private Config config;

    private static Properties shipped() {
        Properties properties = new Properties();
        try (Reader reader =
                new InputStreamReader(FirstStartData.class.getResourceAsStream(SHIPPED), StandardCharsets.UTF_8)) {
            properties.load(reader);
            return properties;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    String text(String name) {
        String key = "clinic." + name;
        return config.getOptionalValue(key, String.class).orElseGet(() -> shipped.getProperty(key));
    }

    /** Of the days it is open. */
    Map<DayOfWeek, QuarterHours> hours() {
        Map<DayOfWeek, QuarterHours> hours = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            String span = text("hours." + lower(day));
            if (!span.equals(CLOSED)) {
                hours.put(day, span(span));
            }
        }
        return hours;
    }

    List<VisitRule> rules() {
        return Arrays.stream(VisitKind.values()).map(this::rule).toList();
    }

    private VisitRule rule(VisitKind kind) {
        return new VisitRule(
                kind,
                number(kind, "minutes"),
                number(kind, "every-minutes"),
                number(kind, "lead-minutes"),
                number(kind, "horizon-days"),
                number(kind, "turnover-minutes"));
    }

    private int number(VisitKind kind, String what) {
        return Integer.parseInt(text("visit." + lower(kind) + "." + what));
    }

    List<Resource> rooms() {
        return items("rooms").map(FirstStartData::room).toList();
    }

    private static Resource room(String item) {
        String[] words = item.split(" +");
        Purpose[] purposes = Arrays.stream(words)
                .skip(1)
                .map(word -> Purpose.valueOf(word.toUpperCase(Locale.ROOT)))
                .toArray(Purpose[]::new);
        return Resource.room(words[0], purposes[0], purposes);
    }

    List<Resource> clinicians() {
        return items("clinicians").map(FirstStartData::clinician).toList();
    }

    /** A name, and behind it what she is there for. */
    private static Resource clinician(String item) {
        List<String> words = List.of(item.split(" +"));
        List<Purpose> purposes = new ArrayList<>();
        int name = words.size();
        while (name > 1 && purpose(words.get(name - 1)).isPresent()) {
            name--;
            purposes.add(purpose(words.get(name)).orElseThrow());
        }
        Purpose first = purposes.isEmpty() ? Purpose.CONSULT : purposes.get(0);
        return Resource.clinician(String.join(" ", words.subList(0, name)), first, purposes.toArray(new Purpose[0]));
    }

    private static Optional<Purpose> purpose(String word) {
        return Arrays.stream(Purpose.values())
                .filter(each -> lower(each).equals(word))
                .findFirst();
    }

    /** A nurse, her shift, and the breaks in it. */
    record Nurse(String name, QuarterHours shift, List<QuarterHours> breaks) {}

    List<Nurse> nurses() {
        return items("nurses").map(FirstStartData::nurse).toList();
    }

    private static Nurse nurse(String item) {
        List<String> words = List.of(item.split(" +"));
        List<QuarterHours> spans = words.stream()
                .filter(word -> word.indexOf('-') > 0 && Character.isDigit(word.charAt(0)))
                .map(FirstStartData::span)
                .toList();
        return new Nurse(
                String.join(" ", words.subList(0, words.size() - spans.size())),
                spans.get(0),
                spans.subList(1, spans.size()));
    }

    private static QuarterHours span(String text) {
        String[] ends = text.split("-");
        return QuarterHours.between(LocalTime.parse(ends[0]), LocalTime.parse(ends[1]));
    }

    List<Resource> pools() {
        return List.of(
                Resource.pool("Nursing hands", ResourceKind.HANDS),
                Resource.pool("Nursing heads", ResourceKind.HEADS),
                Resource.pool("Nursing care", ResourceKind.CARE),
                Resource.pool("Prescriber on site", ResourceKind.PRESCRIBER));
    }

    private Stream<String> items(String name) {
        return Arrays.stream(text(name).split(",")).map(String::strip);
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
