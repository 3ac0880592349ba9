package clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.patient.Wording;
import clinic.protocol.Limit;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Both languages say everything the pages ask for, and nothing else. */
class PageTextsTest {
    private static final Path TEXTS = Path.of("src/main/resources/clinic/web");
    private static final Path VIEWS = Path.of("src/main/webapp");
    private static final Path BEANS = Path.of("src/main/java/clinic/web");
    private static final Pattern SAID = Pattern.compile("(?:say|count)\\(\\s*['\"]([A-Za-z0-9.]+?)['\"][,)]");
    private static final Pattern EITHER = Pattern.compile("\\? '([a-z0-9.]+)' : '([a-z0-9.]+)'\\)");
    private static final Pattern FIELD = Pattern.compile(
            "<d:(field|secret|text|choice|check|select|measure) name=\"(\\w+)\"[^>]*?(help=\"true\")?/?>");
    /** Families of keys whose ends are made up in Java. */
    private static final List<String> FAMILIES = List.of(
            "email.problem.",
            "mail.banner.",
            "mail.trouble.",
            "team.email.",
            "staff.state.",
            "staff.kind.",
            "staff.pool.",
            "decision.",
            "care.check.",
            "care.answer.",
            "care.outside.",
            "care.advice.",
            "care.vital.",
            "care.save.",
            "limits.part.",
            "limits.before",
            "limits.infusion",
            "adverse.outcome.",
            "today.tasks.",
            "care.pass.",
            "care.timer.",
            "care.recheck.",
            "care.vitals.",
            "staff.step.",
            "staff.missing.",
            "staff.by.",
            "staff.cancelled.",
            "today.visits",
            "calendar.visits.",
            "calendar.free.",
            "wall.done",
            "today.calls",
            "today.letters",
            "staff.cause.",
            "calls.outcome.",
            "calls.question.",
            "calls.done.",
            "staff.letter.",
            "staff.sent.",
            "patients.found",
            "patient.language.",
            "patient.consent.",
            "patient.said.",
            "protocols.visits",
            "protocols.unit.",
            "protocols.splits",
            "protocols.state.",
            "protocols.done.",
            "protocols.check",
            "plan.visits.",
            "plan.book.",
            "plan.then",
            "appointment.did.",
            "appointment.tell.",
            "repair.apply",
            "repair.did",
            "typed.",
            "plan.days",
            "plan.nudge.",
            "phase.",
            "due.",
            "series.found",
            "series.state.",
            "series.step.",
            "series.done.",
            "strands.visits",
            "strands.lost",
            "strands.series",
            "repairs.moved",
            "repairs.all",
            "repairs.done",
            "series.cancel.what",
            "series.cancel.do",
            "repairs.outcome.",
            "people.for.",
            "stranded.did.",
            "account.",
            "format.",
            "missing.",
            "patient.merge.of.",
            "visit.heading.",
            "visit.lead.",
            "error.4",
            "error.uncertain.",
            "error.5",
            "day.times");

    private static Properties english() {
        return all("");
    }

    private static Properties spanish() {
        return all("_es");
    }

    private static Properties all(String language) {
        Properties all = new Properties();
        for (String name :
                List.of("texts", "staff", "account", "calendar", "house", "protocols", "plan", "nursing", "calls")) {
            read(name + language + ".properties")
                    .forEach((key, text) ->
                            assertThat(all.put(key, text)).as("%s twice", key).isNull());
        }
        return all;
    }

    private static Properties read(String file) {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(TEXTS.resolve(file))) {
            texts.load(reader);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return texts;
    }

    private static String sources(Path folder, String suffix) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .map(PageTextsTest::text)
                    .reduce("", String::concat);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Set<String> used() {
        String sources = sources(VIEWS, ".xhtml") + sources(BEANS, ".java");
        Set<String> keys = new TreeSet<>();
        Stream.of(Limit.values()).forEach(limit -> keys.add("field." + limit.word()));
        for (Matcher said = SAID.matcher(sources); said.find(); ) {
            keys.add(said.group(1));
        }
        for (Matcher either = EITHER.matcher(sources); either.find(); ) {
            keys.add(either.group(1));
            keys.add(either.group(2));
        }
        for (Matcher field = FIELD.matcher(sources); field.find(); ) {
            keys.add("field." + field.group(2));
            if (field.group(3) != null || field.group(1).equals("text")) {
                keys.add("field." + field.group(2) + ".help");
            }
        }
        keys.removeIf(key -> FAMILIES.stream().anyMatch(key::startsWith) || key.endsWith("."));
        return keys;
    }

    private static boolean isOfAFamily(Object key) {
        return FAMILIES.stream().anyMatch(key.toString()::startsWith);
    }

    @Test
    void everyKeyThePagesUseExists() {
        assertThat(used()).hasSizeGreaterThan(100).isSubsetOf(english().stringPropertyNames());
    }

    @Test
    void noTextIsLeftOver() {
        Set<String> left = new TreeSet<>(english().stringPropertyNames());
        left.removeAll(used());
        left.removeIf(PageTextsTest::isOfAFamily);
        assertThat(left).isEmpty();
    }

    @Test
    void titlesTellNobodyWhy() {
        Pattern clinical = Pattern.compile(
                "(?i)consult|infus|ketamin|pain|dolor|mood|depress|therap|terap|treat|tratam|patient|pacient|clinic");
        Stream.of(english(), spanish())
                .flatMap(texts -> texts.entrySet().stream())
                .filter(text -> text.getKey().toString().endsWith(".title"))
                .forEach(title -> assertThat(title.getValue().toString())
                        .as(title.getKey().toString())
                        .doesNotContainPattern(clinical));
    }

    @Test
    void nothingInAPageRunsOrIsStyledInPlace() {
        assertThat(sources(VIEWS, ".xhtml"))
                .doesNotContainPattern("\\son[a-z]+=\"")
                .doesNotContainPattern("\\sstyle=\"")
                .doesNotContain("<style")
                .doesNotContain("<script>")
                .doesNotContain("f:ajax")
                .doesNotContain("h:commandLink")
                .doesNotContain("javascript:");
    }

    /** Who changes what people agree to names a new version in {@link Wording}; then this fingerprint is renewed. */
    @Test
    void wordingsKeepTheirVersions() {
        assertThat(Wording.PRIVACY_NOTICE + " " + wording("privacy.")).isEqualTo("2026-12 ca77332b");
        assertThat(Wording.EMAIL_CONSENT + " " + wording("field.emailConsent")).isEqualTo("2026-11 2cdecaa1");
    }

    private static String wording(String prefix) {
        StringBuilder words = new StringBuilder();
        for (Properties texts : List.of(english(), spanish())) {
            new TreeSet<>(texts.stringPropertyNames())
                    .stream().filter(key -> key.startsWith(prefix)).forEach(key -> words.append(texts.get(key)));
        }
        return Integer.toHexString(words.toString().hashCode());
    }

    /** Who is there for all has a word in each language, and a name in one. */
    @Test
    void namesCliniciansInTheLanguageOfTheReader() throws IOException {
        try (Stream<Path> views = Files.walk(VIEWS)) {
            for (Path view :
                    views.filter(each -> each.toString().endsWith(".xhtml")).toList()) {
                assertThat(Files.readString(view)).as(view.toString()).doesNotContain("clinician().name()");
            }
        }
    }
}
