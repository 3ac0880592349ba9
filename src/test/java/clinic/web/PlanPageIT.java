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
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Planning a series on a page. Of this group's clinic, rooms R1 to R4 in December are this class's. */
@OnPages
@Tag("browser")
class PlanPageIT {
    @RegisterExtension
    static final ClinicInBrowser CLINIC = new ClinicInBrowser();

    private static StaffApi staff() {
        return new StaffApi(CLINIC.running());
    }

    private static int patient(String name) {
        return staff().patient(name, "Planned");
    }

    private static String plan(int patient, String wishes) {
        return "/staff/plan?patient=" + patient + "&protocol=MOOD_6&" + wishes;
    }

    /** An address with a plan of its own: these days, in one room. */
    private static String plan(int patient, String time, String room, List<String> days) {
        long id = staff().resource(room);
        return plan(
                patient,
                days.stream()
                        .map(day -> "v=2026-12-" + day + "T" + time + "@" + id)
                        .collect(Collectors.joining("&")));
    }

    private static void awaitText(Browser browser, String css, String text) {
        new WebDriverWait(browser.driver(), Duration.ofSeconds(10))
                .ignoring(org.openqa.selenium.WebDriverException.class)
                .until(any -> browser.text(css).contains(text));
    }

    @Test
    void plansSixVisitsInThreePressesWithoutScripts() {
        int ana = patient("Anabel");
        Browser browser = CLINIC.open(Look.desktop().withoutScripts(), Role.FRONT_DESK);
        browser.go("/staff/patient/" + ana);
        browser.follow(browser.find("#plan-series"));
        assertThat(browser.text("h1")).startsWith("Six visits in");
        browser.go(plan(ana, "earliest=2026-11-30&best=11:00"));
        assertThat(browser.text("h1")).isEqualTo("Six visits in 16 days");
        assertThat(browser.all(".chip.firm")).hasSize(2);
        assertThat(browser.all(".chip.tentative")).hasSize(4);
        assertThat(browser.all(".choices li")).hasSizeBetween(2, 5);
        assertThat(browser.text("#verdict")).contains("Always at 11:00");
        browser.follow(browser.find("#book"));
        assertThat(browser.address()).startsWith("/staff/series/").endsWith("?done=planned");
        assertThat(browser.text("[role=status]")).contains("All visits are booked");
        assertThat(browser.all(".line-of li")).hasSize(6);
        assertThat(browser.text(".line-of")).contains("firm", "tentative", "3 days");
        browser.go("/staff/patient/" + ana);
        assertThat(browser.all(".line-of li")).hasSize(6);
        assertThat(browser.text("#main")).contains("Infusion, 6 of 6");
        browser.go(plan(ana, "earliest=2026-11-30"));
        browser.follow(browser.find("#book"));
        assertThat(browser.text("#problems")).contains("One at a time");
        assertThat(browser.all(".chip")).hasSize(6);
    }

    @Test
    void saysAtOnceWhatAChangeBreaks() {
        int bea = patient("Beatriz");
        Browser browser = CLINIC.open(Look.desktop(), Role.FRONT_DESK);
        browser.go(plan(bea, "13:00", "R1", List.of("07", "09", "11", "14", "16", "18")));
        assertThat(browser.text("#verdict")).contains("Every rule is kept");
        browser.press(browser.find("#chip-2"));
        awaitText(browser, "#visit-heading", "Visit 2");
        browser.press(browser.find("#nudge-day-earlier"));
        awaitText(browser, "#verdict", "Visits 1 and 2 would be 1 day apart");
        assertThat(browser.text(".beads .broken")).contains("1 day");
        assertThat(browser.text("#visit")).contains("This time cannot be had");
        assertThat(browser.address()).contains("2026-12-08T13%3A00");
        browser.driver().executeScript("""
                        const chip = document.getElementById('chip-2');
                        const cell = document.querySelector('[data-day="2026-12-10"]');
                        const carried = new DataTransfer();
                        for (const [on, type] of [[chip, 'dragstart'], [cell, 'dragover'], [cell, 'drop'], [chip, 'dragend']])
                          on.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: carried }));
                        """);
        awaitText(browser, "#verdict", "Visits 2 and 3 would be 1 day apart");
        assertThat(browser.text("#visit-heading")).contains("Thu, Dec 10");
        browser.press(browser.find("#nudge-day-earlier"));
        awaitText(browser, "#verdict", "Every rule is kept");
        assertThat(browser.has(".problems")).isFalse();
    }

    @Test
    void namesTheWishesThatAPlanMadeByHandDoesNotKeep() {
        String page = plan(patient("Wilma"), "13:00", "R1", List.of("07", "09", "11", "14", "16", "18"));
        Browser browser = CLINIC.open(Look.desktop().withoutScripts(), Role.FRONT_DESK);
        browser.go(page + "&on=MONDAY&on=WEDNESDAY&until=14:00&not=2026-12-16");
        assertThat(browser.text("#verdict"))
                .contains("It can be booked, but")
                .contains("not available on this day of the week (Friday, December 11, 2026)")
                .contains("available from 12:00 AM to 2:00 PM")
                .contains("Wednesday, December 16, 2026 is a date to avoid")
                .doesNotContain("Every rule is kept");
        browser.go(page + "&on=MONDAY&on=WEDNESDAY&on=FRIDAY");
        assertThat(browser.text("#verdict")).contains("Every rule is kept");
    }

    @Test
    void namesEveryVisitThatIsGoneAndOffersNewPlans() {
        int cleo = patient("Cleotilde");
        List<String> days = List.of("02", "04", "07", "09", "11", "14");
        Browser browser = CLINIC.open(Look.desktop(), Role.FRONT_DESK);
        browser.go(plan(cleo, "09:00", "R2", days));
        JsonObject taken = staff().series(
                        patient("Quicker"),
                        "MOOD_6",
                        "R2",
                        "09:00",
                        days.stream().map(day -> "2026-12-" + day).toList());
        assertThat(taken.getJsonArray("visits")).hasSize(6);
        browser.follow(browser.find("#book"));
        assertThat(browser.text("#conflicts"))
                .contains("Nothing was booked", "Visit 1: R2 is taken by the visit from 9:00", "Visit 6: R2 is taken");
        assertThat(browser.all(".chip.broken")).hasSize(6);
        assertThat(browser.all(".choices li")).isNotEmpty();
        browser.press(browser.find(".choices a"));
        awaitText(browser, "#verdict", "Gaps of");
        assertThat(browser.has("#conflicts")).isFalse();
    }

    @Test
    void saysWhatBlocksAPlanAndLeadsToOneThatFits() {
        Browser browser = CLINIC.open(Look.desktop(), Role.FRONT_DESK);
        browser.go(plan(patient("Dolores"), "earliest=2026-11-30&on=MONDAY&from=08:00&until=12:00"));
        assertThat(browser.text("#no-plan"))
                .contains("No plan fits these wishes", "Not on a weekday wished for", "6 visits, 2 to 5 days apart");
        browser.follow(browser.find(".ways a"));
        assertThat(browser.has("#no-plan")).isFalse();
        assertThat(browser.all(".chip")).hasSize(6);
    }

    @Test
    void canBeUsedByEverybodyEverywhere() {
        int ella = patient("Elladora");
        List<String> pages = List.of(
                plan(ella, "earliest=2026-11-30&not=2026-12-02"),
                plan(ella, "13:00", "R3", List.of("10", "11", "12", "15", "17", "18")),
                plan(ella, "earliest=2026-11-30&on=MONDAY"),
                "/staff/series");
        SoftAssertions softly = new SoftAssertions();
        for (Look look : List.of(Look.desktop(), Look.phone().inSpanish().inTheDark())) {
            Browser browser = CLINIC.open(look, Role.NURSE);
            for (String page : pages) {
                browser.go(page);
                softly.assertThat(Axe.violations(browser)).as(page).isEqualTo(List.of());
                softly.assertThat(browser.overflow()).as(page).isZero();
                softly.assertThat(
                                browser.driver().manage().logs().get("browser").getAll())
                        .as(page)
                        .noneMatch(entry -> entry.getMessage().contains("Content Security Policy"));
            }
        }
        softly.assertAll();
    }
}
