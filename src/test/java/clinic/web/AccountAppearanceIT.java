package clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.staff.Role;
import clinic.testing.Axe;
import clinic.testing.Browser;
import clinic.testing.ClinicInBrowser;
import clinic.testing.Inbox;
import clinic.testing.Look;
import clinic.testing.LooksAround;
import clinic.testing.Staff;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The way in and what lies behind it, for everybody, on a small phone as well: doors, accounts, team, audit trail. */
@LooksAround
@Tag("browser")
class AccountAppearanceIT {
    private static final List<String> DOORS =
            List.of("/staff/sign-in", "/staff/sign-in?out=", "/staff/forgotten", "/staff/reset/out-of-time");
    private static final Map<Role, List<String>> PAGES = Map.of(
            Role.NURSE, List.of("/staff/account", "/staff/confirm", "/staff/team"),
            Role.ADMIN, List.of("/staff/team"),
            Role.AUDITOR, List.of("/staff/audit", "/staff/audit?who=frontdesk&action=SIGN_IN"));

    @RegisterExtension
    static final ClinicInBrowser CLINIC = new ClinicInBrowser();

    private static String invitation;

    @BeforeAll
    static void inviteSomebody() {
        Map<String, String> axel =
                Map.of("colleague", "Axel Access", "email", "axel@example.org", "user", "axel", "newRole", "NURSE");
        Staff.signedIn(CLINIC.running(), Role.ADMIN).fill("/staff/team", "send", axel);
        String letter =
                new Inbox(CLINIC.running(), "axel@example.org").await(1).get(0).text();
        invitation = Pattern.compile("/staff/invitation/[A-Za-z0-9_-]{43}")
                .matcher(letter)
                .results()
                .map(MatchResult::group)
                .findFirst()
                .orElseThrow();
    }

    private static void look(String page, Browser browser, SoftAssertions softly) {
        softly.assertThat(browser.overflow()).as("scrolls sideways: " + page).isZero();
        softly.assertThat(Axe.violations(browser)).as(page).isEqualTo(List.of());
        softly.assertThat(browser.driver().manage().logs().get("browser").getAll())
                .as("policy: " + page)
                .noneMatch(entry -> entry.getMessage().contains("Content Security Policy"));
    }

    private static void lookAround(Look look) {
        SoftAssertions softly = new SoftAssertions();
        Browser browser = CLINIC.open(look);
        DOORS.forEach(page -> {
            browser.go(page);
            look(page, browser, softly);
        });
        browser.go(invitation);
        assertThat(browser.has("#newPassword")).isTrue();
        look("an invitation", browser, softly);
        browser.go("/staff/sign-in");
        browser.type("user", "axel");
        browser.type("password", "wrong");
        browser.follow(browser.find("#enter"));
        assertThat(browser.has("#problems")).isTrue();
        look("a wrong password", browser, softly);
        PAGES.forEach((role, pages) -> {
            CLINIC.become(role, browser);
            pages.forEach(page -> {
                browser.go(page);
                look(page + " for " + role, browser, softly);
            });
        });
        CLINIC.become(Role.ADMIN, browser);
        browser.go("/staff/team");
        browser.driver()
                .executeScript("document.querySelectorAll('.members details').forEach(each => each.open = true)");
        assertThat(browser.text(".members")).contains("Axel Access");
        look("what can be done with everybody", browser, softly);
        browser.go("/staff/account");
        browser.follow(browser.find("#offerFactor"));
        assertThat(browser.has("#totpSecret")).isTrue();
        look("a phone to add", browser, softly);
        softly.assertAll();
    }

    @Test
    void isForEverybodyInTheLight() {
        lookAround(Look.desktop());
    }

    @Test
    void isForEverybodyOnASmallPhoneInSpanishInTheDark() {
        lookAround(Look.phone().inSpanish().inTheDark());
    }
}
