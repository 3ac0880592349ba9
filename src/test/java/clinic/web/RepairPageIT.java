package clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.staff.Role;
import clinic.testing.Axe;
import clinic.testing.Browser;
import clinic.testing.ClinicApi;
import clinic.testing.ClinicApi.Answer;
import clinic.testing.ClinicInBrowser;
import clinic.testing.Look;
import clinic.testing.Staff;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A series is repaired on its page: what happened, what would change, done. Room R3, February 1 to 19 at four. */
@Tag("browser")
class RepairPageIT {
    @RegisterExtension
    static final ClinicInBrowser CLINIC = new ClinicInBrowser();

    private final ClinicApi api = ClinicApi.of(CLINIC.running());

    private Answer desk(String method, String path, String body) {
        return api.send(method, "/api/v1/" + path, body, Staff.bearer(CLINIC.running(), Role.FRONT_DESK));
    }

    private int series() {
        int room = desk("GET", "resources", "").json().getJsonArray("items").stream()
                .map(JsonValue::asJsonObject)
                .filter(each -> each.getString("name").equals("R3"))
                .findFirst()
                .orElseThrow()
                .getInt("id");
        int patient = desk(
                        "POST",
                        "patients",
                        "{\"firstName\":\"Sofia\",\"lastName\":\"Page\",\"email\":\"sofia.page@example.org\"}")
                .json()
                .getInt("id");
        Answer booked = desk(
                "POST",
                "series",
                List.of("01", "04", "08", "11").stream()
                        .map(day -> "{\"start\":\"2027-02-" + day + "T16:00\",\"resource\":" + room + "}")
                        .collect(Collectors.joining(
                                ",", "{\"patientId\":" + patient + ",\"protocol\":\"MOOD_4\",\"visits\":[", "]}")));
        assertThat(booked.status()).as(booked.body()).isEqualTo(201);
        return booked.json().getInt("id");
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
        browser.follow(browser.find("#propose"));
        browser.type("why", "she travels");
        browser.follow(browser.find("#apply"));
        assertThat(browser.address()).endsWith("&did=done");
        assertThat(browser.text(".toast")).contains("Done");
        assertThat(browser.text("#main")).contains("Fri, Feb 5").doesNotContain("Thu, Feb 4");
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
