package clinic.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import clinic.staff.Role;
import clinic.testing.Browser;
import clinic.testing.ClinicApi;
import clinic.testing.ClinicInBrowser;
import clinic.testing.Look;
import clinic.testing.OnPages;
import clinic.testing.StaffApi;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;

/** A patient on the phone: found while one types, or written down, and booked. */
@OnPages
@Tag("browser")
class PatientsPageIT {
    @RegisterExtension
    static final ClinicInBrowser CLINIC = new ClinicInBrowser();

    private static void book(LocalDate day, String time, String first, String last, String phone) {
        assertThat(ClinicApi.of(CLINIC.running())
                        .book("""
                        {"start":"%sT%s","patient":{"firstName":"%s","lastName":"%s",
                         "email":"%s.%s@example.org","phone":"%s","language":"en","emailConsent":true,"adult":true}}
                        """.formatted(day, time, first, last, first.toLowerCase(Locale.ROOT), day, phone))
                        .status())
                .isEqualTo(201);
    }

    private static RecordShown create(Browser browser, String first, String last, String phone) {
        browser.go("/staff/patients?new=");
        browser.type("firstName", first);
        browser.type("lastName", last);
        browser.type("phone", phone);
        browser.press(browser.find("#grown"));
        browser.follow(browser.find("#make"));
        return new RecordShown(browser);
    }

    @Test
    void findsSomebodyWhileOneTypes() {
        book(LocalDate.of(2027, 1, 25), "09:00", "Rosalind", "Typing", "818-555-0155");
        Browser browser = CLINIC.open(Look.desktop(), Role.FRONT_DESK);
        browser.go("/staff/patients");
        browser.find("#q").sendKeys("typing rosa");
        await().atMost(Duration.ofSeconds(20))
                .ignoreException(StaleElementReferenceException.class)
                .until(() -> browser.text("#found").contains("Rosalind Typing"));
        assertThat(browser.address()).isEqualTo("/staff/patients");
        assertThat(browser.find("#q").getDomProperty("value")).isEqualTo("typing rosa");
    }

    @Test
    void findsSomebodyByNumberWithoutScripts() {
        book(LocalDate.of(2027, 1, 25), "09:30", "Rosalind", "Number", "818-555-0156");
        Browser browser = CLINIC.open(Look.desktop().withoutScripts(), Role.FRONT_DESK);
        browser.go("/staff/patients");
        browser.type("q", "(818) 555 0156");
        browser.follow(browser.find("#find"));
        assertThat(browser.text("#found")).contains("1 person found").contains("Rosalind Number");
        assertThat(browser.address()).startsWith("/staff/patients?sent=").doesNotContain("555");
    }

    @Test
    void asksFirstWhereSomebodyLikeHerIsThere() {
        Browser browser = CLINIC.open(Look.desktop(), Role.FRONT_DESK);
        create(browser, "Ines", "Twice", "818-555-0157");
        create(browser, "Ines", "Twice", "818-555-0157");
        assertThat(browser.text("#create")).contains("Is it one of these?").contains("818-555-0157");
        assertThat(browser.find("#firstName").getDomProperty("value")).isEqualTo("Ines");
        browser.follow(browser.find("#anyway"));
        RecordShown second = new RecordShown(browser);
        assertThat(second.text()).contains("There may be another record of her");
        second.merge();
        assertThat(second.text())
                .contains("The two are one record now")
                .doesNotContain("There may be another record of her");
    }

    /** Catches: a merge that chooses between two numbers by itself, or loses one of them. */
    @Test
    void asksWhatStandsWhereTwoRecordsContradict() {
        Browser browser = CLINIC.open(Look.desktop(), Role.FRONT_DESK);
        create(browser, "Ines", "Contra", "818-555-0162");
        create(browser, "Ines", "Contra", "818-555-0163");
        browser.follow(browser.find("#anyway"));
        browser.follow(browser.find(".note a[href*='do=merge']"));
        assertThat(browser.text("#merge")).contains("818-555-0163", "818-555-0162", "please choose");
        browser.follow(browser.find("#doMerge"));
        assertThat(browser.text("#problems")).contains("contradict each other");
        browser.press(browser.find("#keep-phone-B"));
        browser.follow(browser.find("#doMerge"));
        assertThat(browser.text("main")).contains("The two are one record now", "Also known as");
        browser.go("/staff/patients");
        browser.type("q", "818-555-0163");
        browser.follow(browser.find("#find"));
        assertThat(browser.text("#found")).contains("1 person found", "Ines Contra", "818-555-0162");
    }

    @Test
    void namesTheVisitsThatKeepTwoRecordsApart() {
        LocalDateTime start = LocalDate.of(2027, 2, 1).atTime(11, 0);
        Browser browser = CLINIC.open(Look.desktop(), Role.FRONT_DESK);
        RecordShown first = create(browser, "Ines", "Both", "818-555-0161");
        String one = first.path();
        first.bookAt(start);
        assertThat(browser.text("h1")).contains("Ines Both");
        create(browser, "Ines", "Both", "818-555-0161");
        browser.follow(browser.find("#anyway"));
        RecordShown second = new RecordShown(browser);
        new StaffApi(CLINIC.running())
                .series(
                        Integer.parseInt(second.path().replaceFirst(".*/", "")),
                        "BOOST_MOOD",
                        "R4",
                        start.toLocalTime().toString(),
                        List.of(start.toLocalDate().toString()));

        browser.go(one);
        browser.follow(browser.find(".note a[href*='do=merge']"));
        assertThat(browser.all("#clashes a")).hasSize(2);
        assertThat(browser.text("#clashes")).contains("Consultation", "Infusion", "11:00");
        assertThat(browser.has("#doMerge")).isFalse();
    }

    @Test
    void saysByTheFieldWhatIsWrong() {
        Browser browser = CLINIC.open(Look.desktop(), Role.FRONT_DESK);
        create(browser, "", "Nameless", "not a number");
        assertThat(browser.all("#problems li")).hasSize(2);
        assertThat(browser.has("#phone-error")).isTrue();
        assertThat(browser.find("#lastName").getDomProperty("value")).isEqualTo("Nameless");
    }

    @Test
    void booksMovesAndCancelsForAPatientOnThePhone() {
        LocalDate day = LocalDate.of(2027, 1, 26);
        Browser browser = CLINIC.open(Look.desktop(), Role.FRONT_DESK);
        RecordShown record = create(browser, "Ines", "Phone", "818-555-0158");

        record.bookAt(day.atTime(9, 10));
        assertThat(browser.text("#problems")).contains("every 30 minutes");
        browser.follow(browser.all("#problems .time").get(0));
        assertThat(browser.text("h1")).contains("Ines Phone").contains("Booked");

        browser.go(browser.address().replaceFirst("\\?.*", "?do=move"));
        browser.driver()
                .executeScript("const at = document.getElementById('at'); at.value = '15:00';"
                        + " at.dispatchEvent(new Event('input', {bubbles: true}))");
        browser.follow(browser.find("#doMove"));
        assertThat(browser.text(".head")).contains("3:00");

        browser.go(browser.address().replaceFirst("\\?.*", "?do=cancel"));
        browser.press(browser.find("input[name='by'][value='CLINIC']"));
        browser.type("why", "a pipe has burst");
        browser.follow(browser.find("#doCancel"));
        assertThat(browser.text("h1")).contains("Cancelled");
        assertThat(browser.text(".trail"))
                .contains("Booked")
                .contains("Moved")
                .contains("asked for by the clinic: a pipe has burst")
                .contains("front desk");
    }

    @Test
    void undoesACancellationOnThePageOfTheVisit() {
        Browser browser = CLINIC.open(Look.desktop(), Role.FRONT_DESK);
        create(browser, "Ines", "Undone", "818-555-0159")
                .bookAt(LocalDate.of(2027, 1, 27).atTime(9, 0));
        browser.go(browser.address().replaceFirst("\\?.*", "?do=cancel"));
        browser.follow(browser.find("#doCancel"));
        browser.leave(() -> new Keyboard(browser).tabTo("#undo").type(Keys.ENTER));
        assertThat(browser.text("h1")).contains("Booked");
    }

    @Test
    void keepsNotesOfCliniciansFromTheFrontDesk() {
        Browser nurse = CLINIC.open(Look.desktop(), Role.NURSE);
        RecordShown record = create(nurse, "Ines", "Notes", "818-555-0160");
        record.note("slept badly", true).note("comes by bus", false);
        assertThat(record.text())
                .contains("slept badly")
                .contains("comes by bus")
                .contains("Noor Haddad");
        Browser desk = CLINIC.open(Look.desktop(), Role.FRONT_DESK);
        desk.go(record.path());
        assertThat(desk.text("main")).contains("comes by bus").doesNotContain("slept badly");
    }

    @Test
    void answersARecordThatIsNotThere() {
        Browser browser = CLINIC.open(Look.desktop(), Role.FRONT_DESK);
        browser.go("/staff/patient/999999");
        assertThat(browser.text("h1")).isEqualTo("This page is not here");
    }
}
