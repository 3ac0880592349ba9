package clinic.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import clinic.staff.Role;
import clinic.testing.Browser;
import clinic.testing.ClinicApi;
import clinic.testing.ClinicInBrowser;
import clinic.testing.Look;
import clinic.testing.OnPages;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/** What waits for a human, and what became of the letters. */
@OnPages
@Tag("browser")
class WorkPageIT {
    @RegisterExtension
    static final ClinicInBrowser CLINIC = new ClinicInBrowser();

    private static OffsetDateTime book(LocalDate day, String name, String flags) {
        String start = ClinicApi.of(CLINIC.running()).free(day).get(0);
        assertThat(ClinicApi.of(CLINIC.running())
                        .book("""
                        {"start":"%s","intake":{"redFlags":[%s],"note":"wakes at night"},"patient":{"firstName":"%s",
                         "lastName":"Work","email":"%s@example.org","phone":"818-555-0181","language":"en",
                         "emailConsent":true,"adult":true}}
                        """.formatted(start, flags, name, name.toLowerCase(java.util.Locale.ROOT)))
                        .status())
                .isEqualTo(201);
        return OffsetDateTime.parse(start);
    }

    private static WebElement task(Browser browser, String list, String name) {
        return browser.all("section[aria-labelledby=" + list + "] .tasks > li").stream()
                .filter(task -> task.getText().contains(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " waits for nobody"));
    }

    @Test
    void writesDownACallThatWasPromised() {
        Browser patient = CLINIC.open(Look.phone());
        patient.go("/call");
        patient.type("name", "Carla Calls");
        patient.type("phone", "818-555-0182");
        patient.follow(patient.find("#send"));

        Browser desk = CLINIC.open(Look.desktop().withoutScripts(), Role.FRONT_DESK);
        desk.go("/staff/work");
        WebElement carla = task(desk, "calls", "Carla Calls");
        assertThat(carla.getText()).contains("818-555-0182").contains("due").contains("no time suited");
        desk.press(carla.findElement(By.cssSelector("summary")));
        carla.findElement(By.cssSelector("textarea")).sendKeys("comes on Friday");
        desk.follow(carla.findElement(By.cssSelector("button")));
        assertThat(desk.text("#problems")).contains("Outcome: Choose what came of the call.");
        carla = task(desk, "calls", "Carla Calls");
        assertThat(carla.findElement(By.cssSelector("textarea")).getDomProperty("value"))
                .isEqualTo("comes on Friday");
        log(desk, carla, "Left a message");
        assertThat(desk.text("#done")).contains("Call saved.");
        carla = task(desk, "calls", "Carla Calls");
        assertThat(carla.getText())
                .contains("Left a message")
                .contains("Frankie Doyle")
                .contains("comes on Friday");
        desk.press(carla.findElement(By.cssSelector("summary")));
        log(desk, carla, "Reached");
        assertThat(desk.text("#work")).doesNotContain("Carla Calls");
    }

    private static void ask(String name, String phone) {
        Browser patient = CLINIC.open(Look.phone());
        patient.go("/call");
        patient.type("name", name);
        patient.type("phone", phone);
        patient.follow(patient.find("#send"));
    }

    private static String startChart(Browser desk, String name) {
        desk.go("/staff/work");
        desk.follow(task(desk, "calls", name).findElement(By.cssSelector("a[href*='call=']")));
        assertThat(desk.address()).matches("/staff/patients\\?new=&call=[0-9]+");
        return desk.address();
    }

    /** Catches: a call that is forgotten between the worklist, a form sent in vain, and the chart. */
    @Test
    void makesACallerAPatientAndBooks() {
        ask("Nadia Newcomer", "818-555-0191");
        Browser desk = CLINIC.open(Look.desktop().withoutScripts(), Role.FRONT_DESK);
        String create = startChart(desk, "Nadia Newcomer");
        assertThat(desk.find("#firstName").getDomProperty("value")).isEqualTo("Nadia");
        assertThat(desk.find("#lastName").getDomProperty("value")).isEqualTo("Newcomer");
        assertThat(desk.find("#phone").getDomProperty("value")).contains("555-0191");
        desk.type("phone", "not a number");
        desk.press(desk.find("#grown"));
        desk.follow(desk.find("#make"));
        assertThat(desk.has("#phone-error")).isTrue();
        assertThat(desk.address()).startsWith(create + "&sent=");
        desk.type("phone", "818-555-0191");
        desk.follow(desk.find("#make"));
        RecordShown chart = new RecordShown(desk);
        assertThat(chart.text()).contains("Call linked to this chart.", "Nadia Newcomer", "no time suited");
        assertThat(desk.has("#doBook")).isTrue();
        String path = chart.path();
        chart.bookAt(LocalDate.of(2027, 2, 3).atTime(9, 0));
        assertThat(desk.text("h1")).contains("Nadia Newcomer").contains("Booked");
        desk.go("/staff/work");
        WebElement nadia = task(desk, "calls", "Nadia Newcomer");
        assertThat(nadia.getText()).doesNotContain("Create chart");
        assertThat(nadia.findElements(By.cssSelector("a[href='" + path + "']"))).hasSize(1);
        desk.go(create);
        assertThat(desk.text("#problems")).contains("already linked to another chart");
        assertThat(desk.has("#create")).isFalse();
    }

    @Test
    void choosesTheChartACallerHas() {
        book(LocalDate.of(2027, 2, 4), "Olena", "");
        ask("Olena Work", "818-555-0193");
        Browser desk = CLINIC.open(Look.desktop().withoutScripts(), Role.FRONT_DESK);
        startChart(desk, "Olena Work");
        assertThat(desk.text("#create")).contains("olena@example.org");
        desk.follow(desk.find("#create button[name=chart]"));
        assertThat(desk.text("main")).contains("Call linked to this chart.", "olena@example.org", "818-555-0193");
        assertThat(desk.has("#doBook")).isTrue();
        desk.go("/staff/patients?new=&call=999999");
        assertThat(desk.text("#problems")).contains("There is no such call.");
    }

    private static void log(Browser browser, WebElement task, String outcome) {
        new Select(task.findElement(By.cssSelector("select"))).selectByVisibleText(outcome);
        browser.follow(task.findElement(By.cssSelector("button")));
    }

    /** Catches: a red-flag call that is closed without a word, and stands nowhere afterwards. */
    @Test
    void keepsARedFlagCallInTheChart() {
        book(LocalDate.of(2027, 2, 17), "Rhea", "\"RF_CAUDA\"");
        Browser desk = CLINIC.open(Look.desktop().withoutScripts(), Role.FRONT_DESK);
        desk.go("/staff/work");
        WebElement rhea = task(desk, "calls", "Rhea");
        assertThat(rhea.getText()).contains("clinical review").doesNotContain("bladder");
        desk.press(rhea.findElement(By.cssSelector("summary")));
        log(desk, rhea, "Reached");
        assertThat(desk.text("#problems")).contains("Note: Write down what was said");
        rhea = task(desk, "calls", "Rhea");
        rhea.findElement(By.cssSelector("textarea")).sendKeys("is on the way to us");
        desk.follow(rhea.findElement(By.cssSelector("button")));
        assertThat(desk.text("section[aria-labelledby=calls]")).doesNotContain("Rhea");
        assertThat(task(desk, "reviews", "Rhea").getText())
                .contains("Reached")
                .contains("is on the way to us")
                .doesNotContain("bladder");

        Browser nurse = CLINIC.open(Look.desktop().withoutScripts(), Role.NURSE);
        nurse.go("/staff/work");
        WebElement review = task(nurse, "reviews", "Rhea");
        assertThat(review.getText()).contains("Answered yes: Have you newly lost control of your bladder");
        nurse.follow(review.findElement(By.cssSelector("a[href^='/staff/visit']")));
        assertThat(nurse.text("main")).contains("Answered yes: Have you newly").contains("is on the way to us");
        nurse.follow(nurse.find("section[aria-labelledby=facts] a[href^='/staff/patient/']"));
        assertThat(nurse.text("section[aria-labelledby=calls]"))
                .contains("Reached")
                .contains("is on the way to us")
                .contains("Closed");
        nurse.press(nurse.find("#callsForm summary"));
        nurse.follow(nurse.find("button[name=reopen]"));
        assertThat(nurse.text("#problems")).contains("Reason to reopen: Say why");
        nurse.find("textarea[name^=reopenReason]").sendKeys("did not arrive");
        nurse.follow(nurse.find("button[name=reopen]"));
        assertThat(nurse.text("main")).contains("Call reopened").contains("did not arrive");
        nurse.go("/staff/work");
        assertThat(task(nurse, "calls", "Rhea").getText()).contains("Answered yes: Have you newly");
    }

    @Test
    void letsAClinicianApproveAndTellsTheDeskNoMoreThanItNeeds() {
        book(LocalDate.of(2027, 1, 28), "Rita", "\"RF_CANCER\"");
        Browser desk = CLINIC.open(Look.desktop(), Role.FRONT_DESK);
        desk.go("/staff/work");
        assertThat(task(desk, "reviews", "Rita").getText())
                .doesNotContain("night")
                .doesNotContain("Approve");
        Browser nurse = CLINIC.open(Look.desktop(), Role.NURSE);
        nurse.go("/staff/work");
        WebElement rita = task(nurse, "reviews", "Rita");
        assertThat(rita.getText()).contains("wakes at night").contains("cancer");
        nurse.press(rita.findElement(By.cssSelector("button[name=step]")));
        await().atMost(Duration.ofSeconds(20)).ignoreExceptions().until(() -> nurse.text("#done")
                .contains("Rita Work: Booked."));
        assertThat(nurse.text("#work")).doesNotContain("Rita");
    }

    @Test
    void showsALetterAsItWasSeenAndSendsItAgain() {
        OffsetDateTime start = book(LocalDate.of(2027, 1, 29), "Lena", "");
        Browser desk = CLINIC.open(Look.desktop(), Role.FRONT_DESK);
        await().atMost(Duration.ofSeconds(30)).ignoreExceptions().until(() -> {
            desk.go("/staff/messages?state=SENT");
            return desk.text("main").contains("lena@example.org");
        });
        desk.follow(desk.all("tbody tr").stream()
                .filter(row -> row.getText().contains("lena@example.org"))
                .findFirst()
                .orElseThrow()
                .findElement(By.cssSelector("th a")));
        assertThat(desk.text("h1")).contains("Your appointment").contains("Sent");
        desk.driver().switchTo().frame(desk.find("iframe"));
        assertThat(desk.text("body")).contains("Lena").contains(start.format(DateTimeFormatter.ofPattern("h:mm")));
        desk.driver().switchTo().defaultContent();
        desk.follow(desk.find("#again"));
        assertThat(desk.text(".toast")).contains("on its way again");
    }
}
