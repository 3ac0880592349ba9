package clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.staff.Role;
import clinic.testing.ClinicApi;
import clinic.testing.RunningClinic;
import clinic.testing.SharedClinic;
import clinic.testing.Staff;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who comes in, and by what. */
@ExtendWith(SharedClinic.class)
class SignInIT {
    private static final String ACCOUNT = "/api/v1/account";
    private final RunningClinic clinic;
    private final ClinicApi api;

    SignInIT(RunningClinic clinic, ClinicApi api) {
        this.clinic = clinic;
        this.api = api;
    }

    @ParameterizedTest
    @EnumSource
    void letsEveryRoleInByItsTokenAndByItsPassword(Role role) {
        assertThat(api.get(ACCOUNT, Staff.bearer(clinic, role)).text("role")).isEqualTo(role.name());
        assertThat(Staff.signedIn(clinic, role).get(ACCOUNT).body()).contains("\"" + role + "\"");
    }

    @Test
    void letsNobodyInWithoutEither() {
        assertThat(api.get(ACCOUNT).status()).isEqualTo(401);
        assertThat(api.get(ACCOUNT).code()).isEqualTo("NOT_SIGNED_IN");
        assertThat(api.get(ACCOUNT).header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(api.get(ACCOUNT, "Authorization", "Bearer nonsense").status())
                .isEqualTo(401);
        assertThat(api.get(ACCOUNT, "Cookie", "clinic-staff=nonsense").status()).isEqualTo(401);
    }

    @Test
    void sendsWhoIsNotSignedInThereAndBack() {
        Staff nurse = Staff.at(clinic);
        HttpResponse<String> sent = nurse.get("/staff/calendar?week=3");
        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(Staff.location(sent)).isEqualTo("/staff/sign-in?to=%2Fstaff%2Fcalendar%3Fweek%3D3");
        HttpResponse<String> in =
                nurse.fill(Staff.location(sent), "enter", Map.of("user", " NURSE ", "password", "let-nurse-in"));
        assertThat(Staff.location(in)).isEqualTo("/staff/calendar?week=3");
    }

    @Test
    void goesNowhereElseAfterwards() {
        for (String elsewhere : new String[] {"https://elsewhere.example/", "//elsewhere.example", "/staff/../book"}) {
            HttpResponse<String> in = Staff.at(clinic)
                    .fill(
                            "/staff/sign-in",
                            "enter",
                            Map.of("user", "nurse", "password", "let-nurse-in", "to", elsewhere));
            assertThat(Staff.location(in)).isEqualTo("/staff");
        }
    }

    /** Catches: a nurse who mistyped an address is offered the link to her visit, and a number to call in a crisis. */
    @Test
    void tellsStaffOfARecordThatIsNotThereWithoutTakingThemForPatients() {
        HttpResponse<String> lost = Staff.signedIn(clinic, Role.NURSE).get("/staff/series/999999");
        assertThat(lost.statusCode()).isEqualTo(404);
        assertThat(lost.body())
                .contains("There is no such record", "Go to today")
                .doesNotContain("btn\" href=\"/link\"", "988");
        assertThat(Staff.at(clinic).get("/visit/nobody").body()).contains("btn\" href=\"/link\"", "988");
    }

    @Test
    void keepsItsCookieFromScriptsAndOtherSites() {
        HttpResponse<String> in = Staff.at(clinic).signIn("nurse", "let-nurse-in");
        assertThat(in.headers().firstValue("Set-Cookie").orElseThrow())
                .contains("Path=/", "HttpOnly", "SameSite=Strict")
                .doesNotContain("Max-Age");
        assertThat(in.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("clinic="));
    }

    @Test
    void endsTheSessionWhenItsOwnerSignsOut() {
        Staff nurse = Staff.signedIn(clinic, Role.NURSE);
        String csrf = nurse.csrf();
        Staff thief = Staff.at(clinic);
        String stolen = nurse.cookie().orElseThrow();
        assertThat(nurse.post("/staff/sign-out", Map.of("csrf", csrf)).statusCode())
                .isEqualTo(303);
        assertThat(thief.get(ACCOUNT, "Cookie", stolen).statusCode()).isEqualTo(401);
    }

    @Test
    void refusesAFormWithoutTheWordOfItsSession() {
        Staff nurse = Staff.signedIn(clinic, Role.NURSE);
        assertThat(nurse.post("/staff/sign-out", Map.of()).statusCode()).isEqualTo(403);
        assertThat(nurse.post(
                                "/staff/sign-out",
                                Map.of(
                                        "csrf",
                                        Staff.signedIn(clinic, Role.NURSE).csrf()))
                        .statusCode())
                .isEqualTo(403);
        assertThat(nurse.get(ACCOUNT).statusCode()).isEqualTo(200);
    }

    @Test
    void answersAWrongPasswordAndAnUnknownNameAlike() {
        HttpResponse<String> wrong = Staff.at(clinic).signIn("auditor", "not-her-password");
        HttpResponse<String> unknown = Staff.at(clinic).signIn("nobody-at-all", "not-her-password");
        assertThat(wrong.statusCode()).isEqualTo(422).isEqualTo(unknown.statusCode());
        assertThat(wrong.body().replace("auditor", "nobody-at-all")).isEqualTo(unknown.body());
        assertThat(wrong.body()).doesNotContain("not-her-password");
    }

    @Test
    void locksANameOutAfterFiveWrongPasswordsWhetherItExistsOrNot() throws SQLException {
        for (String name : new String[] {"prescriber", "nobody-here"}) {
            for (int time = 0; time < 5; time++) {
                assertThat(Staff.at(clinic).signIn(name, "wrong").statusCode()).isEqualTo(422);
            }
            assertThat(Staff.at(clinic).signIn(name, "let-prescriber-in").statusCode())
                    .isEqualTo(429);
        }
        sql("update sign_in_failures set locked_until = last_at");
        assertThat(Staff.at(clinic).signIn("prescriber", "let-prescriber-in").statusCode())
                .isEqualTo(303);
    }

    /** Catches: anybody who knows a name can keep its owner from working. */
    @Test
    void locksNobodyOutInABrowserThatHasSignedInBefore() throws SQLException {
        Staff owner = Staff.signedIn(clinic, Role.AUDITOR);
        for (int time = 0; time < 6; time++) {
            Staff.at(clinic).signIn("auditor", "wrong");
        }
        assertThat(Staff.at(clinic).signIn("auditor", "let-auditor-in").statusCode())
                .isEqualTo(429);
        assertThat(owner.signIn("auditor", "let-auditor-in").statusCode()).isEqualTo(303);
        assertThat(Staff.at(clinic).signIn("auditor", "let-auditor-in").statusCode())
                .as("the owner's success opens nothing to others")
                .isEqualTo(429);
        for (int time = 0; time < 5; time++) {
            assertThat(owner.signIn("auditor", "wrong").statusCode()).isEqualTo(422);
        }
        assertThat(owner.signIn("auditor", "let-auditor-in").statusCode())
                .as("a known browser is counted for itself")
                .isEqualTo(429);
        sql("delete from sign_in_failures");
    }

    @Test
    void endsASessionAfterAWhileWithoutAStepAndAfterAWorkingDay() throws SQLException {
        Staff idle = Staff.signedIn(clinic, Role.FRONT_DESK);
        sql(
                "update staff_session s join account a on a.id = s.account_id set last_seen_at = last_seen_at - interval 16 minute"
                        + " where a.name = 'frontdesk'");
        assertThat(idle.get(ACCOUNT).statusCode()).isEqualTo(401);
        Staff late = Staff.signedIn(clinic, Role.FRONT_DESK);
        sql(
                "update staff_session s join account a on a.id = s.account_id set s.created_at = s.created_at - interval 12 hour"
                        + " where a.name = 'frontdesk'");
        assertThat(late.get(ACCOUNT).statusCode()).isEqualTo(401);
    }

    @Test
    void keepsNobodySignedInByAPageThatAsksByItself() throws SQLException {
        Staff away = Staff.signedIn(clinic, Role.ADMIN);
        sql(
                "update staff_session s join account a on a.id = s.account_id set last_seen_at = last_seen_at - interval 14 minute"
                        + " where a.name = 'admin'");
        assertThat(away.get(ACCOUNT, "X-Background", "poll").statusCode()).isEqualTo(200);
        sql(
                "update staff_session s join account a on a.id = s.account_id set last_seen_at = last_seen_at - interval 2 minute"
                        + " where a.name = 'admin'");
        assertThat(away.get(ACCOUNT, "X-Background", "poll").statusCode()).isEqualTo(401);
    }

    private void sql(String update) throws SQLException {
        try (Connection database = clinic.database();
                var statement = database.createStatement()) {
            statement.executeUpdate(update);
        }
    }
}
