package clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.staff.Role;
import clinic.testing.Axe;
import clinic.testing.Browser;
import clinic.testing.ClinicInBrowser;
import clinic.testing.Inbox;
import clinic.testing.Look;
import clinic.testing.OnPages;
import clinic.testing.StaffApi;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/**
 * The boiler breaks on Wednesday: the front desk closes the day, looks at the repair of all series, and makes it. The
 * rooms for treatments from January 22 to 29, 2027, are this class's.
 */
@OnPages
@Tag("browser")
class ClosedDayPageIT {
    private static final String WEDNESDAY = "2027-01-27";

    @RegisterExtension
    static final ClinicInBrowser CLINIC = new ClinicInBrowser();

    private final StaffApi staff = new StaffApi(CLINIC.running());

    private JsonObject booked(String name, String time, String room) {
        int patient = staff.patient(
                "{\"adult\":true,\"firstName\":\"%s\",\"lastName\":\"Cold\",\"email\":\"%s.cold@example.org\"}"
                        .formatted(name, name));
        return staff.series(patient, "PAIN_MID_3", room, time, List.of("2027-01-22", "2027-01-25", WEDNESDAY));
    }

    @AfterEach
    void theBoilerIsMended() {
        staff.items("closures").stream()
                .filter(closure -> closure.getString("reason").equals("The boiler"))
                .forEach(closure -> staff.desk("DELETE", "closures/" + closure.getInt("id"), ""));
    }

    private static void pick(Browser browser, String field, String value) {
        browser.driver().executeScript("arguments[0].value = arguments[1]", browser.find(field), value);
    }

    private static void everybodyCanUse(Browser browser) {
        assertThat(Axe.violations(browser)).isEqualTo(List.of());
        assertThat(browser.overflow()).isZero();
    }

    private static WebElement cardOf(Browser browser, String name) {
        return browser.all(".cases > .card").stream()
                .filter(each -> each.getText().contains(name + " Cold"))
                .findFirst()
                .orElseThrow();
    }

    private void isClosed(Browser browser) {
        browser.go("/staff/house");
        pick(browser, "#closeFrom", WEDNESDAY + "T00:00");
        pick(browser, "#closeTo", "2027-01-28T00:00");
        browser.type("closeReason", "The boiler");
        browser.follow(browser.find("#preview"));
        assertThat(browser.text("#strands"))
                .contains("Gina Cold", "Hana Cold", "Ines Cold", "3 of them belong to series");
        browser.follow(browser.find("#saveClosure"));
        browser.follow(browser.find(".toast a[href='/staff/repairs']"));
        assertThat(browser.text("#main")).contains("Repair series together", "Gina Cold", "Visit 3: Wed, Jan 27");
        browser.go("/staff/stranded");
        browser.follow(browser.find(".tools a[href='/staff/repairs']"));
    }

    private void confirm(JsonObject series, int visit) {
        int id = series.getJsonArray("visits").getJsonObject(visit - 1).getInt("appointment");
        assertThat(staff.desk("POST", "appointments/" + id + "/confirm", "{}").status())
                .isEqualTo(200);
    }

    @Test
    void isRepairedFromThePreviewOfTheClosureToTheLastLetter() {
        booked("Gina", "09:00", "R1");
        JsonObject hana = booked("Hana", "11:00", "R2");
        JsonObject ines = booked("Ines", "13:00", "R3");
        confirm(hana, 3);
        Browser wide = CLINIC.open(Look.desktop().inTheDark(), Role.FRONT_DESK);
        isClosed(wide);
        everybodyCanUse(wide);
        wide.follow(wide.find("#propose"));
        everybodyCanUse(wide);

        Browser browser = CLINIC.open(Look.phone().withoutScripts(), Role.FRONT_DESK);
        browser.go("/staff/repairs?day=" + WEDNESDAY);
        browser.follow(browser.find("#propose"));
        assertThat(browser.overflow()).isZero();
        assertThat(browser.text("#sum")).isEqualTo("2 of 3 series can be repaired; 2 visits move");
        assertThat(cardOf(browser, "Gina").findElements(By.cssSelector(".repair .changed")))
                .hasSize(1);
        assertThat(cardOf(browser, "Hana").getText()).contains("Call her first", "visit 3");

        browser.follow(cardOf(browser, "Gina").findElement(By.cssSelector("[name='one']")));
        assertThat(browser.text(".toast")).contains("Done. The patient gets one email");
        assertThat(browser.text("#sum")).isEqualTo("1 of 2 series can be repaired; one visit moves");
        cardOf(browser, "Hana").findElement(By.cssSelector("[name='agreed']")).click();
        browser.follow(browser.find("#all"));
        assertThat(browser.text("#problems")).contains("Nothing was changed. You changed who agreed");
        assertThat(browser.text("#sum")).isEqualTo("2 of 2 series can be repaired; 2 visits move");
        browser.follow(browser.find("#propose"));
        assertThat(browser.text("#sum")).isEqualTo("2 of 2 series can be repaired; 2 visits move");
        confirm(ines, 1);
        browser.type("why", "the boiler");
        browser.follow(browser.find("#all"));
        assertThat(browser.text("#problems")).contains("Ines Cold").doesNotContain("Hana");
        assertThat(browser.text(".toast")).contains("Done. The patient gets one email");
        assertThat(browser.text("#sum")).isEqualTo("1 of 1 series can be repaired; one visit moves");
        browser.follow(browser.find("#all"));
        assertThat(browser.text(".toast")).contains("Done.");
        assertThat(browser.text("#main"))
                .contains("No series waits for a repair")
                .doesNotContain("Cold");

        for (String name : List.of("Gina", "Hana", "Ines")) {
            assertThat(new Inbox(CLINIC.running(), name + ".cold@example.org").await(2))
                    .hasSize(2);
        }
        assertThat(staff.desk("GET", "series/" + hana.getInt("id"), "")
                        .json()
                        .getJsonArray("visits")
                        .toString())
                .doesNotContain(WEDNESDAY);
        assertThat(staff.as(Role.AUDITOR, "GET", "ledger/audit", "").json().getBoolean("consistent"))
                .isTrue();
    }

    @Test
    void hasNothingToRepairWhereNobodyLostAVisit() {
        Browser browser = CLINIC.open(Look.phone().inSpanish(), Role.NURSE);
        browser.go("/staff/repairs?day=2027-01-22");
        assertThat(browser.text("#main")).contains("Ninguna serie espera una reparación");
        everybodyCanUse(browser);
        browser.go("/staff/repairs?day=nonsense");
        assertThat(browser.text("#main")).contains("No se puede leer esta parte de la dirección", "day");
    }
}
