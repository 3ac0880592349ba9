package clinic.web;

import clinic.testing.Browser;
import java.time.LocalDateTime;

/** The record of a patient. */
record RecordShown(Browser browser) {
    String path() {
        return browser.address().replaceFirst("\\?.*", "");
    }

    String text() {
        return browser.text("main");
    }

    void merge() {
        browser.follow(browser.find(".note a[href*='do=merge']"));
        browser.follow(browser.find("#doMerge"));
    }

    /** Asks for a time; whether it is had stands on the page that follows. */
    void bookAt(LocalDateTime start) {
        browser.go(path() + "?do=book&start=" + start);
        browser.follow(browser.find("#doBook"));
    }

    RecordShown note(String text, boolean clinical) {
        browser.type("remark", text);
        if (clinical) {
            browser.press(browser.find("#clinical"));
        }
        browser.follow(browser.find("#write"));
        return this;
    }
}
