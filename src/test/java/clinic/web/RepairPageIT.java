package clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.staff.Role;
import clinic.testing.Axe;
import clinic.testing.Browser;
import clinic.testing.ClinicInBrowser;
import clinic.testing.Look;
import clinic.testing.OnPages;
import clinic.testing.StaffApi;
import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A series is repaired on its page: what happened, what would change, done. Room R3, February 1 to 19 at four. */
@OnPages
@Tag("browser")
class RepairPageIT {
    @RegisterExtension
    static final ClinicInBrowser CLINIC = new ClinicInBrowser();

    private static int series() {
        StaffApi staff = new StaffApi(CLINIC.running());
        return staff.series(
                        staff.patient(
                                "{\"adult\":true,\"firstName\":\"Sofia\",\"lastName\":\"Page\",\"email\":\"sofia.page@example.org\"}"),
                        "MOOD_4",
                        "R3",
                        "16:00",
                        List.of("2027-02-01", "2027-02-04", "2027-02-08", "2027-02-11"))
                .getInt("id");
    }

    private static void everybodyCanUse(Browser browser) {
        assertThat(Axe.violations(browser)).isEqualTo(List.of());
        assertThat(browser.overflow()).isZero();
    }

    @Test
    void showsTheLeastChangeBeforeItIsMade() {
        String page = "/staff/repair?series=" + series();
        Browser browser = CLINIC.open(Look.phone().inSpanish(), Role.FRONT_DESK);
        browser.go(page);
        everybodyCanUse(browser);
        browser.go(page + "&lang=en");

        browser.find("#visit option[value='2']").click();
        browser.follow(browser.find("#propose"));

        assertThat(browser.all(".repair tbody tr")).hasSize(4);
        assertThat(browser.all(".repair .changed")).hasSize(1);
        assertThat(browser.text(".repair .changed")).contains("Thu, Feb 4", "Fri, Feb 5", "moves");
        everybodyCanUse(browser);
        browser.go(page);
        assertThat(browser.text("#main")).contains("Thu, Feb 4").doesNotContain("Feb 5");

        browser.find("#visit option[value='2']").click();
        browser.find("[name=agreed]").click();
        browser.follow(browser.find("#propose"));
        assertThat(browser.all("#propose"))
                .as("beside what would be applied, nothing else is asked")
                .isEmpty();
        browser.follow(browser.find("#again"));
        assertThat(browser.find("#visit option[selected]").getDomAttribute("value"))
                .isEqualTo("2");
        assertThat(browser.find("[name=agreed]").isSelected()).isTrue();
        browser.follow(browser.find("#propose"));
        browser.type("why", "she travels");
        browser.follow(browser.find("#apply"));
        assertThat(browser.address()).endsWith("&did=done");
        assertThat(browser.text(".toast")).contains("Done");
        assertThat(browser.text("#main")).contains("Fri, Feb 5").doesNotContain("Thu, Feb 4");
    }

    @Test
    void beginsWithWhatWasMissedAndLeavesOutWhatWasHad() throws SQLException {
        StaffApi staff = new StaffApi(CLINIC.running());
        int patient = staff.patient("Milo", "Page");
        staff.findEligible(patient);
        JsonObject series = staff.series(
                patient, "MOOD_4", "R3", "14:00", List.of("2027-02-01", "2027-02-04", "2027-02-08", "2027-02-11"));
        staff.treat(StaffApi.visit(series, 1));
        int missed = StaffApi.visit(series, 2);
        try (Connection database = CLINIC.running().database();
                Statement writing = database.createStatement()) {
            writing.executeUpdate("update appointment set day = '2026-11-20' where id = " + missed);
        }
        assertThat(staff.desk("POST", "appointments/" + missed + "/no-show", "").text("status"))
                .isEqualTo("NO_SHOW");
        Browser browser = CLINIC.open(Look.desktop().withoutScripts(), Role.FRONT_DESK);
        browser.go("/staff/repair?series=" + series.getInt("id"));
        assertThat(browser.all("#visit option")).hasSize(3);
        assertThat(browser.find("#visit option[selected]").getDomAttribute("value"))
                .isEqualTo("2");
        browser.go("/staff/visit/" + missed);
        browser.follow(browser.find("#reschedule-series"));
        assertThat(browser.address()).endsWith("series=" + series.getInt("id") + "&visit=2");
    }

    @Test
    void isOfNobodyWhereThereIsNoSeries() {
        Browser browser = CLINIC.open(Look.desktop(), Role.FRONT_DESK);
        browser.go("/staff/repair?series=999999999");
        assertThat(browser.text("body")).contains("This page is not here");
        browser.go("/staff/repair");
        assertThat(browser.text("body")).contains("This page is not here");
    }
}
