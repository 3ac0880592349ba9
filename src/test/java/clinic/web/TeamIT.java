package clinic.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import clinic.staff.Role;
import clinic.testing.ClinicApi;
import clinic.testing.ClinicForAccounts;
import clinic.testing.Inbox;
import clinic.testing.RunningClinic;
import clinic.testing.Staff;
import clinic.testing.WithPeopleOfItsOwn;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How people join, leave, and get back in. */
@WithPeopleOfItsOwn
@ExtendWith(ClinicForAccounts.class)
class TeamIT {
    private static final String TEAM = "/staff/team";
    private static final String WHO = "/api/v1/account";
    private static final String PASSWORD = "lamp kiosk fern 7";
    private static RunningClinic clinic;

    @BeforeAll
    static void at(RunningClinic shared) {
        clinic = shared;
    }

    private static Staff admin() {
        return Staff.signedIn(clinic, Role.ADMIN);
    }

    private static HttpResponse<String> invite(String name, Role role) {
        return admin().fill(
                        TEAM,
                        "send",
                        Map.of(
                                "invite",
                                "invite",
                                "colleague",
                                "Some " + name,
                                "email",
                                name + "@example.org",
                                "user",
                                name,
                                "newRole",
                                role.name()));
    }

    /** The path of the link in the newest of so many letters. */
    private static String link(String name, int letters, String kind) {
        String text = new Inbox(clinic, name + "@example.org")
                .await(letters).stream()
                        .map(Inbox.Mail::text)
                        .filter(mail -> mail.contains("/staff/" + kind + "/"))
                        .reduce((earlier, later) -> later)
                        .orElseThrow();
        return Pattern.compile("/staff/" + kind + "/[A-Za-z0-9_-]{43}")
                .matcher(text)
                .results()
                .findFirst()
                .orElseThrow()
                .group();
    }

    private static HttpResponse<String> choose(String link, String password) {
        return Staff.at(clinic).fill(link, "save", Map.of("newPassword", password));
    }

    /** Invited and with a password. */
    private static void member(String name, Role role) {
        invite(name, role);
        assertThat(choose(link(name, 1, "invitation"), PASSWORD).statusCode()).isEqualTo(303);
    }

    private static HttpResponse<String> press(String button, String name) {
        Staff admin = admin();
        String page = admin.get(TEAM).body();
        String card = page.substring(page.indexOf("<strong>" + name + "</strong>"));
        String value = Pattern.compile("name=\"" + button.replaceFirst(":.*", "") + "\" value=\"(\\d+)")
                .matcher(card)
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
        boolean role = button.startsWith("role:");
        return admin.fill(TEAM, "team", role ? Map.of("role", value + button.substring(4)) : Map.of(button, value));
    }

    private static void sql(String update) throws SQLException {
        try (Connection database = clinic.database();
                var statement = database.createStatement()) {
            statement.executeUpdate(update);
        }
    }

    @Test
    void invitesSomebodyWhoChoosesHerOwnPassword() {
        assertThat(invite("nadia", Role.NURSE).body())
                .contains("Done, and on record.")
                .contains("invited, no password yet");
        assertThat(Staff.at(clinic).signIn("nadia", "").statusCode()).isEqualTo(422);
        String link = link("nadia", 1, "invitation");
        assertThat(Staff.at(clinic).get(link).body()).contains("You sign in as nadia.");
        assertThat(choose(link, "nadia").statusCode()).isEqualTo(422);
        assertThat(choose(link, PASSWORD).statusCode()).isEqualTo(303);
        assertThat(choose(link, "another password").body()).contains("The link opens nothing any more");
        Staff nadia = Staff.at(clinic);
        assertThat(nadia.signIn("nadia", PASSWORD).statusCode()).isEqualTo(303);
        assertThat(nadia.get(WHO).body()).contains("\"NURSE\"");
    }

    @Test
    void refusesWhatAnAccountCannotBeLike() {
        HttpResponse<String> answer = invite("nurse", Role.NURSE);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Somebody has that name already.");
    }

    @Test
    void helpsWhoForgotHerPasswordAndTellsNobodyElse() throws SQLException {
        member("farah", Role.FRONT_DESK);
        Staff signedIn = Staff.at(clinic);
        signedIn.signIn("farah", PASSWORD);
        Staff stranger = Staff.at(clinic);
        String known = stranger.fill("/staff/forgotten", "send", Map.of("nameOrMail", "FARAH@example.org"))
                .body();
        String unknown = stranger.fill("/staff/forgotten", "send", Map.of("nameOrMail", "nobody@example.org"))
                .body();
        assertThat(known).isEqualTo(unknown).contains("If there is such an account");
        String link = link("farah", 2, "reset");
        assertThat(Staff.at(clinic).get(link.replace("reset", "invitation")).body())
                .contains("The link opens nothing any more");
        assertThat(choose(link, "orbit candle moss").statusCode()).isEqualTo(303);
        assertThat(choose(link, "orbit candle moss 2").body()).contains("The link opens nothing any more");
        assertThat(signedIn.get(WHO).statusCode()).isEqualTo(401);
        assertThat(Staff.at(clinic).signIn("farah", PASSWORD).statusCode()).isEqualTo(422);
        assertThat(Staff.at(clinic).signIn("farah", "orbit candle moss").statusCode())
                .isEqualTo(303);

        sql("update account_link set created_at = created_at - interval 3 minute");
        stranger.fill("/staff/forgotten", "send", Map.of("nameOrMail", "farah"));
        String second = link("farah", 3, "reset");
        sql("update account_link set expires_at = expires_at - interval 31 minute where kind = 'RESET'");
        assertThat(choose(second, "orbit candle moss 3").body()).contains("The link opens nothing any more");
    }

    @Test
    void shutsSomebodyOutAtOnceAndLetsHerInAgain() {
        member("olga", Role.PRESCRIBER);
        Staff olga = Staff.at(clinic);
        olga.signIn("olga", PASSWORD);
        assertThat(press("disable", "olga").body()).contains("Done, and on record.");
        assertThat(olga.get(WHO).statusCode()).isEqualTo(401);
        assertThat(olga.signIn("olga", PASSWORD).statusCode()).isEqualTo(422);
        press("enable", "olga");
        assertThat(olga.signIn("olga", PASSWORD).statusCode()).isEqualTo(303);
    }

    @Test
    void givesAnotherRoleFromTheNextSignIn() {
        member("ruth", Role.FRONT_DESK);
        Staff ruth = Staff.at(clinic);
        ruth.signIn("ruth", PASSWORD);
        press("role:AUDITOR", "ruth");
        assertThat(ruth.get(WHO).statusCode()).isEqualTo(401);
        ruth.signIn("ruth", PASSWORD);
        assertThat(ruth.get("/staff/audit").statusCode()).isEqualTo(200);
    }

    @Test
    void unlocksWhoTriedTooOften() {
        member("lena", Role.NURSE);
        for (int time = 0; time < 5; time++) {
            Staff.at(clinic).signIn("lena", "wrong");
        }
        assertThat(Staff.at(clinic).signIn("lena", PASSWORD).statusCode()).isEqualTo(429);
        press("unlock", "lena");
        assertThat(Staff.at(clinic).signIn("lena", PASSWORD).statusCode()).isEqualTo(303);
    }

    @Test
    void letsNobodyShutHerselfOut() throws SQLException {
        Staff admin = admin();
        String herself = Long.toString(number("select id from account where name = 'admin'"));
        assertThat(admin.fill(TEAM, "team", Map.of("disable", herself)).body()).contains("Nobody changes her own role");
        assertThat(admin.get(WHO).statusCode()).isEqualTo(200);
    }

    /** Catches: two admins shut each other out at the same moment, and nobody is left who could let anybody in. */
    @Test
    void leavesAnAdminWhenTwoShutEachOtherOut() throws Exception {
        member("xena", Role.ADMIN);
        member("yuri", Role.ADMIN);
        Staff xena = Staff.at(clinic);
        xena.signIn("xena", PASSWORD);
        Staff yuri = Staff.at(clinic);
        yuri.signIn("yuri", PASSWORD);
        Map<String, String> outYuri = disabling(xena, "yuri");
        Map<String, String> outXena = disabling(yuri, "xena");
        CompletableFuture<HttpResponse<String>> one;
        CompletableFuture<HttpResponse<String>> other;
        try (Connection holder = clinic.database();
                var statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.executeQuery("select * from account where name in ('xena', 'yuri') for update");
            one = CompletableFuture.supplyAsync(() -> xena.post(TEAM, outYuri));
            other = CompletableFuture.supplyAsync(() -> yuri.post(TEAM, outXena));
            await("both wait for the rows")
                    .pollDelay(Duration.ofSeconds(2))
                    .until(() -> !one.isDone() && !other.isDone());
            holder.commit();
        }
        one.join();
        other.join();
        assertThat(number("select count(*) from account where name in ('xena', 'yuri') and not disabled"))
                .isEqualTo(1);
        assertThat(one.join().body() + other.join().body()).contains("Your own account is no longer an active admin");
    }

    private static Map<String, String> disabling(Staff admin, String name) throws SQLException {
        return Map.of(
                "csrf",
                admin.csrf(),
                "jakarta.faces.ViewState",
                "stateless",
                "team",
                "team",
                "disable",
                Long.toString(number("select id from account where name = '" + name + "'")));
    }

    @Test
    void showsTheLetterWithHerLinkToNobodyElse() throws SQLException {
        member("thea", Role.NURSE);
        ClinicApi api = ClinicApi.of(clinic);
        String[] frontDesk = Staff.bearer(clinic, Role.FRONT_DESK);
        assertThat(api.get("/api/v1/messages?limit=200", frontDesk).body()).doesNotContain("thea@example.org");
        long letter = number("select id from outbox_mail where recipient = 'thea@example.org'");
        assertThat(api.send("POST", "/api/v1/messages/" + letter + "/retry", "", frontDesk)
                        .status())
                .isEqualTo(404);
        assertThat(Staff.signedIn(clinic, Role.FRONT_DESK)
                        .get("/staff/message/" + letter)
                        .statusCode())
                .isEqualTo(404);
    }

    private static long number(String query) throws SQLException {
        try (Connection database = clinic.database();
                var statement = database.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Who may see which page: everything else is told so, and nobody sees anything without signing in. */
    static Stream<Arguments> pages() {
        List<Role> all = List.of(Role.values());
        return Stream.of(
                Arguments.of("/staff/account", all),
                Arguments.of("/staff/confirm", all),
                Arguments.of("/staff/team", List.of(Role.ADMIN)),
                Arguments.of("/staff/audit", List.of(Role.AUDITOR)),
                Arguments.of("/staff/audit.csv", List.of(Role.AUDITOR)));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void opensEveryPageToItsRolesAlone(String page, List<Role> roles) {
        for (Role role : Role.values()) {
            assertThat(Staff.signedIn(clinic, role).get(page).statusCode())
                    .as(page + " for " + role)
                    .isEqualTo(roles.contains(role) ? 200 : 403);
        }
        assertThat(Staff.at(clinic).get(page).statusCode()).isEqualTo(303);
        assertThat(Staff.location(Staff.at(clinic).get(page))).startsWith("/staff/sign-in?to=");
    }
}
