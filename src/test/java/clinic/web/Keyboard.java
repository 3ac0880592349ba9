package clinic.web;

import clinic.testing.Browser;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** Somebody who has no mouse: she comes to a thing only by the Tab key. */
record Keyboard(Browser browser) {
    private static final int MOST_TABS = 60;

    Keyboard tabTo(String css) {
        for (int tabs = 0; tabs < MOST_TABS; tabs++) {
            new Actions(browser.driver()).sendKeys(Keys.TAB).perform();
            WebElement focused = browser.driver().switchTo().activeElement();
            if (browser.driver().findElements(By.cssSelector(css)).contains(focused)) {
                return this;
            }
        }
        throw new AssertionError(css + " cannot be reached by the Tab key");
    }

    Keyboard type(CharSequence keys) {
        new Actions(browser.driver()).sendKeys(keys).perform();
        return this;
    }

    void leaveWith(CharSequence keys) {
        browser.leave(() -> type(keys));
    }
}
