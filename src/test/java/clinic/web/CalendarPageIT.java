package clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.staff.Role;
import clinic.testing.Browser;
import clinic.testing.ClinicApi;
import clinic.testing.ClinicInBrowser;
import clinic.testing.Look;
import clinic.testing.OnPages;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Keys;

/** The calendar of staff in a browser; each test has a day of its own. */
@OnPages
@Tag("browser")
class CalendarPageIT {
    @RegisterExtension
    static final ClinicInBrowser CLINIC = new ClinicInBrowser();

    private static void booked(String firstName, LocalDateTime start) {
        JsonObject plain = ClinicApi.booking(start);
        JsonObject patient = Json.createObjectBuilder(plain.getJsonObject("patient"))
                .add("firstName", firstName)
                .build();
        String body =
                Json.createObjectBuilder(plain).add("patient", patient).build().toString();
        assertThat(ClinicApi.of(CLINIC.running()).book(body).status()).isEqualTo(201);
    }

    @Test
    void drawsADayByRoomsWithFullLabels() {
        LocalDate day = LocalDate.of(2027, 1, 5);
        booked("Berta", day.atTime(9, 0));
        CalendarShown calendar = CalendarShown.day(CLINIC, day);
        assertThat(calendar.heading()).isEqualTo("Tuesday, January 5");
        assertThat(calendar.label("Berta Ruiz"))
                .startsWith("Berta Ruiz, Consultation, Tue, Jan 5, 9:00 AM, C1,")
                .endsWith(", Booked");
        assertThat(calendar.visit("Berta Ruiz").getText())
                .contains("Berta Ruiz")
                .contains("Booked");
        assertThat(calendar.browser().text("#calendar .ec-col-head"))
                .contains("C1")
                .contains("h free");
    }

    @Test
    void movesADraggedVisitAfterTheCheckAndTakesItBack() {
        LocalDate day = LocalDate.of(2027, 1, 6);
        booked("Carla", day.atTime(9, 0));
        CalendarShown calendar = CalendarShown.day(CLINIC, day);
        calendar.drop("Carla Ruiz", 4);
        assertThat(calendar.said()).contains("Carla Ruiz is moved to Wed, Jan 6, 10:00 AM");
        assertThat(calendar.label("Carla Ruiz")).contains("10:00 AM");
        calendar.undo();
        calendar.await(() -> calendar.said().contains("is back on"));
        assertThat(calendar.label("Carla Ruiz")).contains("9:00 AM");
        calendar.browser().go("/staff/calendar?view=day&date=" + day);
        assertThat(calendar.drawn().label("Carla Ruiz")).contains("9:00 AM");
    }

    @Test
    void explainsARefusedDropAndPutsTheVisitBack() {
        LocalDate day = LocalDate.of(2027, 1, 7);
        booked("Dora", day.atTime(9, 0));
        booked("Emil", day.atTime(10, 0));
        CalendarShown calendar = CalendarShown.day(CLINIC, day);
        calendar.drop("Dora Ruiz", 4);
        assertThat(calendar.dialog()).contains("does not fit").contains("These are close and free");
        assertThat(calendar.label("Dora Ruiz")).contains("9:00 AM");
        calendar.browser()
                .press(calendar.browser().all("#move-dialog .nearby a").get(0));
        calendar.await(() -> calendar.browser().has("#fits #confirm"));
        calendar.press("#fits #confirm");
        assertThat(calendar.said()).contains("Dora Ruiz is moved to Thu, Jan 7");
    }

    @Test
    void saysWhatIsInTheWayWhileDragging() {
        LocalDate day = LocalDate.of(2027, 1, 8);
        booked("Fina", day.atTime(9, 0));
        booked("Gustav", day.atTime(9, 30));
        CalendarShown calendar = CalendarShown.day(CLINIC, day);
        calendar.drag("Fina Ruiz", 2);
        assertThat(calendar.browser().text("#hint")).contains("9:30").contains("taken by Gustav Ruiz");
    }

    @Test
    void movesAVisitByTheKeyboardAlone() {
        LocalDate day = LocalDate.of(2027, 1, 11);
        booked("Hanna", day.atTime(9, 0));
        CalendarShown calendar = CalendarShown.day(CLINIC, day);
        Keyboard keyboard = new Keyboard(calendar.browser());
        keyboard.tabTo("a.cal-visit[aria-label^='Hanna']").type(Keys.ENTER);
        assertThat(calendar.dialog()).contains("Move Hanna Ruiz").contains("Nothing is changed before you say so");
        keyboard.tabTo("#move-time").type("11:3");
        calendar.await(() -> calendar.browser().has("#fits #confirm"));
        keyboard.tabTo("#confirm").type(Keys.ENTER);
        assertThat(calendar.said()).contains("11:30 AM");
        assertThat(calendar.label("Hanna Ruiz")).contains("11:30 AM");
        calendar.await(() -> calendar.browser()
                .find("#undo")
                .equals(calendar.browser().driver().switchTo().activeElement()));
        keyboard.type(Keys.ENTER);
        calendar.await(() -> calendar.said().contains("is back on"));
    }

    @Test
    void movesAVisitWithoutAnyScript() {
        LocalDate day = LocalDate.of(2027, 1, 13);
        booked("Ines", day.atTime(9, 0));
        CalendarShown calendar =
                CalendarShown.at(CLINIC, Look.desktop().withoutScripts(), Role.NURSE, "?view=week&date=" + day);
        Browser browser = calendar.browser();
        browser.follow(browser.find("#list a[href*='/move']"));
        browser.find("#move-time").sendKeys("2:00");
        browser.follow(browser.find("#check"));
        assertThat(browser.text("#verdict")).contains("Wed, Jan 13, 2:00 PM fits");
        assertThat(browser.text("#move")).contains("Consultation, Wed, Jan 13, 9:00 AM");
        browser.follow(browser.find("#confirm"));
        assertThat(browser.text("#said")).contains("Ines Ruiz is moved to Wed, Jan 13, 2:00 PM");
        browser.follow(browser.find("#undo"));
        assertThat(browser.text("#list")).contains("9:00 AM");
    }

    @Test
    void opensTheBookingOfATimeThatIsPressed() {
        LocalDate day = LocalDate.of(2027, 1, 14);
        CalendarShown calendar = CalendarShown.day(CLINIC, day);
        calendar.browser().leave(() -> calendar.pressFree(6));
        assertThat(calendar.browser().address()).startsWith("/staff/patients?start=2027-01-14T09%3A30");
    }

    @Test
    void keepsTheViewInTheAddressAndGoesBack() {
        CalendarShown calendar = CalendarShown.day(CLINIC, LocalDate.of(2027, 1, 5));
        calendar.press(".tabs a[href*='view=week']");
        calendar.await(() -> calendar.heading().startsWith("Mon, Jan 4"));
        calendar.press("#later");
        calendar.await(() -> calendar.heading().startsWith("Mon, Jan 11"));
        assertThat(calendar.browser().address()).isEqualTo("/staff/calendar?view=week&date=2027-01-12");
        calendar.browser().driver().navigate().back();
        calendar.await(() -> calendar.heading().startsWith("Mon, Jan 4"));
        calendar.browser().driver().navigate().refresh();
        assertThat(calendar.drawn().heading()).startsWith("Mon, Jan 4");
        calendar.press(".tabs a[href*='view=month']");
        calendar.await(() -> calendar.heading().equals("January 2027"));
        calendar.press("#today");
        calendar.await(() -> calendar.heading().equals("November 2026"));
    }

    @Test
    void filtersByTheAddress() {
        LocalDate day = LocalDate.of(2027, 1, 15);
        booked("Jana", day.atTime(9, 0));
        CalendarShown calendar = CalendarShown.day(CLINIC, day);
        calendar.await(() -> calendar.shows("Jana"));
        calendar.choose("status", "Confirmed");
        calendar.await(() -> !calendar.shows("Jana"));
        assertThat(calendar.browser().address()).contains("status=CONFIRMED");
        calendar.browser().driver().navigate().refresh();
        assertThat(calendar.drawn().shows("Jana")).isFalse();
    }

    @Test
    void seesWhatAColleagueChanges() {
        LocalDate day = LocalDate.of(2027, 1, 19);
        CalendarShown calendar = CalendarShown.day(CLINIC, day);
        assertThat(calendar.shows("Karla")).isFalse();
        booked("Karla", day.atTime(9, 0));
        calendar.await(() -> calendar.shows("Karla"));
    }

    @Test
    void isAListOnASmallPhone() {
        LocalDate day = LocalDate.of(2027, 1, 20);
        booked("Lena", day.atTime(9, 0));
        CalendarShown calendar = CalendarShown.at(CLINIC, Look.phone(), Role.FRONT_DESK, "?view=week&date=" + day);
        assertThat(calendar.browser().find("#calendar").isDisplayed()).isFalse();
        assertThat(calendar.browser().text("#list")).contains("Lena Ruiz").contains("9:00 AM");
        assertThat(calendar.browser().overflow()).isZero();
        calendar.browser().press(calendar.browser().find("#list a[href*='/move']"));
        assertThat(calendar.dialog()).contains("Move Lena Ruiz");
        assertThat(calendar.browser().overflow()).isZero();
    }
}
