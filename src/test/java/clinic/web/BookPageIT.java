package clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.testing.Browser;
import clinic.testing.ClinicInBrowser;
import clinic.testing.Look;
import clinic.testing.OnPages;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Keys;

/** Each test has a day of its own, so that they may run in any order. */
@OnPages
@Tag("browser")
class BookPageIT {
    @RegisterExtension
    static final ClinicInBrowser CLINIC = new ClinicInBrowser();

    private static LocalDate december(int day) {
        return LocalDate.of(2026, 12, day);
    }

    @Test
    void booksFromTheHomePageToTheConfirmation() {
        Browser browser = CLINIC.open(Look.desktop());
        browser.go("/");
        browser.follow(browser.find("a[href='/book']"));
        VisitShown visit = TimesPage.at(browser, december(1))
                .choose("9:30 AM")
                .fill("Ana", "ana.one@example.org")
                .goOn()
                .confirm();
        assertThat(visit.heading()).isEqualTo("We look forward to seeing you");
        assertThat(visit.clock()).contains("Tuesday, December 1, 2026").contains("9:30 AM to 10:00 AM");
        assertThat(visit.address()).matches("/visit/[A-Za-z0-9_-]{40,}");
    }

    @Test
    void takesOneOfTheNextFreeTimesOfTheHomePage() {
        Browser browser = CLINIC.open(Look.phone());
        browser.go("/");
        browser.follow(browser.find("#next .time"));
        assertThat(browser.address()).startsWith("/details?hold=");
        assertThat(browser.text(".kept")).contains("Kept for you");
    }

    @Test
    void booksForSomebodyElse() {
        VisitShown visit = TimesPage.at(CLINIC.open(Look.desktop()), december(2))
                .choose("9:30 AM")
                .forSomebodyElse("Luz", "mother")
                .fill("Ana", "ana.two@example.org")
                .goOn()
                .confirm();
        assertThat(visit.ticket()).contains("Luz Ruiz");
    }

    @Test
    void keepsATimeForAPersonWhoIsNotEighteenAndCallsFirst() {
        Browser browser = CLINIC.open(Look.desktop());
        DetailsForm form = TimesPage.at(browser, december(2)).choose("11:00 AM").fill("Ana", "ana.minor@example.org");
        browser.press(browser.find("label[for='adult:1']"));
        assertThat(form.goOn().confirm().heading()).isEqualTo("Not confirmed yet: we will call you");
    }

    @Test
    void namesEverythingThatIsMissingAndKeepsTheRest() {
        Browser browser = CLINIC.open(Look.desktop());
        DetailsForm form = TimesPage.at(browser, december(3)).choose("9:30 AM");
        browser.type("lastName", "Zoë 🌿");
        form.goOnInVain();
        assertThat(form.problems()).contains("First name").contains("E-mail").contains("Please choose yes or no");
        assertThat(form.wrongFields()).contains("firstName", "email", "phone").doesNotContain("lastName");
        assertThat(form.typed()).contains("Zoë 🌿");
        assertThat(browser.driver().switchTo().activeElement().getDomProperty("id"))
                .isEqualTo("problems");
    }

    @Test
    void catchesASlipInTheAddressAndCorrectsItWithOneTap() {
        ReviewForm review = TimesPage.at(CLINIC.open(Look.phone()), december(3))
                .choose("10:30 AM")
                .fill("Ana", "ana@gmial.com")
                .goOn();
        assertThat(review.suggestion()).contains("ana@gmail.com");
        assertThat(review.takeSuggestion().shown()).contains("ana@gmail.com");
    }

    @Test
    void offersNeighboursWhenTheTimeWasJustTaken() {
        Browser slow = CLINIC.open(Look.desktop());
        TimesPage times = TimesPage.at(slow, december(4));
        TimesPage.at(CLINIC.open(Look.desktop()), december(4)).choose("9:30 AM");
        times.chooseInVain("9:30 AM");
        assertThat(times.problem()).contains("That time was just taken");
        assertThat(slow.text(".chosen-day")).contains("December 4");
        assertThat(times.times()).doesNotContain("9:30 AM").contains("10:00 AM");
        times.chooseNearby(0);
        assertThat(slow.address()).startsWith("/details?hold=");
    }

    @Test
    void losesNothingWhenTheHoldRunsOutAndTheTimeIsTaken() throws SQLException {
        Browser slow = CLINIC.open(Look.desktop());
        ReviewForm review = TimesPage.at(slow, december(7))
                .choose("9:30 AM")
                .fill("Ana", "ana.slow@example.org")
                .goOn();
        endAllHolds();
        TimesPage.at(CLINIC.open(Look.desktop()), december(7))
                .choose("9:30 AM")
                .fill("Bo", "bo.quick@example.org")
                .goOn()
                .confirm();
        review.confirmInVain();
        assertThat(review.problem()).contains("somebody else took it");
        review.takeNearby(0);
        assertThat(review.shown()).contains("ana.slow@example.org").contains("818-555-0142");
        assertThat(review.change().typed()).containsExactly("Ana", "Ruiz", "ana.slow@example.org", "818-555-0142");
        assertThat(new DetailsForm(slow).goOn().confirm().heading()).isEqualTo("We look forward to seeing you");
    }

    private static void endAllHolds() throws SQLException {
        try (Connection database = CLINIC.running().database();
                Statement statement = database.createStatement()) {
            statement.executeUpdate("update hold set expires_at = '2026-01-01'");
        }
    }

    @Test
    void showsTheTimeSheHoldsWhenSheComesBack() {
        Browser browser = CLINIC.open(Look.desktop());
        TimesPage.at(browser, december(8)).choose("9:30 AM");
        browser.leave(() -> browser.driver().navigate().back());
        assertThat(browser.text(".summary")).contains("Tue, Dec 8, 9:30 AM").contains("Continue");
        assertThat(browser.text(".time.on")).isEqualTo("9:30 AM");
    }

    @Test
    void givesTheTimeBackByTheBackOfThePage() {
        Browser browser = CLINIC.open(Look.desktop());
        TimesPage.at(browser, december(9)).choose("9:30 AM");
        browser.follow(browser.find("#back"));
        assertThat(browser.address()).isEqualTo("/book?day=2026-12-09");
        assertThat(browser.has(".summary.bar")).isFalse();
        assertThat(TimesPage.at(CLINIC.open(Look.desktop()), december(9)).times())
                .contains("9:30 AM");
    }

    @Test
    void keepsWhatIsTypedWhenTheLanguageIsSwitched() {
        Browser browser = CLINIC.open(Look.desktop());
        DetailsForm form = TimesPage.at(browser, december(9)).choose("11:00 AM").fill("Ana", "ana@example.org");
        browser.follow(browser.find("button.lang"));
        assertThat(browser.text("h1")).isEqualTo("¿Quién viene?");
        assertThat(form.typed()).containsExactly("Ana", "Ruiz", "ana@example.org", "818-555-0142");
    }

    @Test
    void booksWithoutScripts() {
        Browser browser = CLINIC.open(Look.phone().withoutScripts());
        DetailsForm form = TimesPage.at(browser, december(10)).choose("9:30 AM");
        assertThat(browser.text(".kept")).contains("Kept for you until");
        assertThat(form.fill("Ana", "ana.plain@example.org").goOn().confirm().canBeChanged())
                .isTrue();
    }

    @Test
    void booksWithTheKeyboardAlone() {
        Browser browser = CLINIC.open(Look.desktop());
        TimesPage.at(browser, december(11));
        Keyboard keys = new Keyboard(browser);
        keys.tabTo("#choose .time").leaveWith(Keys.ENTER);
        keys.tabTo("#firstName").type("Ana").tabTo("#lastName").type("Ruiz");
        keys.tabTo("#email").type("ana.keys@example.org").tabTo("#phone").type("818-555-0142");
        keys.tabTo("input[name=adult]").type(Keys.SPACE).tabTo("#privacyRead").type(Keys.SPACE);
        keys.tabTo("#review").leaveWith(Keys.ENTER);
        keys.tabTo("#confirm").leaveWith(Keys.ENTER);
        assertThat(new VisitShown(browser).heading()).isEqualTo("We look forward to seeing you");
    }

    @Test
    void speaksSpanishToABrowserThatAsksForIt() {
        Browser browser = CLINIC.open(Look.phone().inSpanish());
        VisitShown visit = TimesPage.at(browser, december(14))
                .choose("9:30 a. m.")
                .fill("Ana", "ana.es@example.org")
                .goOn()
                .confirm();
        assertThat(visit.heading()).isEqualTo("Le esperamos con gusto");
        assertThat(visit.clock()).contains("14 de diciembre de 2026").contains("9:30 a. m.");
        assertThat(browser.find("html").getDomAttribute("lang")).isEqualTo("es");
    }

    @Test
    void saysWhyADayHasNoTimes() {
        Browser browser = CLINIC.open(Look.desktop());
        TimesPage.at(browser, LocalDate.of(2026, 12, 25));
        assertThat(browser.text(".why")).contains("Friday, December 25: we are closed (Christmas");
    }
}
