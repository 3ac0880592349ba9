package clinic.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import clinic.staff.Role;
import clinic.testing.Browser;
import clinic.testing.ClinicInBrowser;
import clinic.testing.Look;
import clinic.testing.OnPages;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.StaleElementReferenceException;

/** A story to read: Monday, November 23, 2026, seven in the morning, at the front desk. From sign-in to sign-out. */
@OnPages
@Tag("browser")
class MondayAtTheFrontDeskPageIT {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    @RegisterExtension
    static final ClinicInBrowser CLINIC = new ClinicInBrowser();

    @Test
    void amondayAtTheFrontDesk() {
        // She signs in, and the day is there.
        Browser desk = CLINIC.open(Look.desktop());
        desk.go("/staff");
        assertThat(desk.address()).startsWith("/staff/sign-in");
        desk.type("user", "frontdesk");
        desk.type("password", "let-frontdesk-in");
        desk.follow(desk.find("#enter"));
        TodayShown day = new TodayShown(desk);
        assertThat(day.heading()).isEqualTo("Monday, November 23");

        // The telephone: somebody new would like to come at ten. She is not in the file, so a record is made.
        desk.go("/staff/patients");
        desk.find("#q").sendKeys("Montag");
        await().atMost(Duration.ofSeconds(20))
                .ignoreException(StaleElementReferenceException.class)
                .until(() -> desk.text("#found").contains("0 people found"));
        desk.go("/staff/patients?new=");
        desk.type("firstName", "Mona");
        desk.type("lastName", "Montag");
        desk.type("phone", "(818) 555 0171");
        desk.press(desk.find("#grown"));
        desk.follow(desk.find("#make"));
        new RecordShown(desk).bookAt(MONDAY.atTime(10, 0));
        assertThat(desk.text("h1")).contains("Mona Montag").contains("Booked");
        assertThat(desk.text("main")).contains("no e-mail");

        // She is here already. One press too many is taken back, and done again.
        TodayShown.at(desk, MONDAY).press("Mona Montag").awaitState("Mona Montag", "Waiting");
        day.undo().awaitState("Mona Montag", "Booked");
        day.press("Mona Montag").awaitState("Mona Montag", "Waiting");

        // The nurse sees it on her own screen, takes her in and sends her home; the desk need not ask.
        Browser nurse = CLINIC.open(Look.desktop(), Role.NURSE);
        TodayShown ward = TodayShown.at(nurse, MONDAY);
        ward.press("Mona Montag").awaitState("Mona Montag", "In the room");
        ward.press("Mona Montag").awaitState("Mona Montag", "Went home");
        day.awaitState("Mona Montag", "Went home");

        // Everything of it is on record, and nobody but her signs out.
        desk.follow(desk.all(".visit .name").stream()
                .filter(name -> name.getText().equals("Mona Montag"))
                .findFirst()
                .orElseThrow());
        assertThat(desk.text(".trail"))
                .contains("Booked")
                .contains("Undone")
                .contains("Start")
                .contains("nurse")
                .contains("Complete");
        desk.follow(desk.find("form[action='/staff/sign-out'] button"));
        desk.go("/staff");
        assertThat(desk.address()).startsWith("/staff/sign-in");
        nurse.go("/staff");
        assertThat(nurse.address()).isEqualTo("/staff");
    }
}
