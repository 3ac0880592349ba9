package clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.staff.Role;
import clinic.testing.Browser;
import clinic.testing.ClinicApi;
import clinic.testing.ClinicInBrowser;
import clinic.testing.Look;
import clinic.testing.OnPages;
import clinic.testing.StaffApi;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.print.PageSize;

/** The day at the front desk: one press a step, one press back, and everybody sees the same. */
@OnPages
@Tag("browser")
class TodayPageIT {
    @RegisterExtension
    static final ClinicInBrowser CLINIC = new ClinicInBrowser();

    private static void book(LocalDate day, String time, String name, String flags) {
        assertThat(ClinicApi.of(CLINIC.running())
                        .book("""
                        {"start":"%sT%s","intake":{"redFlags":[%s]},"patient":{"firstName":"%s","lastName":"Today",
                         "email":"%s.%s@example.org","phone":"818-555-0133","language":"en","emailConsent":true,"adult":true}}
                        """.formatted(day, time, flags, name, name.toLowerCase(java.util.Locale.ROOT), day))
                        .status())
                .isEqualTo(201);
    }

    private static TodayShown today(Browser browser, LocalDate day) {
        return TodayShown.at(browser, day);
    }

    @Test
    void showsWhoComesWhenAndInWhichState() {
        LocalDate day = LocalDate.of(2027, 2, 10);
        book(day, "09:30", "Marcus", "");
        book(day, "09:00", "Grace", "\"RF_CANCER\"");
        TodayShown shown = today(CLINIC.open(Look.desktop(), Role.NURSE), day);
        assertThat(shown.heading()).isEqualTo("Wednesday, February 10");
        assertThat(shown.names()).containsExactly("Grace Today", "Marcus Today");
        assertThat(shown.all("Marcus")).contains("Booked").contains("9:30").contains("Consultation");
        assertThat(shown.state("Grace")).isEqualTo("To review");
        assertThat(shown.needs()).contains("Review").contains("Grace Today");
    }

    @Test
    void takesAStepByOnePressAndTakesItBack() {
        LocalDate day = LocalDate.of(2027, 2, 2);
        book(day, "09:30", "Marcus", "");
        TodayShown shown = today(CLINIC.open(Look.desktop(), Role.FRONT_DESK), day);
        shown.press("Marcus").awaitState("Marcus", "Confirmed");
        assertThat(shown.done()).contains("Marcus Today: Confirmed.");
        shown.undo().awaitState("Marcus", "Booked");
        assertThat(shown.done()).contains("back to: Booked");
    }

    @Test
    void worksWithoutScripts() {
        LocalDate day = LocalDate.of(2027, 2, 3);
        book(day, "09:30", "Marcus", "");
        Browser browser = CLINIC.open(Look.desktop().withoutScripts(), Role.FRONT_DESK);
        TodayShown shown = today(browser, day).press("Marcus").awaitState("Marcus", "Confirmed");
        shown.undo().awaitState("Marcus", "Booked");
        assertThat(browser.address()).startsWith("/staff?day=2027-02-03");
    }

    @Test
    void showsWhatAColleagueDidWithoutBeingAsked() {
        LocalDate day = LocalDate.of(2027, 2, 4);
        book(day, "09:30", "Marcus", "");
        TodayShown nurse = today(CLINIC.open(Look.desktop(), Role.NURSE), day);
        today(CLINIC.open(Look.desktop(), Role.FRONT_DESK), day).press("Marcus").awaitState("Marcus", "Confirmed");
        nurse.awaitState("Marcus", "Confirmed");
    }

    @Test
    void saysThatAColleagueWasFaster() {
        LocalDate day = LocalDate.of(2027, 2, 5);
        book(day, "09:30", "Marcus", "");
        Browser slow = CLINIC.open(Look.desktop().withoutScripts(), Role.NURSE);
        TodayShown nurse = today(slow, day);
        today(CLINIC.open(Look.desktop().withoutScripts(), Role.FRONT_DESK), day)
                .press("Marcus")
                .awaitState("Marcus", "Confirmed");
        nurse.press("Marcus").awaitState("Marcus", "Confirmed");
        assertThat(slow.text("#problems")).isNotEmpty();
    }

    @Test
    void isDoneByKeyboardAlone() {
        LocalDate day = LocalDate.of(2027, 2, 8);
        book(day, "09:30", "Marcus", "");
        Browser browser = CLINIC.open(Look.desktop(), Role.FRONT_DESK);
        TodayShown shown = today(browser, day);
        new Keyboard(browser).tabTo("button[name=step]").type(Keys.ENTER);
        shown.awaitState("Marcus", "Confirmed");
        new Keyboard(browser).tabTo("details.more summary").type(Keys.ENTER);
        assertThat(browser.find("details.more[open] .menu").getText()).contains("Cancel");
        new Keyboard(browser).type(Keys.ESCAPE);
        assertThat(browser.has("details.more[open]")).isFalse();
    }

    @Test
    void givesAVisitToANurseByDraggingByTheMenuAndWithoutScripts() {
        LocalDate day = LocalDate.of(2027, 2, 9);
        StaffApi staff = new StaffApi(CLINIC.running());
        int visit = StaffApi.visit(
                staff.series(staff.patient("Nell", "Today"), "BOOST_MOOD", "R1", "12:45", List.of(day.toString())), 1);
        Browser browser = CLINIC.open(Look.desktop(), Role.NURSE);
        TodayShown shown = today(browser, day);
        assertThat(shown.nurse("Nell")).startsWith("Suggested: Nurse ");
        browser.driver().executeScript("""
                        const chip = document.querySelector('.hers [data-visit]');
                        const lane = document.querySelectorAll('.nurse-lane')[2];
                        const carried = new DataTransfer();
                        for (const [on, type] of [[chip, 'dragstart'], [lane, 'dragover'], [lane, 'drop'], [chip, 'dragend']])
                          on.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: carried }));
                        """);
        shown.awaitNurse("Nell", "Nurse: Nurse C");
        assertThat(shown.done()).contains("Nell Today · Nurse: Nurse C");
        browser.find("#more-of-" + visit).click();
        browser.press(browser.all("#more-" + visit + " button[name=nurse]").get(1));
        shown.awaitNurse("Nell", "Nurse: Nurse B");
        Browser plain = CLINIC.open(Look.desktop().withoutScripts(), Role.FRONT_DESK);
        TodayShown again = today(plain, day);
        plain.find("#more-of-" + visit).click();
        plain.follow(plain.find("#more-" + visit + " button[name=nurse][value='" + visit + ":']"));
        assertThat(again.nurse("Nell")).startsWith("Suggested: Nurse ");
        plain.follow(plain.find("#accept"));
        assertThat(again.nurse("Nell")).startsWith("Nurse: Nurse ");
    }

    @Test
    void listsTheSameDayAsATable() {
        LocalDate day = LocalDate.of(2027, 2, 11);
        book(day, "09:30", "Marcus", "");
        Browser browser = CLINIC.open(Look.phone(), Role.FRONT_DESK);
        browser.go("/staff?as=table&day=" + day);
        assertThat(browser.text("tbody tr")).contains("Marcus Today").contains("Booked");
        assertThat(browser.all("thead th")).hasSize(7);
    }

    @Test
    void namesNobodyOnTheWall() {
        Browser browser = CLINIC.open(Look.desktop(), Role.FRONT_DESK);
        browser.go("/staff");
        String somebody = new TodayShown(browser).names().get(0);
        browser.go("/staff/wall");
        assertThat(browser.text("#wall")).contains("C1").contains("Booked");
        assertThat(browser.driver().getPageSource()).doesNotContain(somebody.split(" ")[1]);
    }

    @Test
    void fitsTheDayOnOneSheetOfPaper() {
        LocalDate day = LocalDate.of(2027, 2, 12);
        book(day, "09:30", "Marcus", "");
        book(day, "10:30", "Grace", "");
        Browser browser = CLINIC.open(Look.desktop(), Role.FRONT_DESK);
        browser.go("/staff/sheet?by=clinician&day=" + day);
        assertThat(browser.sheets(PageSize.US_LETTER)).isEqualTo(1);
        assertThat(browser.text(".sheet-of")).contains("Marcus Today").contains("Grace Today");
        assertThat(browser.find(".bar").isDisplayed()).isTrue();
        browser.driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
        assertThat(browser.find(".bar").isDisplayed())
                .as("what paper cannot do")
                .isFalse();
        assertThat(browser.find(".head.tools").isDisplayed()).isFalse();
    }

    @Test
    void leadsWhoMayNotReadTheDayToWhatIsHers() {
        Browser browser = CLINIC.open(Look.desktop(), Role.AUDITOR);
        browser.go("/staff");
        assertThat(browser.address()).isEqualTo("/staff/audit");
    }
}
