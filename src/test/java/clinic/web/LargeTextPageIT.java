package clinic.web;

import clinic.staff.Role;
import clinic.testing.Browser;
import clinic.testing.ClinicInBrowser;
import clinic.testing.Look;
import clinic.testing.LooksAround;
import clinic.testing.StaffApi;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Text twice as large on a phone, and a window magnified four times: WCAG 1.4.4 and 1.4.10. */
@LooksAround
@Tag("browser")
class LargeTextPageIT {
    private static final Look PHONE = new Look(360, 740, false, "en-US", true);
    /** 1280 by 1024 at 400 percent. */
    private static final Look MAGNIFIED = new Look(320, 256, false, "en-US", true);

    @RegisterExtension
    static final ClinicInBrowser CLINIC = new ClinicInBrowser();

    /** What is wrong with the page as it stands, in words. */
    private static Object flaws(Browser browser, int percent) {
        return browser.driver().executeScript("""
                document.documentElement.style.fontSize = arguments[0] + '%';
                const flaws = [];
                const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
                const seen = e => e.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && e.getBoundingClientRect().width > 1;
                if (wide > 0) {
                  const out = [...document.querySelectorAll('body *')].filter(e => seen(e) && e.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
                    .filter(e => !e.closest('.places, .strip, svg, .board, pre, iframe, .scroll, .ec'));
                  flaws.push(`scrolls sideways by ${wide}: ` + out.slice(-3).map(e => e.outerHTML.slice(0, 90)).join(' | '));
                }
                for (const e of document.querySelectorAll('body *')) {
                  if (['fixed', 'sticky'].includes(getComputedStyle(e).position) && seen(e) && e.getBoundingClientRect().height > innerHeight / 4 + 1)
                    flaws.push(`covers ${Math.round(e.getBoundingClientRect().height)} of ${innerHeight}: ` + e.outerHTML.slice(0, 90));
                }
                const walker = document.createTreeWalker(document.getElementById('main') ?? document.body, NodeFilter.SHOW_TEXT);
                for (let node = walker.nextNode(); node; node = walker.nextNode()) {
                  const parent = node.parentElement;
                  const clipped = e => e && (getComputedStyle(e).clipPath !== 'none' || clipped(e.parentElement));
                  if (!seen(parent) || clipped(parent) || parent.closest('.address, .secret, code, pre, svg, option, select, textarea, .strip, [hidden]')) continue;
                  for (const word of node.data.matchAll(/[\\p{L}]{3,14}/gu)) {
                    const range = document.createRange();
                    range.setStart(node, word.index);
                    range.setEnd(node, word.index + word[0].length);
                    const lines = new Set([...range.getClientRects()].filter(r => r.width > 0).map(r => Math.round(r.top)));
                    if (lines.size > 1) { flaws.push(`breaks "${word[0]}" in ` + parent.outerHTML.slice(0, 90)); break; }
                  }
                }
                document.documentElement.style.fontSize = '';
                return flaws.slice(0, 6);
                """, percent);
    }

    private static void look(SoftAssertions softly, Browser browser, String name, int percent) {
        softly.assertThat(flaws(browser, percent))
                .as(name + " at " + percent + " %")
                .isEqualTo(List.of());
    }

    @Test
    void patientsCanReadAndBookWithLargeText() {
        SoftAssertions softly = new SoftAssertions();
        for (Look look : List.of(PHONE, PHONE.inSpanish(), MAGNIFIED)) {
            int percent = look.equals(MAGNIFIED) ? 100 : 200;
            Browser browser = CLINIC.open(look);
            for (String page : List.of("/", "/book", "/book?day=2026-11-26", "/call", "/link", "/privacy")) {
                browser.go(page);
                look(softly, browser, page + look.width() + look.language(), percent);
            }
            TimesPage times = TimesPage.at(browser, LocalDate.of(2027, 1, 29));
            DetailsForm form = times.choose(times.times().get(0));
            look(softly, browser, "details" + look.width() + look.language(), percent);
            form.goOnInVain();
            look(softly, browser, "details with problems" + look.width() + look.language(), percent);
            browser.go("/book");
            look(softly, browser, "book with a time held" + look.width() + look.language(), percent);
        }
        softly.assertAll();
    }

    @Test
    void staffCanWorkWithLargeText() {
        StaffApi staff = new StaffApi(CLINIC.running());
        int patient = staff.items("series").get(0).getJsonObject("patient").getInt("id");
        int series = staff.items("series").get(0).getInt("id");
        int visit =
                staff.items("appointments?from=2026-11-23&to=2026-11-27").get(0).getInt("id");
        SoftAssertions softly = new SoftAssertions();
        for (Look look : List.of(PHONE, MAGNIFIED)) {
            int percent = look.equals(MAGNIFIED) ? 100 : 200;
            Browser browser = CLINIC.open(look, Role.PRESCRIBER);
            for (String page : List.of(
                    "/staff",
                    "/staff?as=table",
                    "/staff/work",
                    "/staff/visit/" + visit + "?do=move",
                    "/staff/patient/" + patient + "?do=book",
                    "/staff/patients?new=",
                    "/staff/plan?patient=" + patient + "&protocol=MOOD_6&earliest=2027-01-11",
                    "/staff/series",
                    "/staff/series/" + series,
                    "/staff/account")) {
                browser.go(page);
                look(softly, browser, page + " " + look.width(), percent);
            }
            CLINIC.become(Role.ADMIN, browser);
            for (String page : List.of(
                    "/staff/house",
                    "/staff/house-hours",
                    "/staff/house-people",
                    "/staff/team",
                    "/staff/protocols?edit=new")) {
                browser.go(page);
                look(softly, browser, page + " " + look.width(), percent);
            }
        }
        softly.assertAll();
    }
}
