package clinic.web;

import clinic.staff.Role;
import clinic.testing.Axe;
import clinic.testing.Browser;
import clinic.testing.ClinicApi;
import clinic.testing.ClinicInBrowser;
import clinic.testing.Look;
import clinic.testing.LooksAround;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiConsumer;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What holds for every view of the calendar, and for the dialog a visit is moved in. */
@LooksAround
@Tag("browser")
class CalendarAppearancePageIT {
    private static final LocalDate DAY = LocalDate.of(2027, 1, 21);

    @RegisterExtension
    static final ClinicInBrowser CLINIC = new ClinicInBrowser();

    @BeforeAll
    static void somebodyIsBooked() {
        ClinicApi api = ClinicApi.of(CLINIC.running());
        for (int quarter = 0; quarter < 8; quarter++) {
            api.book(DAY.atTime(9, 0).plusMinutes(30L * quarter));
        }
    }

    private static void walk(Look look, BiConsumer<String, CalendarShown> looking) {
        CalendarShown calendar = CalendarShown.at(CLINIC, look, Role.FRONT_DESK, "?view=day&date=" + DAY);
        for (String view :
                List.of("day", "day&by=clinician", "week", "month", "day&as=list", "week&as=list", "month&as=list")) {
            calendar.browser().go("/staff/calendar?date=" + DAY + "&view=" + view);
            looking.accept(view, calendar.drawn());
        }
        calendar.browser().go("/staff/calendar?date=" + DAY + "&view=day&as=list");
        calendar.drawn().press("#list a[href*='/move']");
        calendar.dialog();
        looking.accept("dialog", calendar);
        calendar.choose(
                "move-time", calendar.browser().all("#move-time option").get(6).getText());
        calendar.await(() -> calendar.browser().has("#verdict .problems"));
        looking.accept("dialog that refuses", calendar);
    }

    private static void assertNothingIsWrong(Look look) {
        SoftAssertions softly = new SoftAssertions();
        walk(look, (name, calendar) -> {
            Browser browser = calendar.browser();
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
}
