package clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.staff.Role;
import clinic.testing.Axe;
import clinic.testing.Browser;
import clinic.testing.ClinicInBrowser;
import clinic.testing.Look;
import clinic.testing.OnPages;
import clinic.testing.StaffApi;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.print.PageSize;

/**
 * Series on pages: those of the demonstration looked at, and two stories. Of this group's clinic, room R4 at five in
 * December and room R3 in the afternoons of November 30 to December 4 are this class's.
 */
@OnPages
@Tag("browser")
class SeriesPageIT {
    private static final List<String> SIX_DAYS = List.of("07", "09", "11", "14", "16", "18");

    @RegisterExtension
    static final ClinicInBrowser CLINIC = new ClinicInBrowser();

    private static StaffApi staff() {
        return new StaffApi(CLINIC.running());
    }

    private static int patient(String name, boolean consent) {
        int patient = staff().patient(
                        "{\"adult\":true,\"firstName\":\"%s\",\"lastName\":\"Paged\",\"email\":\"%s@example.org\",\"phone\":\"818-555-0166\",\"emailConsent\":%b}"
                                .formatted(name, name, consent));
        staff().findEligible(patient);
        return patient;
    }

    private static JsonObject series(int patient, String protocol, List<String> days) {
        return staff().series(
                        patient,
                        protocol,
                        "R4",
                        "17:00",
                        days.stream().map(day -> "2026-12-" + day).toList());
    }

    private static void treat(JsonObject series, int no) {
        staff().treat(StaffApi.visit(series, no));
    }

    private static void decide(JsonObject series, String decision) {
        assertThat(staff().as(
                                Role.PRESCRIBER,
                                "POST",
                                "series/" + series.getInt("id") + "/decisions",
                                "{\"decision\":\"" + decision + "\",\"reason\":\"as agreed\"}")
                        .status())
                .isEqualTo(200);
    }

    private static WebElement row(Browser browser, String css, String name) {
        return browser.all(css).stream()
                .filter(row -> row.getText().contains(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not there"));
    }

    /** The series of the demonstration that waits for a decision. */
    private static JsonObject waiting() {
        return staff().as(Role.NURSE, "GET", "series?due=CHECKPOINT", "").json().getJsonArray("items").stream()
                .map(JsonValue::asJsonObject)
                .filter(line ->
                        line.getJsonObject("patient").getString("lastName").equals("Weiss"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void canBeUsedByEverybodyAndPrinted() {
        JsonObject hannah = waiting();
        int patient = hannah.getJsonObject("patient").getInt("id");
        List<String> pages = List.of(
                "/staff/series/" + hannah.getInt("id"),
                "/staff/series?due=CHECKPOINT",
                "/staff/work",
                "/staff/patient/" + patient);
        SoftAssertions softly = new SoftAssertions();
        for (Look look : List.of(Look.desktop(), Look.phone().inSpanish().inTheDark())) {
            Browser browser = CLINIC.open(look, Role.PRESCRIBER);
            for (String page : pages) {
                browser.go(page);
                softly.assertThat(Axe.violations(browser)).as(page).isEqualTo(List.of());
                softly.assertThat(browser.overflow()).as(page).isZero();
            }
        }
        Browser browser = CLINIC.open(Look.desktop(), Role.PRESCRIBER);
        browser.driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
        for (String page : List.of(
                pages.get(0), "/staff/plan?patient=" + patient + "&protocol=MOOD_6&earliest=2026-12-07&best=11:00")) {
            browser.go(page);
            softly.assertThat(browser.all("#main button, #main .btn, #main textarea, #main select"))
                    .as(page)
                    .noneMatch(WebElement::isDisplayed);
            softly.assertThat(browser.sheets(PageSize.US_LETTER)).as(page).isEqualTo(1);
        }
        softly.assertAll();
    }

    @Test
    void listsWhatWaitsAndLeadsToTheDecision() {
        Browser browser = CLINIC.open(Look.desktop().withoutScripts(), Role.PRESCRIBER);
        browser.go("/staff/series");
        browser.follow(browser.find("a[href='/staff/series?due=CHECKPOINT']"));
        assertThat(browser.text("a[href='/staff/series?due=CHECKPOINT'][aria-current]"))
                .isEqualTo("Checkpoint due");
        WebElement hannah = row(browser, ".list tbody tr", "Hannah Weiss");
        assertThat(hannah.getText()).contains("Checkpoint after visit 1: decide before Wed, Nov 25");
        browser.follow(hannah.findElement(org.openqa.selenium.By.cssSelector("a")));
        assertThat(browser.all("button[name=decision]")).hasSizeGreaterThan(2);
        assertThat(browser.text("#main")).contains("None owed: booked fewer than three business days ahead");
    }

    @Test
    void invitesFromTheWorklistAndWritesDownAnEstimate() throws SQLException {
        JsonObject kept = series(patient("Noemi", true), "BOOST_MOOD", List.of("10"));
        Browser browser = CLINIC.open(Look.desktop().withoutScripts(), Role.FRONT_DESK);
        browser.go("/staff/work");
        WebElement owed = row(browser, "section[aria-labelledby=estimates] li", "Noemi Paged");
        assertThat(owed.getText()).contains("Estimate due");
        owed.findElement(org.openqa.selenium.By.cssSelector("summary")).click();
        owed.findElement(org.openqa.selenium.By.cssSelector("textarea")).sendKeys("by post");
        browser.follow(owed.findElement(org.openqa.selenium.By.name("given")));
        assertThat(browser.text("#done")).contains("she has the estimate");
        assertThat(browser.text("section[aria-labelledby=estimates]")).doesNotContain("Noemi");

        treat(kept, 1);
        decide(kept, "CONTINUE");
        decide(kept, "MAINTAIN");
        try (Connection connection = CLINIC.running().database();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("update appointment set day = '2026-11-02' where series_id = " + kept.getInt("id"));
        }
        browser.go("/staff/work");
        WebElement due = row(browser, "section[aria-labelledby=boosters] li", "Noemi Paged");
        assertThat(due.getText()).contains("Booster window Mon, Nov 16 to Mon, Dec 14");
        browser.follow(due.findElement(org.openqa.selenium.By.name("invite")));
        WebElement invited = row(browser, "section[aria-labelledby=boosters] li", "Noemi Paged");
        assertThat(invited.getText()).contains("Invited by e-mail").doesNotContain("I invited her");
        browser.follow(invited.findElement(org.openqa.selenium.By.partialLinkText("Plan booster")));
        assertThat(browser.address()).contains("protocol=BOOST_MOOD");
        assertThat(browser.all(".chip")).hasSize(1);
        browser.go("/staff/series/" + kept.getInt("id"));
        assertThat(browser.text("#main")).contains("Coming again", "Best around Mon, Nov 30", "by post");
    }

    @Test
    void repairsSixInfusionsOverTwoWeeksVisitThreeMissed() {
        int ines = patient("Inessa", true);
        JsonObject six = series(ines, "MOOD_6", SIX_DAYS);
        treat(six, 1);
        treat(six, 2);
        decide(six, "CONTINUE");
        Browser browser = CLINIC.open(Look.desktop().withoutScripts(), Role.FRONT_DESK);
        browser.go("/staff/series/" + six.getInt("id"));
        browser.follow(browser.find("a[href^='/staff/repair']"));
        browser.find("#visit option[value='3']").click();
        browser.follow(browser.find("#propose"));
        assertThat(browser.all(".repair tbody tr")).hasSize(6);
        assertThat(browser.all(".repair .changed")).isNotEmpty().hasSizeLessThanOrEqualTo(4);
        browser.type("why", "she was ill");
        browser.follow(browser.find("#apply"));
        assertThat(browser.text(".toast")).contains("Done");
        browser.go("/staff/series/" + six.getInt("id"));
        assertThat(browser.all(".line-of li")).hasSize(6);
        assertThat(browser.text(".line-of")).doesNotContain("Fri, Dec 11");
        assertThat(browser.text("h1")).contains("Under way");
        browser.go("/staff/patient/" + ines);
        assertThat(browser.all("section[aria-labelledby=letters] li").stream()
                        .filter(letter -> letter.getText().contains("New plan of a series")))
                .hasSize(1);
    }

    @Test
    void plansAPainWeekAroundAHoliday() {
        int thea = patient("Thea", true);
        String plan = "/staff/plan?patient=" + thea + "&protocol=PAIN_5DAY&earliest=2026-11-23&best=13:30";
        int room = staff().resource("R3");
        Browser browser = CLINIC.open(Look.desktop().withoutScripts(), Role.FRONT_DESK);
        browser.go(plan
                + Stream.of("23", "24", "25", "26", "27")
                        .map(day -> "&v=2026-11-" + day + "T13:30@" + room)
                        .collect(Collectors.joining()));
        assertThat(browser.text("#verdict")).contains("closed on Thursday, November 26, 2026 (Thanksgiving Day)");
        assertThat(browser.text("#verdict")).doesNotContain("0 days apart");
        browser.go(plan);
        assertThat(browser.text("h1")).isEqualTo("Five visits in 4 days");
        assertThat(browser.text("#plan")).contains("Nov 30").doesNotContain("Nov 26");
        assertThat(browser.text("#verdict")).contains("Always at 1:30 PM");
        browser.follow(browser.find("#book"));
        assertThat(browser.address()).endsWith("?done=planned");
        assertThat(browser.all(".line-of li")).hasSize(5);
        assertThat(browser.text(".line-of")).contains("Mon, Nov 30", "Fri, Dec 4", "1:30 PM");
    }
}
