package clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.staff.Role;
import clinic.testing.Axe;
import clinic.testing.Browser;
import clinic.testing.ClinicApi;
import clinic.testing.ClinicInBrowser;
import clinic.testing.Inbox;
import clinic.testing.Look;
import clinic.testing.OnPages;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/** The clinician calls in sick: the front desk closes her day, gives everybody another time, and goes home. */
@OnPages
@Tag("browser")
class SickDayPageIT {
    private static final LocalDate DAY = LocalDate.of(2027, 2, 16);

    @RegisterExtension
    static final ClinicInBrowser CLINIC = new ClinicInBrowser();

    private final ClinicApi api = ClinicApi.of(CLINIC.running());

    private void book(LocalDateTime start, String name) {
        assertThat(api.book("""
                        {"start":"%s","patient":{"firstName":"%s","lastName":"Sickday","email":"%s.sick@example.org",
                         "phone":"818-555-0133","language":"en","emailConsent":true,"adult":true}}
                        """.formatted(start, name, name)).status()).isEqualTo(201);
    }

    private static void signIn(Browser browser) {
        String[] login = CLINIC.running()
                .said()
                .lines()
                .filter(line -> line.startsWith("demo login: FRONT_DESK "))
                .findFirst()
                .orElseThrow()
                .split(" ");
        browser.go("/staff/sign-in?to=/staff/house");
        browser.type("user", login[3]);
        browser.type("password", login[4]);
        browser.follow(browser.find("#enter"));
    }

    /** The picker of a browser wants keys in the order of its country. */
    private static void pick(Browser browser, WebElement field, String value) {
        browser.driver().executeScript("arguments[0].value = arguments[1]", field, value);
    }

    private static WebElement caseOf(Browser browser, String name) {
        return browser.all(".case").stream()
                .filter(each -> each.getText().contains(name + " Sickday"))
                .findFirst()
                .orElseThrow();
    }

    private static WebElement open(WebElement of, int form) {
        WebElement details = of.findElements(By.tagName("details")).get(form);
        details.findElement(By.tagName("summary")).click();
        return details;
    }

    @Test
    void isWorkedOffFromSignInToSignOut() {
        book(DAY.atTime(9, 0), "Grace");
        book(DAY.atTime(10, 0), "Marcus");
        Browser browser = CLINIC.open(Look.desktop());
        signIn(browser);
        assertThat(browser.address()).isEqualTo("/staff/house");
        assertThat(browser.has(".tabs")).isFalse();

        new Select(browser.find("#closeResource")).selectByVisibleText("Consulting clinician");
        pick(browser, browser.find("#closeFrom"), DAY + "T00:00");
        pick(browser, browser.find("#closeTo"), DAY + "T00:00");
        browser.follow(browser.find("#preview"));
        assertThat(browser.text("#problems")).contains("The end must be later").contains("Reason");
        assertThat(browser.find("#closeFrom").getDomProperty("value")).isEqualTo(DAY + "T00:00");

        pick(browser, browser.find("#closeTo"), DAY.plusDays(1) + "T00:00");
        browser.type("closeReason", "Off sick");
        browser.follow(browser.find("#preview"));
        assertThat(browser.text("#strands")).contains("2 visits", "Grace Sickday", "Marcus Sickday");
        assertThat(api.free(DAY)).hasSize(20);

        book(DAY.atTime(11, 0), "Ines");
        pick(browser, browser.find("#closeFrom"), DAY + "T08:00");
        browser.follow(browser.find("#saveClosure"));
        assertThat(browser.text("#strands"))
                .as("shown anew, since the form was changed")
                .contains("Ines Sickday");
        browser.follow(browser.find("#saveClosure"));
        assertThat(browser.text(".toast")).contains("3 visits lost their time");
        assertThat(api.free(DAY)).isEmpty();

        browser.follow(browser.find(".toast a"));
        assertThat(caseOf(browser, "Grace").getText()).contains("Off sick", "Tue, Feb 16", "9:00");
        browser.follow(caseOf(browser, "Grace").findElement(By.cssSelector(".proposals .primary")));
        assertThat(browser.text(".toast")).contains("Moved");
        WebElement other = open(caseOf(browser, "Marcus"), 0);
        pick(browser, other.findElement(By.name("start")), "2027-02-17T03:00");
        browser.follow(other.findElement(By.tagName("button")));
        assertThat(browser.text("#problems")).contains("outside our hours");
        WebElement again = caseOf(browser, "Marcus").findElement(By.cssSelector("details[open]"));
        pick(browser, again.findElement(By.name("start")), "2027-02-17T15:00");
        browser.follow(again.findElement(By.tagName("button")));
        WebElement called = open(caseOf(browser, "Ines"), 1);
        called.findElement(By.tagName("textarea")).sendKeys("wants to think about it");
        browser.follow(called.findElement(By.tagName("button")));
        assertThat(browser.text("#problems")).contains("Outcome: Choose what came of the call.");
        WebElement kept = caseOf(browser, "Ines").findElement(By.cssSelector("details[open]"));
        assertThat(kept.findElement(By.tagName("textarea")).getDomProperty("value"))
                .isEqualTo("wants to think about it");
        new Select(kept.findElement(By.tagName("select"))).selectByVisibleText("Reached");
        browser.follow(kept.findElement(By.tagName("button")));
        assertThat(browser.text(".toast")).contains("Call saved.");
        assertThat(caseOf(browser, "Ines").getText()).contains("Reached", "Frankie Doyle", "wants to think about it");
        browser.follow(caseOf(browser, "Ines").findElement(By.cssSelector("h2 a")));
        assertThat(browser.text("section[aria-labelledby=calls]"))
                .contains("Calls about a lost time", "Reached", "wants to think about it");
        browser.go("/staff/stranded");
        browser.follow(open(caseOf(browser, "Ines"), 2).findElement(By.tagName("button")));
        assertThat(browser.all(".case")).noneMatch(each -> each.getText().contains("Sickday"));

        assertThat(new Inbox(CLINIC.running(), "Grace.sick@example.org").await(2))
                .hasSize(2);
        assertThat(new Inbox(CLINIC.running(), "Marcus.sick@example.org").await(2))
                .hasSize(2);
        assertThat(new Inbox(CLINIC.running(), "Ines.sick@example.org").await(2))
                .hasSize(2);

        browser.go("/staff/house");
        browser.follow(browser.find("[name='reopen']"));
        assertThat(browser.text(".toast")).contains("Open again");
        assertThat(api.free(DAY)).hasSize(22);
        browser.follow(browser.find("form[action='/staff/sign-out'] button"));
        browser.go("/staff/house");
        assertThat(browser.address()).startsWith("/staff/sign-in");
    }

    @Test
    void hasPagesEverybodyCanRead() {
        book(LocalDate.of(2027, 2, 19).atTime(9, 0), "Paul");
        SoftAssertions softly = new SoftAssertions();
        for (Look look : List.of(Look.desktop(), Look.phone().inSpanish().inTheDark())) {
            Browser browser = CLINIC.open(look, Role.ADMIN);
            for (String path : List.of(
                    "/staff/house",
                    "/staff/house?saved=2",
                    "/staff/house-hours?change=FRIDAY",
                    "/staff/house-people?who=6&weekday=MONDAY",
                    "/staff/house-people?retire=6",
                    "/staff/stranded")) {
                browser.go(path);
                softly.assertThat(Axe.violations(browser)).as(path + " " + look).isEqualTo(List.of());
                softly.assertThat(browser.overflow()).as(path + " " + look).isZero();
            }
            browser.go("/staff/house");
            browser.follow(browser.find("#preview"));
            softly.assertThat(Axe.violations(browser)).as("refused " + look).isEqualTo(List.of());
        }
        softly.assertAll();
    }

    @Test
    void changesTheWeekAndAShiftByAnAdmin() {
        Browser browser = CLINIC.open(Look.desktop(), Role.ADMIN);
        browser.go("/staff/house-hours?change=SATURDAY");
        assertThat(browser.text(".list tbody tr:nth-child(6)")).contains("Closed");
        time(browser, "weekOpens", "0900AM");
        time(browser, "weekCloses", "1200PM");
        browser.follow(browser.find("#previewWeek"));
        assertThat(browser.text("#strands")).contains("Nobody");
        browser.follow(browser.find("#saveWeek"));
        assertThat(browser.text(".list tbody tr:nth-child(6)")).contains("9:00");

        browser.go("/staff/house-people?who=6&weekday=SATURDAY");
        time(browser, "shift1From", "0900AM");
        time(browser, "shift1To", "1200PM");
        time(browser, "break1From", "0100PM");
        time(browser, "break1To", "0200PM");
        browser.follow(browser.find("#previewShifts"));
        assertThat(browser.text("#break1From-error")).contains("inside its shift");
        time(browser, "break1From", "1000AM");
        time(browser, "break1To", "1030AM");
        browser.follow(browser.find("#previewShifts"));
        browser.follow(browser.find("#saveShifts"));
        assertThat(browser.text(".toast")).contains("Saved");
        assertThat(api.free(LocalDate.of(2027, 2, 13))).hasSize(5);

        browser.go("/staff/house-hours?change=SATURDAY");
        browser.find("#weekOpens").clear();
        browser.find("#weekCloses").clear();
        browser.follow(browser.find("#previewWeek"));
        browser.follow(browser.find("#saveWeek"));
        assertThat(api.free(LocalDate.of(2027, 2, 13))).isEmpty();
    }

    @Test
    void opensAHolidayByHandAndLeavesItToTheCalendarAgain() {
        LocalDate holiday = LocalDate.of(2027, 2, 15);
        assertThat(api.free(holiday)).isEmpty();
        Browser browser = CLINIC.open(Look.desktop(), Role.ADMIN);
        browser.go("/staff/house-hours?is=open&date=" + holiday);
        time(browser, "dayOpens", "1000AM");
        time(browser, "dayCloses", "0100PM");
        browser.type("dayNote", "open by hand");
        browser.follow(browser.find("#previewDay"));
        assertThat(browser.text("#strands")).contains("Nobody");
        assertThat(api.free(holiday)).as("nothing is saved by looking").isEmpty();
        browser.follow(browser.find("#saveDay"));
        assertThat(browser.text("#main")).contains("open by hand");
        assertThat(api.free(holiday))
                .isNotEmpty()
                .allMatch(start -> start.contains("T10:") || start.contains("T11:") || start.contains("T12:"));

        browser.go("/staff/house-hours?is=usual&date=" + holiday);
        browser.follow(browser.find("#previewDay"));
        browser.follow(browser.find("#saveDay"));
        assertThat(browser.text("#main")).doesNotContain("open by hand");
        assertThat(api.free(holiday)).isEmpty();
    }

    private static void time(Browser browser, String field, String keys) {
        browser.find("#" + field).sendKeys(keys);
    }

    @Test
    void keepsTheRosterToAdmins() {
        Browser browser = CLINIC.open(Look.desktop(), Role.FRONT_DESK);
        browser.go("/staff/house-hours");
        assertThat(browser.has("#weekForm")).isFalse();
        browser.go("/staff/house-people");
        assertThat(browser.has("#addForm")).isFalse();
        Browser nurse = CLINIC.open(Look.desktop(), Role.NURSE);
        nurse.go("/staff/house");
        assertThat(nurse.has("#close")).isFalse();
    }
}
