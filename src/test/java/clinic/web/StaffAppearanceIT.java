package clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.staff.Role;
import clinic.testing.Axe;
import clinic.testing.Browser;
import clinic.testing.ClinicApi;
import clinic.testing.ClinicInBrowser;
import clinic.testing.Look;
import clinic.testing.LooksAround;
import clinic.testing.Staff;
import clinic.testing.StaffApi;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What holds for every page of the desk: it can be used by everybody, fits a small phone, and keeps its own policy. */
@LooksAround
@Tag("browser")
class StaffAppearanceIT {
    private static final List<String> PAGES = List.of(
            "/staff",
            "/staff?as=table",
            "/staff?by=clinician",
            "/staff?day=2026-11-26",
            "/staff/wall",
            "/staff/sheet",
            "/staff/patients",
            "/staff/patients?new=",
            "/staff/patient/1",
            "/staff/patient/1?do=edit",
            "/staff/patient/1?do=book",
            "/staff/patient/1?do=merge&gone=2",
            "/staff/work",
            "/staff/messages",
            "/staff/messages?state=UNDELIVERABLE",
            "/staff/message/1",
            "/staff/protocols",
            "/staff/visit/1",
            "/staff/visit/1?do=move",
            "/staff/visit/1?do=cancel");

    @RegisterExtension
    static final ClinicInBrowser CLINIC = new ClinicInBrowser();

    private static String beingTreated = "";
    private static String treatedOn = "";

    private static JsonObject as(Role role, String path, String body) {
        return ClinicApi.of(CLINIC.running())
                .send("POST", "/api/v1/" + path, body, Staff.bearer(CLINIC.running(), role))
                .json();
    }

    /** An infusion on hold, with everything its page has to show. */
    @BeforeAll
    static void somebodyIsTreated() {
        StaffApi staff = new StaffApi(CLINIC.running());
        int patient = staff.patient("{\"adult\":true,\"firstName\":\"Thea\",\"lastName\":\"Shown\"}");
        JsonObject visit = staff.planned(patient, "BOOST_MOOD", "2027-02-15")
                .getJsonArray("visits")
                .getJsonObject(0);
        int booked = visit.getInt("appointment");
        String high = "{\"check\":\"VITALS\",\"systolic\":165,\"diastolic\":90,\"pulse\":70,\"saturation\":98}";
        as(Role.PRESCRIBER, "appointments/" + booked + "/check-in", "{\"override\":{\"reason\":\"a test\"}}");
        as(Role.NURSE, "appointments/" + booked + "/hold", "{}");
        as(Role.NURSE, "appointments/" + booked + "/checks", high);
        as(Role.NURSE, "appointments/" + booked + "/checks", high);
        beingTreated = "/staff/visit/" + booked;
        treatedOn = "/staff?day=" + visit.getString("start").substring(0, 10);
    }

    private static void walk(Look look, BiConsumer<String, Browser> looking) {
        Browser browser = CLINIC.open(look, Role.NURSE);
        List<String> pages = new ArrayList<>(PAGES);
        pages.addAll(List.of(beingTreated, treatedOn, treatedOn + "&as=table"));
        for (String page : pages) {
            browser.go(page);
            looking.accept(page, browser);
        }
        browser.go("/staff/patients?new=");
        browser.type("firstName", "Ana");
        browser.type("lastName", "Ruiz");
        browser.follow(browser.find("#make"));
        looking.accept("somebody like her", browser);
        browser.go("/staff/patient/1?do=book&start=2026-11-25T03:10");
        browser.follow(browser.find("#doBook"));
        looking.accept("a time refused", browser);
    }

    private static void assertNothingIsWrong(Look look) {
        SoftAssertions softly = new SoftAssertions();
        walk(look, (name, browser) -> {
            softly.assertThat(browser.overflow()).as("sideways " + name).isZero();
            softly.assertThat(browser.driver().manage().logs().get("browser").getAll())
                    .as("policy of " + name)
                    .noneMatch(entry -> entry.getMessage().contains("Content Security Policy"));
            softly.assertThat(Axe.violations(browser)).as(name).isEqualTo(List.of());
        });
        softly.assertAll();
    }

    @Test
    void isAccessibleAndFitsInTheLight() {
        assertNothingIsWrong(Look.desktop());
    }

    @Test
    void isAccessibleAndFitsAPhoneInSpanishInTheDark() {
        assertNothingIsWrong(Look.phone().inSpanish().inTheDark());
    }

    /** Whoever has the most places to go to, in the longer language: a place that is cut off is there for nobody. */
    @Test
    void showsEveryPlaceThereIsToGo() {
        Browser browser = CLINIC.open(Look.desktop().inSpanish(), Role.ADMIN);
        browser.go("/staff");
        assertThat(browser.all(".places a")).hasSizeGreaterThan(7);
        assertThat(browser.driver().executeScript("""
                        const end = document.querySelector(".places").getBoundingClientRect().right;
                        return [...document.querySelectorAll(".places a")]
                          .filter(place => place.getBoundingClientRect().right > end).map(place => place.textContent);
                        """)).isEqualTo(List.of());
    }
}
