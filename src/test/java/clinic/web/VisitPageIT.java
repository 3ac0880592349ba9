package clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.testing.Browser;
import clinic.testing.ClinicInBrowser;
import clinic.testing.Look;
import clinic.testing.OnPages;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.print.PageSize;

@OnPages
@Tag("browser")
class VisitPageIT {
    @RegisterExtension
    static final ClinicInBrowser CLINIC = new ClinicInBrowser();

    private static VisitShown booked(Browser browser, LocalDate day) {
        return TimesPage.at(browser, day)
                .choose("2:30 PM")
                .fill("Ana", "ana." + day + "@example.org")
                .goOn()
                .confirm();
    }

    @Test
    void movesAVisitAndKeepsItsAddress() {
        Browser browser = CLINIC.open(Look.phone());
        VisitShown visit = booked(browser, LocalDate.of(2026, 12, 15));
        String before = visit.address();
        String clock = visit.clock();
        visit.moveTo(3);
        assertThat(visit.clock()).isNotEqualTo(clock);
        assertThat(visit.address()).isEqualTo(before + "?was=2026-12-15T14:30");
        assertThat(browser.text("#moved")).contains("You moved your appointment to");
        assertThat(browser.text("#moved s")).isEqualTo("Tue, Dec 15, 2:30 PM");
        browser.go(before + "?was=nonsense");
        assertThat(browser.all("#moved")).isEmpty();
        assertThat(visit.canBeChanged()).isTrue();
    }

    @Test
    void opensTheMoveWithoutMoving() {
        Browser browser = CLINIC.open(Look.desktop());
        VisitShown visit = booked(browser, LocalDate.of(2026, 12, 16));
        String clock = visit.clock();
        String address = visit.address();
        browser.go(address + "/move?start=2026-12-16T16:00");
        assertThat(browser.text(".change")).contains("Wed, Dec 16, 2:30 PM").contains("Wed, Dec 16, 4:00 PM");
        browser.go(address);
        assertThat(visit.clock()).isEqualTo(clock);
    }

    @Test
    void cancelsAVisitWithAReason() {
        VisitShown visit = booked(CLINIC.open(Look.phone()), LocalDate.of(2026, 12, 17));
        visit.cancel("I caught a cold\nand stay in bed");
        assertThat(visit.heading()).isEqualTo("This visit is cancelled");
        assertThat(visit.canBeChanged()).isFalse();
    }

    @Test
    void offersNeighboursWhenTheNewTimeIsTaken() {
        Browser browser = CLINIC.open(Look.desktop());
        VisitShown visit = booked(browser, LocalDate.of(2026, 12, 18));
        browser.go(visit.address() + "/move?start=2026-12-18T16:00");
        TimesPage.at(CLINIC.open(Look.desktop()), LocalDate.of(2026, 12, 18)).choose("4:00 PM");
        browser.follow(browser.find("#confirm"));
        assertThat(browser.text("#problems")).contains("just taken");
        browser.follow(browser.all("#problems .time").get(0));
        browser.follow(browser.find("#confirm"));
        assertThat(visit.clock()).contains("December");
    }

    /** With the longest words and a line more than usual. */
    @Test
    void printsOnOneSheet() {
        Browser browser = CLINIC.open(Look.desktop().inSpanish());
        TimesPage.at(browser, LocalDate.of(2026, 12, 22))
                .choose("2:30 p. m.")
                .forSomebodyElse("Luz", "madre")
                .fill("Ana", "ana.sheet@example.org")
                .goOn()
                .confirm();
        assertThat(browser.sheets(PageSize.ISO_A4)).isEqualTo(1);
        assertThat(browser.sheets(PageSize.US_LETTER)).isEqualTo(1);
    }

    @Test
    void answersAnUnknownKeyKindly() {
        Browser browser = CLINIC.open(Look.desktop());
        browser.go("/visit/nobody-has-this");
        assertThat(browser.text("h1")).isEqualTo("This page is not here");
        assertThat(browser.text("main")).contains("Send me the link");
    }

    @Test
    void promisesWhenItCalls() {
        Browser browser = CLINIC.open(Look.phone());
        browser.go("/call");
        browser.type("name", "Ana");
        browser.type("phone", "not a number");
        browser.follow(browser.find("#send"));
        assertThat(browser.text("#problems")).contains("phone number");
        assertThat(browser.find("#name").getDomProperty("value")).isEqualTo("Ana");
        browser.type("phone", "818-555-0142");
        browser.follow(browser.find("#send"));
        assertThat(browser.text("#done")).contains("Thank you, Ana").contains("Monday, November 23");
    }

    @Test
    void answersAlikeWhetherAnAddressIsKnown() {
        Browser browser = CLINIC.open(Look.desktop());
        booked(browser, LocalDate.of(2026, 12, 21));
        assertThat(afterAsking(browser, "ana.2026-12-21@example.org"))
                .isEqualTo(afterAsking(browser, "nobody@example.org"));
    }

    private static String afterAsking(Browser browser, String email) {
        browser.go("/link");
        browser.type("email", email);
        browser.follow(browser.find("#send"));
        assertThat(browser.text("main")).contains("Your email: " + email);
        return browser.text("main").replace(email, "");
    }
}
