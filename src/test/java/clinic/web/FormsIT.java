package clinic.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import clinic.security.TypedForm;
import clinic.staff.Role;
import clinic.testing.FormBrowser;
import clinic.testing.FormBrowser.Page;
import clinic.testing.RunningClinic;
import clinic.testing.SharedClinic;
import clinic.testing.Staff;
import clinic.testing.Stored;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every form of the product: Enter, Back, reload, a second press and a session that is over. Whether the list is whole,
 * {@link FormsTest} knows.
 */
@ExtendWith(SharedClinic.class)
@Order(Integer.MAX_VALUE)
class FormsIT {
    /** What is written by looking, by signing in, or about what was asked; no effect of a form. */
    private static final List<String> NOT_COUNTED = List.of(
            "audit",
            "sent_form",
            "staff_session",
            "sign_in",
            "reset_request",
            // A queue: a second request for links within minutes is taken from it and forgotten.
            "link_request",
            "series_repair",
            "flyway");

    private final RunningClinic clinic;
    private final FormWorld world;

    FormsIT(RunningClinic clinic) {
        this.clinic = clinic;
        this.world = new FormWorld(clinic);
    }

    @AfterEach
    void opensAgainWhatItClosed() throws SQLException {
        world.tidy();
        assertThat(Stored.untruths(clinic)).isEmpty();
    }

    private FormBrowser browser(FormCase form) {
        return form.who().map(role -> FormBrowser.signedIn(clinic, role)).orElseGet(() -> {
            FormBrowser patient = FormBrowser.at(clinic);
            patient.get("/");
            return patient;
        });
    }

    private Map<String, Long> rows() throws SQLException {
        Map<String, Long> rows = Stored.rows(clinic);
        rows.keySet().removeIf(table -> NOT_COUNTED.stream().anyMatch(table::startsWith));
        return rows;
    }

    @TestFactory
    Stream<DynamicTest> everyFormIsAnsweredByARedirectOnce() {
        return FormCases.all().stream()
                .filter(form -> !form.isElsewhere())
                .map(form -> DynamicTest.dynamicTest(form.form(), () -> tryOut(form)));
    }

    private void tryOut(FormCase form) throws SQLException {
        FormBrowser browser = browser(form);
        Page page = form.opening().apply(browser, world);
        Element sent = page.form(form.css());
        Optional<Element> main = FormBrowser.main(page, sent);
        assertEnterPressesTheMainButton(form, page, sent, main);
        Optional<Element> button = form.pressed(page, sent);
        Map<String, String> typed = form.typedOn(page, sent);
        HttpResponse<String> answer = browser.press(page, sent, button, typed);
        assertThat(answer.statusCode()).as("answered by a redirect").isEqualTo(303);
        String there = Staff.location(answer);
        Map<String, Long> once = rows();

        assertThat(browser.press(page, sent, button, typed).statusCode())
                .as("pressed twice")
                .isEqualTo(303);
        assertThat(rows()).as("what a second press leaves").isEqualTo(once);
        Page first = browser.follow(there);
        assertThat(first.status()).as(first.document().title()).isIn(200, 409, 412, 422);
        Page again = browser.follow(there);
        assertThat(again.status()).as("reloaded").isEqualTo(first.status());
        assertThat(again.document().title()).isEqualTo(first.document().title());
        assertThat(browser.get(page.address()).status()).as("Back").isIn(200, 303, 409, 422, 404);
        assertThat(rows()).as("what Back and reload leave").isEqualTo(once);
    }

    private static void assertEnterPressesTheMainButton(
            FormCase form, Page page, Element sent, Optional<Element> main) {
        if (form.main().isEmpty()) {
            assertThat(FormBrowser.lines(page, sent))
                    .filteredOn(line -> !List.of("checkbox", "radio").contains(line.attr("type")))
                    .as("a field to press Enter in, and no main button named for it")
                    .isEmpty();
        } else {
            String name = main.orElseThrow().attr("name");
            assertThat(name + "=" + main.orElseThrow().val())
                    .startsWith(form.main().contains("=") ? form.main() : form.main() + "=");
        }
        assertThat(main.map(button -> button.attr("name"))).isNotEqualTo(Optional.of("lang"));
    }

    @TestFactory
    Stream<DynamicTest> whatWasTypedComesBackAfterTheSessionWasOver() {
        return FormCases.all().stream()
                .filter(form -> !form.isElsewhere() && form.who().isPresent())
                .filter(form -> form.typed().values().stream().anyMatch(text -> !text.isEmpty()))
                .filter(form -> form.typed().keySet().stream().noneMatch(TypedForm.NEVER_KEPT::contains))
                .map(form -> DynamicTest.dynamicTest(form.form(), () -> comeBack(form)));
    }

    private void comeBack(FormCase form) throws SQLException {
        FormBrowser browser = browser(form);
        Page page = form.opening().apply(browser, world);
        Element sent = page.form(form.css());
        Map<String, Long> before = rows();
        end(browser);
        Map<String, String> typed = form.typedOn(page, sent);
        HttpResponse<String> answer = browser.press(page, sent, form.pressed(page, sent), typed);
        Page back = signInAgain(browser, answer, form.who().orElseThrow());
        assertThat(back.document().select("#typed")).as(back.address()).hasSize(1);
        Elements filled = back.document().select(form.css());
        if (filled.isEmpty()) {
            // What was proposed has to be asked for again: what was typed with it is told in words.
            assertThat(back.document().select("#typed .said-text").text()).contains(typed.values());
        } else {
            typed.forEach((field, text) ->
                    assertThat(values(back, filled.get(0), field)).as(field).contains(text));
        }
        assertThat(rows())
                .as("nothing is done before the button is pressed again")
                .isEqualTo(before);
    }

    private static List<String> values(Page page, Element form, String field) {
        return FormBrowser.controls(page, form).stream()
                .filter(control -> control.attr("name").equals(field))
                .map(control -> control.normalName().equals("textarea") ? control.wholeText() : control.val())
                .toList();
    }

    /** Catches: the session was over, she signed in again in another window, and sends what she had typed in the first. */
    @Test
    void whatWasTypedBeforeSigningInElsewhereComesBack() throws SQLException {
        FormBrowser browser = FormBrowser.signedIn(clinic, Role.NURSE);
        Page page = browser.get("/staff/patient/" + world.patient());
        Element form = page.form("#noting");
        long before = rows().get("patient_note");
        assertThat(browser.signIn("/staff/sign-in", Role.NURSE).statusCode()).isEqualTo(303);
        Map<String, String> typed = Map.of("remark", "typed in the first window");
        HttpResponse<String> answer = browser.press(page, form, FormBrowser.main(page, form), typed);
        assertThat(answer.statusCode()).isEqualTo(303);
        Page back = browser.follow(Staff.location(answer));
        assertThat(back.document().select("#typed")).hasSize(1);
        assertThat(back.form("#noting").select("[name=remark]").text()).isEqualTo("typed in the first window");
        assertThat(rows().get("patient_note")).isEqualTo(before);
        assertThat(browser.press(back, back.form("#noting"), FormBrowser.main(back, back.form("#noting")), Map.of())
                        .statusCode())
                .isEqualTo(303);
        assertThat(rows().get("patient_note")).isEqualTo(before + 1);

        FormBrowser other = FormBrowser.signedIn(clinic, Role.FRONT_DESK);
        Page hers = other.get("/staff/patient/" + world.patient());
        other.signIn("/staff/sign-in", Role.NURSE);
        assertThat(other.press(hers, hers.form("#noting"), FormBrowser.main(hers, hers.form("#noting")), typed)
                        .statusCode())
                .as("a form of somebody else")
                .isEqualTo(403);
    }

    private static Page signInAgain(FormBrowser browser, HttpResponse<String> answer, Role role) {
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(Staff.location(answer)).startsWith("/staff/sign-in?to=");
        HttpResponse<String> in = browser.signIn(Staff.location(answer), role);
        assertThat(in.statusCode()).isEqualTo(303);
        return browser.follow(Staff.location(in));
    }

    private void end(FormBrowser browser) throws SQLException {
        change(browser, "update staff_session set ended_at = created_at where fingerprint = sha2(?, 256)");
    }

    private void change(FormBrowser browser, String sql) throws SQLException {
        try (Connection connection = clinic.database();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, browser.cookie("clinic-staff").orElseThrow());
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }

    /** Catches: what one person typed shown to the next one at the same screen. */
    @Test
    void nobodyElseSeesWhatWasTyped() throws SQLException {
        FormBrowser browser = FormBrowser.signedIn(clinic, Role.NURSE);
        Page page = browser.get("/staff/patient/" + world.patient());
        end(browser);
        HttpResponse<String> answer = browser.press(
                page,
                page.form("#noting"),
                FormBrowser.main(page, page.form("#noting")),
                Map.of("remark", "said in confidence"));
        Page other = signInAgain(browser, answer, Role.FRONT_DESK);
        assertThat(other.document().text()).doesNotContain("said in confidence");
        assertThat(other.document().select("#typed")).isEmpty();
    }

    @Test
    void aFormThatAsksForThePasswordIsSentOnAfterIt() throws SQLException {
        FormBrowser admin = FormBrowser.signedIn(clinic, Role.ADMIN);
        Page team = admin.get("/staff/team");
        change(admin, "update staff_session set proved_at = '2020-01-01' where fingerprint = sha2(?, 256)");
        HttpResponse<String> asked = admin.press(
                team,
                team.form("#invite"),
                FormBrowser.main(team, team.form("#invite")),
                Map.of("colleague", "Invited Late", "email", "late@example.org", "user", "invited.late"));
        assertThat(Staff.location(asked)).startsWith("/staff/confirm?to=");
        Page confirm = admin.get(Staff.location(asked));
        Element form = confirm.form("#go-on");
        assertThat(Staff.location(admin.press(
                        confirm, form, FormBrowser.main(confirm, form), Map.of("proofPassword", "wrong password"))))
                .as("a wrong password asks once more, and keeps what was typed")
                .contains("/staff/confirm?to=", "&typed=", "&no=WRONG");
        long before = rows().get("account");
        HttpResponse<String> done = admin.press(
                confirm,
                form,
                FormBrowser.main(confirm, form),
                Map.of("proofPassword", Staff.password(clinic, Role.ADMIN)));
        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(rows().get("account")).isEqualTo(before + 1);
        assertThat(admin.follow(Staff.location(done)).document().text()).contains("Invited Late");
    }

    @Test
    void aBookingOfAnotherDayThanTheFieldSaysIsRefused() throws SQLException {
        FormBrowser desk = FormBrowser.signedIn(clinic, Role.FRONT_DESK);
        Page page = desk.get("/staff/patient/" + world.patient() + "?do=book");
        Element form = page.form("#book");
        Map<String, Long> before = rows();
        Element listed = FormBrowser.controls(page, form).stream()
                .filter(control -> control.attr("name").equals("pick"))
                .findFirst()
                .orElseThrow();
        for (Map<String, String> typed : List.of(
                Map.of("day", "2027-02-10"),
                Map.of("kind", "EVALUATION"),
                Map.of("room", Integer.toString(world.staff().resource("C1"))))) {
            for (Element button : List.of(listed, FormBrowser.main(page, form).orElseThrow())) {
                Page answer = desk.follow(Staff.location(desk.press(page, form, Optional.of(button), typed)));
                assertThat(answer.status()).as(typed + button.outerHtml()).isEqualTo(409);
                assertThat(answer.document().select("#problems").text())
                        .contains("Nothing was changed. The button was for");
            }
        }
        assertThat(rows()).isEqualTo(before);
        Page shown = desk.follow(Staff.location(desk.press(
                page,
                form,
                FormBrowser.controls(page, form).stream()
                        .filter(control -> control.attr("name").equals("show"))
                        .findFirst(),
                Map.of("day", "2027-02-10", "at", "14:00"))));
        assertThat(shown.document().select("#doBook").text()).isEqualTo("Book Wed, Feb 10, 2:00 PM");
        assertThat(shown.document().select("button[name=pick]").eachAttr("value"))
                .isNotEmpty()
                .allMatch(value -> value.startsWith("2027-02-10T"));
    }

    @Test
    void aMoveOfTheCalendarToAnotherTimeThanTheFieldsSayIsRefused() throws SQLException {
        FormBrowser desk = FormBrowser.signedIn(clinic, Role.FRONT_DESK);
        Page page = desk.get(
                "/staff/calendar/move?visit=" + world.visit() + "&start=" + FormWorld.DAY.plusDays(3) + "T17:00");
        Element form = page.form("#fits");
        Optional<Element> move = FormBrowser.controls(page, form).stream()
                .filter(control -> control.id().equals("confirm"))
                .findFirst();
        Map<String, Long> before = rows();
        for (Map<String, String> typed : List.of(
                Map.of("time", "16:00"),
                Map.of("day", "2027-02-08"),
                Map.of("where", Integer.toString(world.staff().resource("C1"))))) {
            Page answer = desk.follow(Staff.location(desk.press(page, form, move, typed)));
            assertThat(answer.status()).as("%s", typed).isEqualTo(409);
            assertThat(answer.document().select("#problems").text())
                    .contains("Nothing was changed. The button was for Fri, Feb 5, 5:00 PM");
            assertThat(answer.document().select("#move-time option[selected]").val())
                    .isEqualTo(typed.getOrDefault("time", "17:00"));
        }
        assertThat(rows()).isEqualTo(before);
        Page looked = desk.follow(Staff.location(desk.press(
                page,
                form,
                FormBrowser.controls(page, form).stream()
                        .filter(control -> control.id().equals("check"))
                        .findFirst(),
                Map.of("time", "16:00"))));
        assertThat(looked.document().select("#confirm").text()).contains("4:00 PM");
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void aPlanForOtherWishesThanTheFieldsSayIsRefused() throws SQLException {
        FormBrowser desk = FormBrowser.signedIn(clinic, Role.FRONT_DESK);
        int patient = world.staff().patient("Wishful", "Tried");
        Page page = desk.get("/staff/plan?patient=" + patient + "&protocol=MOOD_6&earliest=2027-01-18");
        Element form = page.form("#wishes");
        Optional<Element> book = FormBrowser.controls(page, form).stream()
                .filter(control -> control.id().equals("book"))
                .findFirst();
        assertThat(book.orElseThrow().text()).matches("Book all 6 visits, [MTWF]\\w\\w, Jan \\d+ – .*");
        Map<String, Long> before = rows();
        Page refused = desk.follow(Staff.location(desk.press(page, form, book, Map.of("protocol", "PAIN_5DAY"))));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.document().select("#problems").text()).contains("Nothing was booked. A wish changed");
        assertThat(refused.document().select("#book").text()).startsWith("Book all 5 visits");
        assertThat(rows()).isEqualTo(before);
        HttpResponse<String> booked = desk.press(page, form, book, Map.of());
        assertThat(Staff.location(booked)).startsWith("/staff/series/");
        assertThat(rows().get("appointment")).isEqualTo(before.get("appointment") + 6);
    }

    @Test
    void oneNumberIsOneRequestToCall() throws SQLException {
        FormBrowser patient = FormBrowser.at(clinic);
        patient.get("/");
        Page call = patient.get("/call");
        Element form = call.form("#call");
        long before = rows().get("call_request");
        Page thanks = patient.follow(Staff.location(patient.press(
                call, form, FormBrowser.main(call, form), Map.of("name", "Once Only", "phone", "(818) 555-0177"))));
        assertThat(thanks.document().select("#number").text()).contains("818-555-0177");
        patient.press(
                call,
                form,
                FormBrowser.main(call, form),
                Map.of("name", "Once Only", "phone", "818.555.0177", "note", "after five please"));
        FormBrowser other = FormBrowser.at(clinic);
        Page again = other.get("/call");
        other.press(
                again,
                again.form("#call"),
                FormBrowser.main(again, again.form("#call")),
                Map.of("name", "Once Only", "phone", "+18185550177", "note", "or on Friday"));
        assertThat(rows().get("call_request")).isEqualTo(before + 1);
        String work = FormBrowser.signedIn(clinic, Role.FRONT_DESK)
                .get("/staff/work")
                .document()
                .text();
        assertThat(work).contains("after five please").contains("or on Friday");
    }

    @Test
    void aPatientWithoutAnEmailIsToldByPhone() {
        FormBrowser desk = FormBrowser.signedIn(clinic, Role.FRONT_DESK);
        int patient = world.staff()
                .patient("{\"adult\":true,\"firstName\":\"Nomail\",\"lastName\":\"Tried\",\"phone\":\"818-555-0167\"}");
        Page plan = desk.get("/staff/plan?patient=" + patient + "&protocol=MOOD_6&earliest=2027-01-25");
        assertThat(plan.document().select("#choices").text())
                .contains("Nomail has no email, so the visits have to be told by phone")
                .doesNotContain("One email");
        Element form = plan.form("#wishes");
        Page series = desk.follow(Staff.location(desk.press(
                plan,
                form,
                FormBrowser.controls(plan, form).stream()
                        .filter(control -> control.id().equals("book"))
                        .findFirst(),
                Map.of())));
        assertThat(series.document().text())
                .contains("Nomail has no email: a task to call was made")
                .doesNotContain("One email");
        assertThat(desk.get("/staff/repair?series=" + series.address().replaceAll("\\D+", ""))
                        .document()
                        .text())
                .doesNotContain("email patient");
        assertThat(desk.get("/staff/work")
                        .document()
                        .select("section[aria-labelledby=calls] li")
                        .eachText())
                .filteredOn(line -> line.contains("Nomail Tried"))
                .singleElement()
                .asString()
                .contains("tell by phone", "All visits of a series");
    }

    /** Catches: whoever asks for a link makes the clinic's next change of the appointment fail. */
    @Test
    void askingForALinkIsNoChangeOfTheAppointment() throws SQLException {
        String token = world.token("");
        Page page = FormBrowser.at(clinic).get("/visit/" + token);
        String email = "form" + page.document().text().replaceFirst("(?s).*Form(\\d+).*", "$1") + "@example.org";
        String id = Integer.toString(world.staff().items("appointments?from=2027-02-01&to=2027-02-19").stream()
                .filter(each -> (each.getJsonObject("patient")
                                        .getString("firstName")
                                        .toLowerCase(java.util.Locale.ROOT) + "@example.org")
                        .equals(email))
                .findFirst()
                .orElseThrow()
                .getInt("id"));
        String seen = world.staff().desk("GET", "appointments/" + id, "").header("ETag");
        FormBrowser patient = FormBrowser.at(clinic);
        Page link = patient.get("/link");
        long mails = rows().get("outbox_mail");
        patient.press(link, link.form("#link"), FormBrowser.main(link, link.form("#link")), Map.of("email", email));
        // Taken from its queue: else it is another test that finds a row more.
        await().until(() -> rows().get("outbox_mail") > mails);
        assertThat(world.staff()
                        .desk("POST", "appointments/" + id + "/confirm", "{}", "If-Match", seen)
                        .status())
                .isEqualTo(200);
    }

    /** Catches: thanks for a visit that was never confirmed. */
    @Test
    void aTimeThatPassedUnconfirmedIsSaidToBeThat() throws SQLException {
        String token = world.token("\"RF_CANCER\"");
        try (Connection connection = clinic.database();
                var statement = connection.createStatement()) {
            statement.executeUpdate("set @visit = (select max(id) from appointment)");
            statement.executeUpdate("set @day = (select day from appointment where id = @visit)");
            statement.executeUpdate("update appointment set day = '2026-11-20' where id = @visit");
            assertThat(FormBrowser.at(clinic)
                            .get("/visit/" + token)
                            .document()
                            .select("h1, .lead")
                            .text())
                    .contains("We did not confirm this visit", "Please call us")
                    .doesNotContain("Thank you");
            statement.executeUpdate("update appointment set day = @day where id = @visit");
        }
    }

    @Test
    void weeksAreReachedBothWaysAndAMoveOpensAtItsOwn() {
        String token = world.token("");
        FormBrowser patient = FormBrowser.at(clinic);
        Page visit = patient.get("/visit/" + token);
        Page move = patient.get("/visit/" + token + "/move");
        String own = visit.document().select(".leaf strong").text();
        assertThat(move.document().select(".days .day strong").eachText()).contains(own);
        Page before = patient.get("/visit/" + token + "/move"
                + move.document().select("a.arrow.earlier").attr("href"));
        assertThat(before.document().select("a.arrow.later").attr("href"))
                .isEqualTo("?day="
                        + java.time.LocalDate.parse(move.document()
                                        .select("a.arrow.earlier")
                                        .attr("href")
                                        .substring(5))
                                .plusWeeks(1));
        Page now = patient.get("/book?day=2026-11-24");
        assertThat(now.document().select("a.arrow.earlier")).isEmpty();
        Page later = patient.get("/book?day=2027-02-03");
        assertThat(later.document().select(".month").text()).isEqualTo("February 2027");
        assertThat(later.document().select("a.jump").attr("href")).isGreaterThan("?day=2027-02-03");
        assertThat(patient.get("/book?day=2026-12-01")
                        .document()
                        .select(".month")
                        .text())
                .isEqualTo("November 2026 – December 2026");
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Test
    void theAddressOfAnAnswerOpensItForNobodyElse() {
        FormBrowser patient = FormBrowser.at(clinic);
        patient.get("/");
        Page call = patient.get("/call");
        String there = Staff.location(patient.press(
                call,
                call.form("#call"),
                FormBrowser.main(call, call.form("#call")),
                Map.of("name", "Private Person", "phone", "12")));
        assertThat(decoded(there)).startsWith("/call?sent=");
        assertThat(patient.follow(there).document().outerHtml()).contains("Private Person");
        FormBrowser other = FormBrowser.at(clinic);
        other.get("/");
        Page nothing = other.follow(there);
        assertThat(nothing.status()).isEqualTo(200);
        assertThat(nothing.document().outerHtml()).doesNotContain("Private Person");
    }
}
