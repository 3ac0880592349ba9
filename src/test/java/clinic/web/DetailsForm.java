package clinic.web;

import clinic.testing.Browser;
import java.util.List;

/** Step two: who comes. */
record DetailsForm(Browser browser) {
    static final List<String> TYPED = List.of("firstName", "lastName", "email", "phone");

    DetailsForm fill(String firstName, String email) {
        browser.type("firstName", firstName);
        browser.type("lastName", "Ruiz");
        browser.type("email", email);
        browser.type("phone", "818-555-0142");
        browser.press(browser.find("label[for='adult:0']"));
        browser.press(browser.find("#privacyRead"));
        return this;
    }

    DetailsForm forSomebodyElse(String firstName, String relation) {
        browser.press(browser.find("label[for='whom:1']"));
        browser.type("otherFirstName", firstName);
        browser.type("otherLastName", "Ruiz");
        browser.type("relation", relation);
        return this;
    }

    ReviewForm goOn() {
        browser.follow(browser.find("#review"));
        return new ReviewForm(browser);
    }

    /** Expects that something is missing. */
    DetailsForm goOnInVain() {
        browser.follow(browser.find("#review"));
        return this;
    }

    String problems() {
        return browser.text("#problems");
    }

    List<String> typed() {
        return TYPED.stream()
                .map(field -> browser.find("#" + field))
                .map(field -> field.getDomProperty("value"))
                .toList();
    }

    List<String> wrongFields() {
        return browser.all("input[aria-invalid=true]").stream()
                .map(field -> field.getDomProperty("id"))
                .toList();
    }
}
