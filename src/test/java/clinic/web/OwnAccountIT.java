package clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.staff.Role;
import clinic.testing.ClinicApi;
import clinic.testing.ClinicForAccounts;
import clinic.testing.Phone;
import clinic.testing.RunningClinic;
import clinic.testing.Staff;
import clinic.testing.WithPeopleOfItsOwn;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What everybody does with her own account. */
@WithPeopleOfItsOwn
@ExtendWith(ClinicForAccounts.class)
class OwnAccountIT {
    private static final String PAGE = "/staff/account";
    private static final String WHO = "/api/v1/account";
    private static RunningClinic clinic;

    @BeforeAll
    static void at(RunningClinic shared) {
        clinic = shared;
    }

    private static String found(String page, String pattern) {
        return Pattern.compile(pattern)
                .matcher(page)
                .results()
                .findFirst()
                .orElseThrow(() -> new AssertionError(pattern + " is not on the page: " + page))
                .group(1);
    }

    private static void sql(String update) throws SQLException {
        try (Connection database = clinic.database();
                var statement = database.createStatement()) {
            statement.executeUpdate(update);
        }
    }

    private static String hash(String user) throws SQLException {
        try (Connection database = clinic.database();
                var statement = database.createStatement();
                var row = statement.executeQuery("select password_hash from account where name = '" + user + "'")) {
            row.next();
            return row.getString(1);
        }
    }

    @Test
    void makesATokenThatIsSeenOnceAndRevoked() {
        Staff frontDesk = Staff.signedIn(clinic, Role.FRONT_DESK);
        ClinicApi api = ClinicApi.of(clinic);
        String page = frontDesk
                .fill(PAGE, "makeToken", Map.of("label", "till printer"))
                .body();
        String token = found(page, "id=\"newToken\">([^<]+)<");
        assertThat(api.get(WHO, "Authorization", "Bearer " + token).text("role"))
                .isEqualTo("FRONT_DESK");
        String again = frontDesk.get(PAGE).body();
        assertThat(again)
                .contains("till printer")
                .doesNotContain(token)
                .contains("last used")
                .contains("expires Sunday, February 21");
        String id = found(again, "name=\"revoke\" value=\"(\\d+)\"[^>]*Revoke till printer");
        Staff nurse = Staff.signedIn(clinic, Role.NURSE);
        nurse.fill(PAGE, "tokens", Map.of("revoke", id));
        assertThat(api.get(WHO, "Authorization", "Bearer " + token).status()).isEqualTo(200);
        frontDesk.fill(PAGE, "tokens", Map.of("revoke", id));
        assertThat(api.get(WHO, "Authorization", "Bearer " + token).status()).isEqualTo(401);
    }

    @Test
    void changesThePasswordAndSignsEverybodyElseOut() throws SQLException {
        String before = hash("nurse");
        Staff here = Staff.signedIn(clinic, Role.NURSE);
        Staff there = Staff.signedIn(clinic, Role.NURSE);
        String token =
                found(here.fill(PAGE, "makeToken", Map.of("label", "ends")).body(), "id=\"newToken\">([^<]+)<");
        assertThat(here.fill(PAGE, "changePassword", Map.of("newPassword", "qwerty123456"))
                        .body())
                .contains("one of the most common passwords");
        assertThat(here.fill(PAGE, "changePassword", Map.of("newPassword", "short"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(here.fill(PAGE, "changePassword", Map.of("newPassword", "lamp kiosk fern 7"))
                        .body())
                .contains("Your password is changed");
        assertThat(there.get(WHO).statusCode()).isEqualTo(401);
        assertThat(here.get(WHO).statusCode()).isEqualTo(200);
        assertThat(ClinicApi.of(clinic)
                        .get(WHO, "Authorization", "Bearer " + token)
                        .status())
                .as("a token ends with the password it was made under")
                .isEqualTo(401);
        assertThat(Staff.at(clinic).signIn("nurse", "let-nurse-in").statusCode())
                .isEqualTo(422);
        assertThat(Staff.at(clinic).signIn("nurse", "lamp kiosk fern 7").statusCode())
                .isEqualTo(303);
        assertThat(hash("nurse")).startsWith("PBKDF2WithHmacSHA512:210000:");
        assertThat(hash("auditor"))
                .as("of a password the log tells")
                .startsWith("PBKDF2WithHmacSHA512:1024:")
                .doesNotContain("let-auditor-in");
        sql("update account set password_hash = '" + before + "' where name = 'nurse'");
    }

    @Test
    void asksAgainWhoItIsBeforeSomethingThatMatters() throws SQLException {
        Staff admin = Staff.signedIn(clinic, Role.ADMIN);
        sql(
                "update staff_session s join account a on a.id = s.account_id set proved_at = proved_at - interval 11 minute"
                        + " where a.name = 'admin'");
        HttpResponse<String> asked = admin.fill(PAGE, "makeToken", Map.of("label", "script"));
        assertThat(asked.statusCode()).isEqualTo(303);
        assertThat(Staff.location(asked)).isEqualTo("/staff/confirm?to=%2Fstaff%2Faccount");
        assertThat(admin.get(PAGE).body()).doesNotContain("script</strong>");
        assertThat(admin.fill(Staff.location(asked), "prove", Map.of("password", "wrong"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(Staff.location(admin.fill(Staff.location(asked), "prove", Map.of("password", "let-admin-in"))))
                .isEqualTo(PAGE);
        assertThat(admin.fill(PAGE, "makeToken", Map.of("label", "script")).body())
                .contains("id=\"newToken\"");
    }

    @Test
    void asksForThePhoneOnceItIsAdded() {
        Staff prescriber = Staff.signedIn(clinic, Role.PRESCRIBER);
        String offer = prescriber.fill(PAGE, "offerFactor", Map.of()).body();
        Phone phone = new Phone(found(offer, "id=\"totpSecret\">([A-Z2-7 ]+)<"));
        String seed = found(offer, "name=\"seed\" value=\"([^\"]+)\"");
        // The step may end meanwhile: what is shown now is good for two, the next one for three.
        String used = phone.code(0);
        Map<String, String> wrong = Map.of("add", "add", "seed", seed, "code", "000000");
        assertThat(prescriber.fill(PAGE, "addFactor", wrong).body()).contains("That code is not right");
        String codes = prescriber
                .fill(PAGE, "addFactor", Map.of("add", "add", "seed", seed, "code", used))
                .body();
        List<String> papers = Pattern.compile("<code>([A-Z2-7]{6}-[A-Z2-7]{6})</code>")
                .matcher(codes)
                .results()
                .map(code -> code.group(1))
                .toList();
        assertThat(papers).hasSize(10);

        Staff again = Staff.at(clinic);
        assertThat(Staff.location(again.signIn("prescriber", "let-prescriber-in")))
                .isEqualTo("/staff/sign-in");
        assertThat(again.get(WHO).statusCode()).isEqualTo(401);
        assertThat(again.get(PAGE).statusCode()).isEqualTo(303);
        assertThat(again.fill("/staff/sign-in", "open", Map.of("code", used)).body())
                .as("used before")
                .contains("That code is not right");
        String halfWay = again.cookie().orElseThrow();
        Map<String, String> now = Map.of("code", phone.code(1));
        assertThat(again.fill("/staff/sign-in", "open", now).statusCode()).isEqualTo(303);
        assertThat(again.get(WHO).statusCode()).isEqualTo(200);
        assertThat(again.cookie().orElseThrow()).isNotEqualTo(halfWay);
        Staff overHerShoulder = Staff.at(clinic);
        overHerShoulder.signIn("prescriber", "let-prescriber-in");
        assertThat(overHerShoulder.fill("/staff/sign-in", "open", now).statusCode())
                .as("one code opens once")
                .isEqualTo(422);

        for (int time = 0; time < 2; time++) {
            Staff withoutPhone = Staff.at(clinic);
            withoutPhone.signIn("prescriber", "let-prescriber-in");
            assertThat(withoutPhone
                            .fill("/staff/sign-in", "open", Map.of("code", papers.get(3)))
                            .statusCode())
                    .isEqualTo(time == 0 ? 303 : 422);
        }
        assertThat(again.get(PAGE).body()).contains("9 recovery codes are left");
        assertThat(again.fill(PAGE, "removeFactor", Map.of("factor", "factor")).body())
                .contains("no longer asked for");
        assertThat(Staff.location(Staff.at(clinic).signIn("prescriber", "let-prescriber-in")))
                .isEqualTo("/staff");
    }

    @Test
    void endsTheSessionBeforeWhenTheSameBrowserSignsInAgain() {
        Staff frontDesk = Staff.signedIn(clinic, Role.FRONT_DESK);
        String before = frontDesk.cookie().orElseThrow();
        frontDesk.signIn("frontdesk", "let-frontdesk-in");
        assertThat(frontDesk.cookie().orElseThrow()).isNotEqualTo(before);
        assertThat(frontDesk.get(WHO).statusCode()).isEqualTo(200);
        assertThat(Staff.at(clinic).get(WHO, "Cookie", before).statusCode()).isEqualTo(401);
    }

    @Test
    void letsATokenExpire() throws SQLException {
        Staff frontDesk = Staff.signedIn(clinic, Role.FRONT_DESK);
        String token = found(
                frontDesk.fill(PAGE, "makeToken", Map.of("label", "short")).body(), "id=\"newToken\">([^<]+)<");
        sql("update api_token set expires_at = created_at where label = 'short'");
        assertThat(ClinicApi.of(clinic)
                        .get(WHO, "Authorization", "Bearer " + token)
                        .status())
                .isEqualTo(401);
        assertThat(frontDesk.get(PAGE).body()).contains("; expired ");
    }
}
