package clinic.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import clinic.staff.Role;
import clinic.staff.StaffTexts;
import clinic.testing.RawHttp;
import clinic.testing.RunningClinic;
import clinic.testing.SharedClinic;
import clinic.testing.Staff;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is done by reading, for another site, or by whose task it is not; and what was tried is on record. */
@ExtendWith(SharedClinic.class)
class ForgedRequestsIT {
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded";
    private static final String FIELDS = "&call=call&name=X&phone=818-555-0199&note=forged&website=&send=x";
    private static final String CALL = "jakarta.faces.ViewState=stateless" + FIELDS;

    private final RunningClinic clinic;

    ForgedRequestsIT(RunningClinic clinic) {
        this.clinic = clinic;
    }

    private long count(String query) throws SQLException {
        try (Connection database = clinic.database();
                var statement = database.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private long calls() throws SQLException {
        return count("select count(*) from call_request where note = 'forged'");
    }

    /** The addresses of all pages, from their files. */
    static List<String> pages() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src", "main", "webapp"))) {
            return Stream.concat(
                            files.map(file -> "/" + file.getFileName())
                                    .filter(file -> file.endsWith(".xhtml"))
                                    .map(file -> file.replace(".xhtml", "").replace("/index", "/")),
                            StaffRolesTest.pages().stream())
                    .distinct()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void takesNoReadForAForm(String page) throws SQLException {
        List<String> methods =
                page.equals("/call") ? List.of("GET", "HEAD", "OPTIONS", "PUT", "DELETE", "PATCH") : List.of("GET");
        for (String method : methods) {
            String answer = RawHttp.ask(clinic, RawHttp.request(method, page + "?" + CALL, ""));
            assertThat(RawHttp.status(answer)).as(method + answer).isIn(403, 405);
        }
        String posted = RawHttp.ask(clinic, RawHttp.request("POST", page + "?" + CALL, "a=b", FORM));
        assertThat(RawHttp.status(posted)).as(posted).isEqualTo(403);
        assertThat(calls()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jakarta.faces.ViewState=stateless",
                "jakarta%2efaces.ViewState=stateless",
                "jakarta.faces.partial.ajax=true",
                "javax.faces.ViewState=x",
                "x=1;jakarta.faces.ViewState=stateless"
            })
    void takesNoAddressForAFormHoweverItIsWritten(String query) {
        for (String path : List.of("/call", "/assets/clinic.css", "/api/v1/clinic", "/")) {
            assertThat(RawHttp.get(clinic, path + "?" + query)).as(path).isEqualTo(403);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sec-Fetch-Site: cross-site",
                "Sec-Fetch-Site: same-site",
                "Sec-Fetch-Site: nonsense",
                "Origin: null",
                "Origin: https://elsewhere.example",
                "Origin: http://localhost.elsewhere.example",
                "Origin: nonsense",
                "Origin:",
                "Sec-Fetch-Site: same-origin\r\nOrigin: https://elsewhere.example",
                "Sec-Fetch-Site: cross-site\r\nOrigin: http://localhost"
            })
    void takesNoFormFromAnotherSite(String headers) throws SQLException {
        List<String> all = new ArrayList<>(List.of(headers.split("\r\n")));
        all.add(FORM);
        for (String path : List.of("/call", "/staff/sign-in", "/api/v1/consultations", "/assets/call")) {
            String answer = RawHttp.ask(clinic, RawHttp.request("POST", path, CALL, all.toArray(String[]::new)));
            assertThat(RawHttp.status(answer)).as(path + answer).isEqualTo(403);
        }
        assertThat(calls()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "garbage",
                "stateless ",
                "rO0ABXNyABNqYXZhLnV0aWwuQXJyYXlMaXN0",
                "-1234567890:9876543210",
                "stateless&jakarta.faces.ViewState=stateless"
            })
    void takesNoFormOfAnotherApplication(String state) throws SQLException {
        for (String path : List.of("/call", "/details", "/staff/sign-in", "/link", "/book", "/")) {
            String body = "jakarta.faces.ViewState=" + state + FIELDS;
            String answer = RawHttp.ask(clinic, RawHttp.request("POST", path, body, FORM, "Accept: text/html"));
            assertThat(RawHttp.status(answer)).as(path + answer).isEqualTo(400);
            assertThat(answer).contains("This page could not be read");
        }
        assertThat(calls()).isZero();
    }

    /** Reading and sending are refused alike, to the same people, on every page there is. */
    @ParameterizedTest
    @MethodSource("clinic.web.StaffRolesTest#pages")
    void refusesAFormWhereItRefusesThePage(String page) {
        for (Role role : List.of(Role.NURSE, Role.AUDITOR, Role.FRONT_DESK)) {
            Staff someone = PEOPLE.computeIfAbsent(role, each -> Staff.signedIn(clinic, each));
            String csrf = WORDS.computeIfAbsent(role, each -> someone.csrf());
            boolean refused = StaffRoles.find(page)
                    .orElseThrow()
                    .filter(task -> !task.isFor(role))
                    .isPresent();
            if (!page.equals(StaffRoles.HOME) && !page.contains("not-yours")) {
                assertThat(someone.get(page).statusCode() == 403)
                        .as(role + " GET " + page)
                        .isEqualTo(refused);
            }
            if (refused) {
                for (Map<String, String> form : List.of(
                        Map.of("csrf", csrf),
                        Map.of("csrf", csrf, "jakarta.faces.ViewState", "stateless"),
                        Map.of("csrf", csrf, "jakarta.faces.ViewState", "stateless", "x", "x", "x_SUBMIT", "1"))) {
                    HttpResponse<String> posted = someone.post(page, new LinkedHashMap<>(form));
                    assertThat(posted.statusCode()).as(role + " POST " + page).isEqualTo(403);
                    assertThat(posted.body())
                            .contains(
                                    "This role (" + StaffTexts.role(role, Locale.US) + ") may not ",
                                    "It can be done by: ");
                }
            }
        }
    }

    private static final Map<Role, Staff> PEOPLE = new java.util.concurrent.ConcurrentHashMap<>();
    private static final Map<Role, String> WORDS = new java.util.concurrent.ConcurrentHashMap<>();

    @Test
    void putsOnRecordWhatWasTried() throws SQLException {
        RawHttp.get(clinic, "/assets/..%2fcall");
        RawHttp.get(clinic, "/call?" + CALL);
        RawHttp.ask(clinic, RawHttp.request("POST", "/call", CALL, FORM, "Origin: null"));
        RawHttp.get(clinic, "/api/v1/account", "Authorization: Bearer nonsense");
        RawHttp.get(clinic, "/visit/" + "x".repeat(43));
        RawHttp.get(clinic, "/api/v1/consultations/" + "x".repeat(43));
        Staff nurse = Staff.signedIn(clinic, Role.NURSE);
        nurse.post("/staff/house", Map.of("csrf", nurse.csrf(), "jakarta.faces.ViewState", "stateless"));
        for (String kind : List.of("BAD_PATH", "FORM_BY_GET", "FORGED_REQUEST", "BAD_TOKEN", "BAD_LINK")) {
            await(kind)
                    .atMost(Duration.ofSeconds(15))
                    .until(() -> count("select count(*) from audit_entry where outcome = 'REFUSED' and action = '"
                                    + kind + "' and address = '127.0.0.0/24' and reason like 'times: %'")
                            > 0);
            assertThat(RawHttp.ask(clinic, RawHttp.request("GET", "/metrics", "")))
                    .containsPattern("clinic_refused_total\\{[^}]*kind=\"" + kind + "\"");
        }
        assertThat(
                        count(
                                "select count(*) from audit_entry where action = 'DENIED' and record = 'CLOSE' and who = 'nurse'"))
                .isPositive();
    }
}
