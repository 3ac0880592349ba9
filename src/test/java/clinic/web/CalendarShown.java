package clinic.web;

import clinic.staff.Role;
import clinic.testing.Browser;
import clinic.testing.ClinicInBrowser;
import clinic.testing.Look;
import clinic.testing.Staff;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The calendar of staff in a browser. */
record CalendarShown(Browser browser) {
    private static final int QUARTER = 20;

    /** Somebody of a role opens it. */
    static CalendarShown at(ClinicInBrowser clinic, Look look, Role role, String query) {
        Browser browser = clinic.open(look);
        String[] cookie =
                Staff.signedIn(clinic.running(), role).cookie().orElseThrow().split("=", 2);
        browser.go("/assets/favicon.svg");
        browser.driver().manage().addCookie(new Cookie(cookie[0], cookie[1]));
        browser.go("/staff/calendar" + query);
        return new CalendarShown(browser).drawn();
    }

    static CalendarShown day(ClinicInBrowser clinic, LocalDate day) {
        return at(clinic, Look.desktop(), Role.FRONT_DESK, "?view=day&date=" + day);
    }

    CalendarShown drawn() {
        await(() -> browser.has("#calendar .ec-main, #list:not([hidden])") && !browser.has("#calendar[aria-busy]"));
        return this;
    }

    /** Waits for what a script does. */
    void await(Supplier<Boolean> there) {
        patience().until(now -> there.get());
    }

    /** The script draws anew what it was told of: what was just there is not what is there now. */
    private WebDriverWait patience() {
        WebDriverWait patience = new WebDriverWait(browser.driver(), Duration.ofSeconds(20));
        patience.ignoring(StaleElementReferenceException.class);
        return patience;
    }

    String heading() {
        return browser.text("h1");
    }

    /** What screen readers are told of a visit that is drawn. */
    String label(String name) {
        return patience()
                .withMessage(() -> name + " is not drawn: " + visits())
                .until(now -> labels().filter(label -> label.startsWith(name))
                        .findFirst()
                        .orElse(null))
                .replace('\u00a0', ' ');
    }

    WebElement visit(String name) {
        return patience()
                .withMessage(() -> name + " is not drawn: " + visits())
                .until(now -> browser.all("#calendar a.cal-visit").stream()
                        .filter(visit -> visit.getDomAttribute("aria-label").startsWith(name))
                        .findFirst()
                        .orElse(null));
    }

    private Stream<String> labels() {
        return browser.all("#calendar a.cal-visit").stream().map(visit -> visit.getDomAttribute("aria-label"));
    }

    List<String> visits() {
        return labels().toList();
    }

    boolean shows(String text) {
        return visits().stream().anyMatch(label -> label.contains(text));
    }

    /** With the mouse, so many quarter-hours down or up, without letting go. */
    Actions drag(String name, int quarters) {
        Actions hand = new Actions(browser.driver()).clickAndHold(visit(name));
        for (int step = 0; step < Math.abs(quarters); step++) {
            hand.moveByOffset(0, Integer.signum(quarters) * QUARTER);
        }
        hand.perform();
        return new Actions(browser.driver());
    }

    void drop(String name, int quarters) {
        drag(name, quarters).release().perform();
    }

    String dialog() {
        await(() -> browser.has("#move-dialog[open] #verdict"));
        return browser.text("#move-dialog");
    }

    String said() {
        await(() -> browser.has("#said .toast"));
        return browser.text("#said");
    }

    void undo() {
        browser.press(browser.find("#undo"));
    }

    void choose(String field, String option) {
        new Select(browser.find("#" + field)).selectByVisibleText(option);
        drawn();
    }

    void press(String css) {
        browser.press(browser.find(css));
        drawn();
    }

    /** Presses free time of the first column, so many pixels below its first hour. */
    void pressFree(int quarters) {
        await(() -> browser.has("#calendar .ec-body .ec-day"));
        WebElement column = browser.driver().findElement(By.cssSelector("#calendar .ec-body .ec-day"));
        Number top = (Number) browser.driver()
                .executeScript(
                        "window.scrollTo(0, 0); return Math.round(arguments[0].getBoundingClientRect().top)", column);
        new Actions(browser.driver())
                .moveToLocation(column.getRect().getX() + QUARTER, top.intValue() + quarters * QUARTER + QUARTER / 2)
                .click()
                .perform();
    }
}
