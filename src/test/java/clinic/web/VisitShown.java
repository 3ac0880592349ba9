package clinic.web;

import clinic.testing.Browser;

/** The private page of a visit. */
record VisitShown(Browser browser) {
    String heading() {
        return browser.text("h1");
    }

    String clock() {
        return browser.text("#clock");
    }

    String ticket() {
        return browser.text(".ticket");
    }

    String address() {
        return browser.address();
    }

    boolean canBeChanged() {
        return browser.has("a[href$='/move']") && browser.has("a[href$='/cancel']");
    }

    VisitShown moveTo(int index) {
        browser.follow(browser.find("a[href$='/move']"));
        browser.follow(browser.all(".times .time").get(index));
        browser.follow(browser.find("#confirm"));
        return this;
    }

    VisitShown cancel(String reason) {
        browser.follow(browser.find("a[href$='/cancel']"));
        browser.type("reason", reason);
        browser.follow(browser.find("#confirm"));
        return this;
    }
}
