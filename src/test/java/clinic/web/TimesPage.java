package clinic.web;

import clinic.testing.Browser;
import java.time.LocalDate;
import java.util.List;
import org.openqa.selenium.WebElement;

/** Step one: choosing a time. */
record TimesPage(Browser browser) {
    static TimesPage at(Browser browser, LocalDate day) {
        browser.go("/book?day=" + day);
        return new TimesPage(browser);
    }

    String heading() {
        return browser.text("h1");
    }

    List<String> times() {
        return browser.all("#choose .time").stream().map(WebElement::getText).toList();
    }

    DetailsForm choose(String time) {
        press(time);
        return new DetailsForm(browser);
    }

    /** Expects that the time has gone meanwhile. */
    TimesPage chooseInVain(String time) {
        press(time);
        return this;
    }

    private void press(String time) {
        browser.follow(browser.all("#choose .time").stream()
                .filter(button -> button.getText().equals(time))
                .findFirst()
                .orElseThrow(() -> new AssertionError(time + " is not offered: " + times())));
    }

    String problem() {
        return browser.text("#problems");
    }

    DetailsForm chooseNearby(int index) {
        browser.follow(browser.all("#problems .time").get(index));
        return new DetailsForm(browser);
    }
}
