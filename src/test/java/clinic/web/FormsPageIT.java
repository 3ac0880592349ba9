package clinic.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import clinic.staff.Role;
import clinic.testing.Browser;
import clinic.testing.ClinicInBrowser;
import clinic.testing.Look;
import clinic.testing.OnPages;
import clinic.testing.Staff;
import clinic.testing.StaffApi;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Keys;

/** What only a browser shows of forms: the Enter key, Back, and buttons that follow the fields. */
@OnPages
@Tag("browser")
class FormsPageIT {
    @RegisterExtension
    static final ClinicInBrowser CLINIC = new ClinicInBrowser();

    private static int patient(String name) {
        return new StaffApi(CLINIC.running()).patient(name, "Pressed");
    }

    /** Catches: the language switch in the head of the page pressed by Enter in a field. */
    @Test
    void enterGoesOnWithTheBookingWithAndWithoutScripts() {
        for (Look look : List.of(Look.phone(), Look.phone().withoutScripts())) {
            Browser browser = CLINIC.open(look);
            TimesPage times = TimesPage.at(browser, LocalDate.of(2027, 1, 21));
            times.choose(times.times().get(0));
            browser.type("firstName", "Ana");
            browser.leave(() -> browser.find("#firstName").sendKeys(Keys.ENTER));
            assertThat(browser.find("html").getDomAttribute("lang")).isEqualTo("en");
            assertThat(browser.text("#problems")).contains("Please");
            assertThat(browser.find("#firstName").getDomProperty("value")).isEqualTo("Ana");
        }
    }

    @Test
    void backAfterABookingShowsThePageBeforeIt() {
        Browser browser = CLINIC.open(Look.desktop());
        TimesPage times = TimesPage.at(browser, LocalDate.of(2027, 1, 22));
        VisitShown visit = times.choose(times.times().get(0))
                .fill("Backa", "backa@example.org")
                .goOn()
                .confirm();
        String booked = visit.address();
        browser.leave(() -> browser.driver().navigate().back());
        assertThat(browser.text("h1")).isNotEmpty();
        assertThat(browser.driver().getPageSource()).doesNotContain("ERR_CACHE_MISS");
        browser.follow(browser.find("#confirm"));
        assertThat(browser.address()).isEqualTo(booked);
    }

    @Test
    void theButtonAndTheListFollowTheDay() {
        int patient = patient("Fielda");
        Browser browser = CLINIC.open(Look.desktop(), Role.FRONT_DESK);
        browser.go("/staff/patient/" + patient + "?do=book");
        assertThat(browser.text("#doBook")).isEqualTo("Book Tue, Nov 24, 9:00 AM");
        set(browser, "day", "2027-01-20");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> browser.text("#doBook").equals("Book Wed, Jan 20, 9:00 AM"));
        assertThat(browser.all("#offer button[name=pick]")).isNotEmpty().allMatch(time -> time.getDomAttribute("value")
                .startsWith("2027-01-20T"));
        set(browser, "at", "16:00");
        browser.leave(() -> browser.find("#at").sendKeys(Keys.ENTER));
        assertThat(browser.text("#done")).contains("Booked for Wed, Jan 20, 4:00 PM");
    }

    /** As typing does, without the browser's own ideas of how a date is typed. */
    private static void set(Browser browser, String field, String value) {
        browser.driver()
                .executeScript(
                        "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('input', {bubbles: true}));"
                                + " arguments[0].dispatchEvent(new Event('change', {bubbles: true}))",
                        browser.find("#" + field),
                        value);
    }

    @Test
    void aChangedWishTakesThePlanBackUntilItIsSearchedFor() {
        int patient = patient("Wisha");
        Browser browser = CLINIC.open(Look.desktop(), Role.FRONT_DESK);
        browser.go("/staff/plan?patient=" + patient + "&protocol=MOOD_6&earliest=2027-01-11");
        assertThat(browser.text("#book")).startsWith("Book all 6 visits");
        assertThat(browser.find("#book").isEnabled()).isTrue();
        browser.find("#protocol option[value=PAIN_5DAY]").click();
        assertThat(browser.find("#book").isEnabled()).isFalse();
        assertThat(browser.text("#wishes-changed")).contains("Search again");
        browser.follow(browser.find("#find"));
        assertThat(browser.text("#book")).startsWith("Book all 5 visits");
        assertThat(browser.find("#book").isEnabled()).isTrue();
    }

    @Test
    void aNoteOutlivesTheSessionItWasTypedIn() throws SQLException {
        int patient = patient("Nota");
        Browser browser = CLINIC.open(Look.desktop());
        browser.go("/staff/sign-in?to=/staff/patient/" + patient);
        signIn(browser);
        browser.type("remark", "called twice, wants mornings");
        try (Connection database = CLINIC.running().database();
                Statement statement = database.createStatement()) {
            statement.executeUpdate("update staff_session set ended_at = created_at");
        }
        browser.follow(browser.find("#write"));
        signIn(browser);
        assertThat(browser.find("#remark").getDomProperty("value")).isEqualTo("called twice, wants mornings");
        assertThat(browser.text("#typed")).contains("Everything you typed is back");
        browser.follow(browser.find("#write"));
        assertThat(browser.text(".notes-list")).contains("called twice, wants mornings");
    }

    private static void signIn(Browser browser) {
        browser.type("user", Staff.user(CLINIC.running(), Role.FRONT_DESK));
        browser.type("password", Staff.password(CLINIC.running(), Role.FRONT_DESK));
        browser.leave(() -> browser.find("#password").sendKeys(Keys.ENTER));
    }

    /** Catches: what is typed on the worklist swept away by news of a colleague. */
    @Test
    void newsOfOthersLeaveWhatIsTyped() {
        Browser browser = CLINIC.open(Look.desktop(), Role.FRONT_DESK);
        call("Firsta");
        browser.go("/staff/work");
        browser.driver().executeScript("document.querySelectorAll('#work details').forEach(each => each.open = true)");
        browser.find("#work textarea").sendKeys("no answer yet");
        call("Seconda");
        await().atMost(Duration.ofSeconds(30)).ignoreExceptions().until(() -> browser.text("#work")
                .contains("Seconda"));
        assertThat(browser.all("#work textarea"))
                .extracting(field -> field.getDomProperty("value"))
                .contains("no answer yet");
    }

    private static void call(String name) {
        Browser patient = CLINIC.open(Look.phone().withoutScripts());
        patient.go("/call");
        patient.type("name", name + " Calling");
        patient.type("phone", "818-555-01" + (name.length() * 7 + 20));
        patient.leave(() -> patient.find("#phone").sendKeys(Keys.ENTER));
        assertThat(patient.text("#done")).contains("Thank you");
    }
}
