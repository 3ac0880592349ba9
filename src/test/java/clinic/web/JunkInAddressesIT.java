package clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.staff.Role;
import clinic.testing.RunningClinic;
import clinic.testing.SharedClinic;
import clinic.testing.Staff;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Whatever stands in the address of a page, it is answered: as it was meant, or with a sentence. Pages and the names they
 * read are taken from the sources, so that a new one is tried by itself.
 */
@ExtendWith(SharedClinic.class)
class JunkInAddressesIT {
    private static final Path PAGES = Path.of("src/main/webapp");
    private static final Path BEANS = Path.of("src/main/java/clinic/web");
    private static final Pattern READ = Pattern.compile(
            "(?:getParameter|getParameterValues|said|day|all|time|apply)\\((?:request, )?\"([A-Za-z]+)\"\\)");
    private static final Pattern FIELD = Pattern.compile(
            "<(?:f:viewParam|input|select|textarea|h:input\\w+)[^>]* (?:name|id)=\"([A-Za-z]+)\"|param\\.([A-Za-z]+)");

    private static final List<String> JUNK = List.of(
            "a",
            "-1",
            "+999999999-12-31",
            "2026-02-30",
            "99999999999999999999",
            "999999999",
            "2026-12-01T25:61",
            "'\"><script>alert(1)</script>",
            "#{1234*5678}${1234*5678}",
            "\u0663\u202e\u0000",
            "x".repeat(1_900));

    private static final Map<String, Role> WHO = Map.of(
            "/staff/audit", Role.AUDITOR,
            "/staff/team", Role.ADMIN,
            "/staff/house", Role.ADMIN,
            "/staff/house-hours", Role.ADMIN,
            "/staff/house-people", Role.ADMIN);

    private final RunningClinic clinic;
    private final Map<Role, Staff> signedIn = new EnumMap<>(Role.class);

    JunkInAddressesIT(RunningClinic clinic) {
        this.clinic = clinic;
    }

    private static Set<String> found(Path folder, String ending, Pattern pattern) throws IOException {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(ending)).toList()) {
                Matcher name = pattern.matcher(Files.readString(file));
                while (name.find()) {
                    names.add(Optional.ofNullable(name.group(1)).orElseGet(() -> name.group(2)));
                }
            }
        }
        return names;
    }

    private static List<String> pages() throws IOException {
        try (Stream<Path> files = Files.walk(PAGES)) {
            return Stream.concat(
                            files.map(file -> PAGES.relativize(file).toString())
                                    .filter(file -> file.endsWith(".xhtml") && !file.startsWith("WEB-INF"))
                                    .map(file -> "/" + file.replaceFirst("\\.xhtml$", ""))
                                    .map(page -> page.replaceFirst("/index$", "/")),
                            Stream.of("/staff/audit.csv", "/staff/pulse", "/staff/calendar/feed"))
                    .sorted()
                    .toList();
        }
    }

    private static String address(String page, List<String> names, String junk) {
        return page + "?"
                + names.stream()
                        .map(name -> name + "=" + URLEncoder.encode(junk, StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
    }

    @TestFactory
    Stream<DynamicTest> isAnsweredInWords() throws IOException {
        Set<String> names = found(BEANS, ".java", READ);
        names.addAll(found(PAGES, ".xhtml", FIELD));
        assertThat(names).contains("day", "patient", "view", "q", "from", "status");
        List<String> free = new ArrayList<>(names);
        free.removeIf(name -> !PageParameters.isReadable(name, "a"));
        List<String> typed = new ArrayList<>(names);
        typed.removeAll(free);
        List<String> pages = pages();
        return IntStream.range(0, pages.size())
                .mapToObj(at -> DynamicTest.dynamicTest(pages.get(at), () -> tryOut(at, pages.get(at), free, typed)));
    }

    /** All pages read the names that mean one kind of value by one rule: each page is asked for every fifth of them. */
    private void tryOut(int at, String page, List<String> free, List<String> typed) {
        Staff person = page.startsWith("/staff")
                ? signedIn.computeIfAbsent(
                        WHO.getOrDefault(page.replace(".csv", ""), Role.PRESCRIBER),
                        role -> Staff.signedIn(clinic, role))
                : Staff.at(clinic);
        for (String junk : JUNK) {
            isAnswered(person, address(page, free, junk));
        }
        for (int each = at % 5; each < typed.size(); each += 5) {
            isAnswered(person, address(page, List.of(typed.get(each)), JUNK.get(each % JUNK.size())));
        }
    }

    private static void isAnswered(Staff person, String address) {
        HttpResponse<String> answer = person.get(address);
        assertThat(answer.statusCode()).as(address).isBetween(200, 499);
        assertThat(answer.body()).as(address).doesNotContain("Exception", "\tat ", "<script>alert(1)", "7006652");
    }
}
