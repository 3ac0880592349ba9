package clinic.web;

import clinic.testing.Axe;
import clinic.testing.Browser;
import clinic.testing.ClinicInBrowser;
import clinic.testing.Look;
import clinic.testing.LooksAround;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What holds for every page: it can be read by everybody, fits a small phone, and is light. */
@LooksAround
@Tag("browser")
class AppearancePageIT {
    private static final int LIGHT = 150 * 1024;
    private static final List<String> PLAIN = List.of(
            "/",
            "/book",
            "/book?day=2026-11-26",
            "/call",
            "/link",
            "/privacy",
            "/mailbox",
            "/visit/nobody",
            "/nowhere");

    @RegisterExtension
    static final ClinicInBrowser CLINIC = new ClinicInBrowser();

    /** Walks through all pages, the ones in between included, and lets somebody look at each. */
    private static void walk(Browser browser, LocalDate day, BiConsumer<String, Browser> looking) {
        for (String path : PLAIN) {
            browser.go(path);
            looking.accept(path, browser);
        }
        DetailsForm form = details(browser, day);
        looking.accept("details", browser);
        form.goOnInVain();
        looking.accept("details with problems", browser);
        form.forSomebodyElse("Luz", "mother").fill("Ana", "ana." + day + "@gmial.com");
        ReviewForm review = form.goOn();
        looking.accept("review", browser);
        VisitShown visit = review.confirm();
        looking.accept("visit", browser);
        String address = visit.address();
        browser.go(address + "/move");
        looking.accept("move", browser);
        browser.follow(browser.all(".times .time").get(2));
        looking.accept("move, confirming", browser);
        browser.go(address + "/cancel");
        looking.accept("cancel", browser);
        browser.follow(browser.find("#confirm"));
        looking.accept("cancelled", browser);
    }

    private static DetailsForm details(Browser browser, LocalDate day) {
        TimesPage times = TimesPage.at(browser, day);
        return times.choose(times.times().get(0));
    }

    /** One walk for all that one look at a page can tell: to get there is most of the work. */
    @Test
    void isAccessibleLightAndKeepsToItselfInTheLight() {
        SoftAssertions softly = new SoftAssertions();
        walk(CLINIC.open(Look.desktop()), LocalDate.of(2026, 12, 22), (name, browser) -> {
            softly.assertThat(weight(browser)).as("weight of " + name).isBetween(20L * 1024, (long) LIGHT);
            softly.assertThat(elsewhere(browser)).as("others asked by " + name).isEqualTo(List.of());
            softly.assertThat(browser.driver().manage().getCookies())
                    .as("cookies of " + name)
                    .allMatch(cookie -> Set.of("hold", "lang", "clinic-browser").contains(cookie.getName()))
                    .allMatch(cookie -> cookie.isHttpOnly());
            softly.assertThat(browser.driver().manage().logs().get("browser").getAll())
                    .as("policy of " + name)
                    .noneMatch(entry -> entry.getMessage().contains("Content Security Policy"));
            softly.assertThat(Axe.violations(browser)).as(name).isEqualTo(List.of());
        });
        softly.assertAll();
    }

    /** Spanish is the longer of the two. */
    @Test
    void isAccessibleAndFitsASmallPhoneAndAThumbInSpanishInTheDark() {
        SoftAssertions softly = new SoftAssertions();
        walk(CLINIC.open(Look.phone().inSpanish().inTheDark()), LocalDate.of(2026, 12, 23), (name, browser) -> {
            softly.assertThat(browser.overflow()).as("sideways " + name).isZero();
            softly.assertThat(smallTargets(browser)).as("targets of " + name).isEqualTo(List.of());
            softly.assertThat(Axe.violations(browser)).as(name).isEqualTo(List.of());
        });
        softly.assertAll();
    }

    /** Links within a sentence are exempt, as in WCAG 2.5.8. */
    private static Object smallTargets(Browser browser) {
        return browser.driver().executeScript("""
                return [...document.querySelectorAll('a, button, input:not([type=hidden]), label[for]')]
                  .filter(e => e.checkVisibility() && e.tabIndex >= 0 || e.matches('.radios label, .check > label'))
                  .filter(e => e.checkVisibility() && !e.matches('.radios input, .check input, .skip, p:not(.acts) > span > a, .problems li > a'))
                  .filter(e => e.getBoundingClientRect().height < 43.5 && e.getBoundingClientRect().height > 1)
                  .map(e => e.outerHTML.slice(0, 120));
                """);
    }

    /** Everything a first visitor loads, unpacked, the document included. */
    private static long weight(Browser browser) {
        return (Long) browser.driver().executeScript("""
                        return [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
                          .reduce((sum, entry) => sum + entry.decodedBodySize, 0);
                        """);
    }

    private static Object elsewhere(Browser browser) {
        return browser.driver()
                .executeScript("return performance.getEntriesByType('resource').map(e => e.name)"
                        + ".filter(name => !name.startsWith(location.origin))");
    }
}
