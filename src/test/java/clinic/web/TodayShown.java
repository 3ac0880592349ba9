package clinic.web;

import static org.awaitility.Awaitility.await;

import clinic.testing.Browser;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;

/** The screen of the day, as somebody of the staff works with it. */
record TodayShown(Browser browser) {
    static TodayShown at(Browser browser, LocalDate day) {
        browser.go("/staff?day=" + day);
        return new TodayShown(browser);
    }

    String heading() {
        return browser.text("h1");
    }

    List<String> names() {
        return browser.all(".visit .name").stream().map(WebElement::getText).toList();
    }

    private WebElement block(String name) {
        return browser.all(".visit").stream()
                .filter(visit -> visit.getText().contains(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not here: " + names()));
    }

    String state(String name) {
        return block(name)
                .findElement(org.openqa.selenium.By.cssSelector(".tag"))
                .getText();
    }

    String nurse(String name) {
        return block(name)
                .findElement(org.openqa.selenium.By.cssSelector(".nurse-of"))
                .getText();
    }

    TodayShown awaitNurse(String name, String nurse) {
        await().atMost(Duration.ofSeconds(20))
                .ignoreException(StaleElementReferenceException.class)
                .until(() -> nurse(name).equals(nurse));
        return this;
    }

    String all(String name) {
        return block(name).getText();
    }

    /** Presses the step that stands on the visit itself. */
    TodayShown press(String name) {
        browser.press(block(name).findElement(org.openqa.selenium.By.cssSelector("button[name=step]")));
        return this;
    }

    TodayShown awaitState(String name, String state) {
        await().atMost(Duration.ofSeconds(20))
                .ignoreException(StaleElementReferenceException.class)
                .until(() -> state(name).equals(state));
        return this;
    }

    String done() {
        return browser.text("#done");
    }

    TodayShown undo() {
        browser.press(browser.find("#undo"));
        return this;
    }

    String needs() {
        return browser.text("#rail");
    }
}
