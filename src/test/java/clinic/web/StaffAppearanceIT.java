package clinic.web;

import clinic.staff.Role;
import clinic.testing.Axe;
import clinic.testing.Browser;
import clinic.testing.ClinicInBrowser;
import clinic.testing.Look;
import java.util.List;
import java.util.function.BiConsumer;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What holds for every page of the desk: it can be used by everybody, fits a small phone, and keeps its own policy. */
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

    private static void walk(Look look, BiConsumer<String, Browser> looking) {
        Browser browser = CLINIC.open(look, Role.NURSE);
        for (String page : PAGES) {
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

    private static void assertNoViolations(Look look) {
        SoftAssertions softly = new SoftAssertions();
        walk(look, (name, browser) -> softly.assertThat(Axe.violations(browser))
                .as(name)
                .isEqualTo(List.of()));
        softly.assertAll();
    }

    @Test
    void hasNoAccessibilityViolationInTheLight() {
        assertNoViolations(Look.desktop());
    }

    @Test
    void hasNoAccessibilityViolationInTheDark() {
        assertNoViolations(Look.desktop().inTheDark());
    }

    @Test
    void hasNoAccessibilityViolationOnAPhoneInSpanish() {
        assertNoViolations(Look.phone().inSpanish());
    }

    @Test
    void neverScrollsSidewaysOnASmallPhone() {
        SoftAssertions softly = new SoftAssertions();
        walk(Look.phone(), (name, browser) -> softly.assertThat(browser.overflow())
                .as(name)
                .isZero());
        softly.assertAll();
    }

    @Test
    void breaksNoRuleOfItsOwnPolicy() {
        SoftAssertions softly = new SoftAssertions();
        walk(Look.desktop(), (name, browser) -> softly.assertThat(
                        browser.driver().manage().logs().get("browser").getAll())
                .as(name)
                .noneMatch(entry -> entry.getMessage().contains("Content Security Policy")));
        softly.assertAll();
    }
}
