package clinic.web;

import clinic.testing.Browser;

/** Step three: is everything right? */
record ReviewForm(Browser browser) {
    String shown() {
        return browser.text(".review");
    }

    String suggestion() {
        return browser.text("#correct");
    }

    ReviewForm takeSuggestion() {
        browser.follow(browser.find("#correct"));
        return this;
    }

    VisitShown confirm() {
        browser.follow(browser.find("#confirm"));
        return new VisitShown(browser);
    }

    /** Expects that the time has gone meanwhile. */
    ReviewForm confirmInVain() {
        browser.follow(browser.find("#confirm"));
        return this;
    }

    String problem() {
        return browser.text("#problems");
    }

    ReviewForm takeNearby(int index) {
        browser.follow(browser.all("#problems .time").get(index));
        return this;
    }

    DetailsForm change() {
        browser.follow(browser.find("#change"));
        return new DetailsForm(browser);
    }
}
