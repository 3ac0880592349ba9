package clinic.web;

import static clinic.web.FormCase.at;
import static clinic.web.FormCase.elsewhere;
import static clinic.web.FormCase.path;
import static clinic.web.FormCase.reads;

import clinic.staff.Role;
import clinic.testing.FormBrowser;
import clinic.testing.FormBrowser.Page;
import clinic.testing.Phone;
import clinic.testing.Staff;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;

/** How every form of the product is tried: a new form wants a line here. */
final class FormCases {
    private FormCases() {}

    private static Page details(FormBrowser browser) {
        Page book = browser.get("/book?day=" + FormWorld.DAY.plusDays(1));
        return browser.follow(Staff.location(
                browser.press(book, book.form("#choose"), FormBrowser.main(book, book.form("#choose")), Map.of())));
    }

    private static Page afterPressing(FormBrowser browser, String path, String css) {
        return afterPressing(browser, path, css, "button, input[type=submit]", Map.of());
    }

    private static Page afterPressing(
            FormBrowser browser, String path, String css, String button, Map<String, String> typed) {
        Page page = browser.get(path);
        Element form = page.form(css);
        return browser.follow(Staff.location(browser.press(
                page,
                form,
                FormBrowser.controls(page, form).stream()
                        .filter(control -> control.is(button))
                        .findFirst(),
                typed)));
    }

    static List<FormCase> all() {
        return List.of(
                // patients
                path("index#next", null, "/"),
                path("book#choose", null, "/book?day=" + FormWorld.DAY.plusDays(2)),
                at("book#release", null, (browser, world) -> {
                    details(browser);
                    return browser.get("/book");
                }),
                at("details#details", null, (browser, world) -> details(browser))
                        .enter("review", "firstName", "Ana", "email", "ana@example.org"),
                path("call#call", null, "/call").enter("send", "name", "Enter Pressed", "phone", "818-555-0197"),
                path("link#link", null, "/link").enter("send", "email", "nobody@example.org"),
                at("cancel#cancel", null, (browser, world) -> browser.get("/visit/" + world.token("") + "/cancel"))
                        .enter("confirm", "reason", "I am on a trip"),
                at(
                        "move#move",
                        null,
                        (browser, world) -> browser.get(
                                "/visit/" + world.token("") + "/move?start=" + FormWorld.DAY.plusDays(2) + "T10:00")),
                // signing in, and what it takes a letter or a telephone to reach
                path("staff/sign-in#signIn", null, "/staff/sign-in")
                        .enter("enter", "user", "nobody", "password", "wrong"),
                elsewhere("staff/sign-in#signInCode", "SignInIT"),
                elsewhere("staff/set-up#setUp", "SignInIT"),
                at("staff/invitation#choose", null, (browser, world) -> browser.get(world.invitation()))
                        .enter("save", "newPassword", "x"),
                at("staff/reset#choose", null, (browser, world) -> browser.get(world.reset()))
                        .enter("save", "newPassword", "x"),
                path("staff/forgotten#forgotten", null, "/staff/forgotten").enter("send", "nameOrMail", "nobody"),
                path("WEB-INF/templates/staff#1", Role.FRONT_DESK, "/staff/work")
                        .found("form[action=/staff/sign-out]"),
                elsewhere("staff/confirm#go-on", "FormsIT"),
                path("staff/confirm#confirm", Role.AUDITOR, "/staff/confirm?to=/staff/account")
                        .enter("prove", "password", "wrong"),
                // the day
                reads("staff#1"),
                at("staff#steps", Role.FRONT_DESK, (browser, world) -> {
                    world.visit();
                    return browser.get("/staff?day=" + FormWorld.DAY);
                }),
                at(
                        "staff/visit#steps",
                        Role.FRONT_DESK,
                        (browser, world) -> browser.get("/staff/visit/" + world.visit())),
                at(
                                "staff/visit#move",
                                Role.FRONT_DESK,
                                (browser, world) -> browser.get("/staff/visit/" + world.visit() + "?do=move"))
                        .enter("take=2027-", "day", "2027-02-11"),
                at(
                                "staff/visit#cancel",
                                Role.FRONT_DESK,
                                (browser, world) -> browser.get("/staff/visit/" + world.visit() + "?do=cancel"))
                        .enter("doCancel", "why", "called in sick"),
                at(
                                "staff/visit#decline",
                                Role.PRESCRIBER,
                                (browser, world) -> browser.get("/staff/visit/" + world.pending() + "?do=decline"))
                        .enter("doDecline", "why", "needs another clinic"),
                at(
                        "staff/visit#mailbox",
                        Role.FRONT_DESK,
                        (browser, world) -> browser.get("/staff/visit/" + world.keptMailbox())),
                at(
                        "staff/visit#nurseForm",
                        Role.NURSE,
                        (browser, world) -> browser.get("/staff/visit/" + world.infusion())),
                at(
                                "WEB-INF/tags/care#careForm",
                                Role.NURSE,
                                (browser, world) -> browser.get("/staff/visit/" + world.infusion()))
                        .enter("check=TYPED", "weight", "151"),
                at("WEB-INF/tags/care#strikeForm", Role.NURSE, (browser, world) -> {
                            Page visit = browser.get("/staff/visit/" + world.measured());
                            return browser.get(visit.document()
                                    .select("a[href*='?strike=']")
                                    .attr("href")
                                    .replaceFirst("#.*", ""));
                        })
                        .enter("doStrike", "strikeReason", "read from the wrong cuff"),
                at(
                                "staff/adverse-event#adverse",
                                Role.NURSE,
                                (browser, world) -> browser.get("/staff/adverse-event/" + world.infusing()))
                        .pressing("[name=saveEvent]")
                        .typing("happened", "dizzy at minute 20"),
                at(
                                "WEB-INF/tags/care#eligibleForm",
                                Role.PRESCRIBER,
                                (browser, world) -> browser.get("/staff/visit/" + world.infusion()))
                        .enter("eligible=choose", "eligibleReason", "seen today"),
                at(
                                "WEB-INF/tags/care#passForm",
                                Role.PRESCRIBER,
                                (browser, world) -> browser.get("/staff/visit/" + world.infusion()))
                        .enter("pass=choose", "passReason", "seen today"),
                // the calendar
                reads("staff/calendar#1"),
                reads("staff/calendar/move#where-to"),
                at(
                                "staff/calendar/move##{calendarMovePage.fitting ? 'fits' : 'override'}",
                                Role.FRONT_DESK,
                                (browser, world) -> browser.get("/staff/calendar/move?visit=" + world.visit()
                                        + "&start=" + FormWorld.DAY.plusDays(2) + "T17:00"))
                        .found("#fits")
                        .enter("check")
                        .pressing("#confirm"),
                at(
                        "WEB-INF/templates/calendar-said#undoing",
                        Role.FRONT_DESK,
                        (browser, world) -> afterPressing(
                                browser,
                                "/staff/calendar/move?visit=" + world.visit() + "&start=" + world.start(),
                                "#fits",
                                "#confirm",
                                Map.of())),
                // patients' charts
                path("staff/patients#search", Role.FRONT_DESK, "/staff/patients")
                        .enter("find", "q", "Tried"),
                path("staff/patients#create", Role.FRONT_DESK, "/staff/patients?new=")
                        .enter("make", "firstName", "Newly", "lastName", "Entered"),
                at(
                                "staff/patient#noting",
                                Role.FRONT_DESK,
                                (browser, world) -> browser.get("/staff/patient/" + world.patient()))
                        .enter("write", "remark", "prefers mornings"),
                at(
                                "WEB-INF/templates/patient-deeds#edit",
                                Role.FRONT_DESK,
                                (browser, world) -> browser.get("/staff/patient/" + world.patient() + "?do=edit"))
                        .enter("save", "escortName", "Luz"),
                at(
                                "WEB-INF/templates/patient-deeds#book",
                                Role.FRONT_DESK,
                                (browser, world) -> browser.get("/staff/patient/" + world.patient() + "?do=book"))
                        .enter("take=20", "day", "2027-02-12"),
                at(
                        "WEB-INF/templates/patient-deeds#merge",
                        Role.FRONT_DESK,
                        (browser, world) -> browser.get("/staff/patient/" + world.patient() + "?do=merge&gone="
                                + world.staff().patient("Formina", "Tried"))),
                // series
                at(
                                "WEB-INF/templates/plan-wishes#wishes",
                                Role.FRONT_DESK,
                                (browser, world) -> browser.get("/staff/plan?patient=" + world.patient()
                                        + "&protocol=MOOD_6&earliest=2027-01-11"))
                        .enter("find=wishes", "earliest", "2027-01-12"),
                reads("WEB-INF/templates/plan-chosen#change"),
                at(
                                "WEB-INF/templates/follow-up#follow",
                                Role.FRONT_DESK,
                                (browser, world) -> browser.get("/staff/series/" + world.series()))
                        .pressing("button[name=given]")
                        .typing("note-*", "told at the desk"),
                at(
                                "WEB-INF/tags/decisions#decisionForm",
                                Role.PRESCRIBER,
                                (browser, world) -> browser.get("/staff/series/" + world.series()))
                        .enter("decision=choose", "decisionReason", "doing well"),
                at(
                        "staff/one-series#undoForm",
                        Role.FRONT_DESK,
                        (browser, world) -> afterPressing(
                                browser,
                                "/staff/series/" + world.newSeries(),
                                "#cancelForm",
                                "#cancelSeries",
                                Map.of("cancelReason", "by mistake"))),
                at(
                                "staff/one-series#cancelForm",
                                Role.FRONT_DESK,
                                (browser, world) -> browser.get("/staff/series/" + world.newSeries()))
                        .enter("cancelSeries", "cancelReason", "moves away"),
                at(
                                "staff/repair#1",
                                Role.FRONT_DESK,
                                (browser, world) -> afterPressing(
                                        browser, "/staff/repair?series=" + world.newSeries(), "form:has(#propose)"))
                        .found("form:has([name=proposal])")
                        .enter("apply", "why", "tired"),
                at(
                                "staff/repair#2",
                                Role.FRONT_DESK,
                                (browser, world) -> browser.get("/staff/repair?series=" + world.series()))
                        .found("form:has(#propose)")
                        .enter("propose", "start", "2027-02-11T10:00"),
                at("staff/repairs#1", Role.FRONT_DESK, (browser, world) -> {
                            world.stranded();
                            return browser.get("/staff/repairs");
                        })
                        .found("form:has(#propose)"),
                at("staff/stranded#1", Role.FRONT_DESK, FormCases::stranded).found("form[action^=/staff/repair]"),
                at("staff/stranded#2", Role.FRONT_DESK, (browser, world) -> {
                            world.strandedAnew();
                            return browser.get("/staff/stranded");
                        })
                        .found("form:has(button[value=take])"),
                at("staff/stranded#3", Role.FRONT_DESK, FormCases::stranded)
                        .found("form:has([name=other])")
                        .enter("move=other", "start", "2027-02-11T02:00"),
                at("staff/stranded#4", Role.FRONT_DESK, FormCases::stranded)
                        .found("form:has(button[name=called])")
                        .typing("callNote-*", "left a message"),
                at("staff/stranded#5", Role.FRONT_DESK, FormCases::stranded)
                        .found("form:has(button[name=cancel])")
                        .enter("cancel=cancel", "why", "moved away"),
                at("staff/work#steps", Role.FRONT_DESK, (browser, world) -> {
                    afterCalling(browser);
                    return browser.get("/staff/work");
                }),
                at(
                                "WEB-INF/templates/calls#callsForm",
                                Role.FRONT_DESK,
                                (browser, world) -> browser.get("/staff/visit/" + world.pending()))
                        .typing("callNote-*", "calls back at five"),
                // the clinic
                at("staff/house#standingForm", Role.ADMIN, (browser, world) -> {
                    world.closure();
                    return browser.get("/staff/house");
                }),
                path("staff/house#close", Role.ADMIN, "/staff/house").enter("preview", "closeReason", "painting"),
                path("staff/house-hours#weekForm", Role.ADMIN, "/staff/house-hours")
                        .enter("previewWeek", "weekOpens", "08:30"),
                path("staff/house-hours#dayForm", Role.ADMIN, "/staff/house-hours")
                        .enter("previewDay", "dayDate", "2027-04-01", "dayNote", "inventory"),
                at(
                                "staff/house-people#shiftForm",
                                Role.ADMIN,
                                (browser, world) ->
                                        browser.get("/staff/house-people?who=" + world.clinician() + "&weekday=MONDAY"))
                        .enter("previewShifts", "shift1From", "08:30"),
                at("staff/house-people#retireForm", Role.ADMIN, FormCases::retiring),
                path("staff/house-people#addForm", Role.ADMIN, "/staff/house-people")
                        .enter("add", "resourceName", ""),
                at("staff/house-people#backForm", Role.ADMIN, (browser, world) -> {
                    Page page = retiring(browser, world);
                    Element form = page.form("#retireForm");
                    return browser.follow(
                            Staff.location(browser.press(page, form, FormBrowser.main(page, form), Map.of())));
                }),
                path("staff/protocols#recipe", Role.ADMIN, "/staff/protocols?edit=new")
                        .enter("propose", "protocolCode", "FORM_1"),
                path("WEB-INF/templates/clinic-limits#limitsForm", Role.ADMIN, "/staff/protocols?edit=limits")
                        .enter("proposeLimits"),
                at("staff/protocols#deciding", Role.PRESCRIBER, (browser, world) -> {
                            world.proposedProtocol();
                            return browser.get("/staff/protocols");
                        })
                        .pressing("button[name=discard]"),
                path("staff/team#invite", Role.ADMIN, "/staff/team")
                        .enter("send", "colleague", "Form Invited", "email", "not an address", "user", "form.invited"),
                path("staff/team#team", Role.ADMIN, "/staff/team").pressing("li:contains(auditor) button[name=end]"),
                at(
                        "staff/message#resend",
                        Role.FRONT_DESK,
                        (browser, world) -> browser.get("/staff/message/" + world.message())),
                path("staff/audit#verify", Role.AUDITOR, "/staff/audit"),
                reads("staff/audit#2"),
                // one's own account
                at(
                                "staff/account#add",
                                Role.AUDITOR,
                                (browser, world) -> afterPressing(browser, "/staff/account", "#begin"))
                        .enter("addFactor", "code", "000000"),
                path("staff/account#begin", Role.AUDITOR, "/staff/account"),
                at("staff/account#factor", Role.AUDITOR, FormCases::withFactor).pressing("[name=removeFactor]"),
                path("staff/account#password", Role.AUDITOR, "/staff/account")
                        .enter("changePassword", "newPassword", "x"),
                path("staff/account#mail", Role.AUDITOR, "/staff/account")
                        .enter("changeMail", "email", "not an address"),
                path("staff/account#sessions", Role.AUDITOR, "/staff/account").pressing("[name=endOthers]"),
                at("staff/account#tokens", Role.AUDITOR, (browser, world) -> {
                            Page page = browser.get("/staff/account");
                            Element form = page.form("#tokenForm");
                            browser.press(page, form, FormBrowser.main(page, form), Map.of("label", "form token"));
                            return browser.get("/staff/account");
                        })
                        .pressing("li:contains(form token) button[name=revoke]"),
                path("staff/account#tokenForm", Role.AUDITOR, "/staff/account").enter("makeToken", "label", ""));
    }

    /** Asks whether a room that was just added shall be taken away. */
    private static Page retiring(FormBrowser browser, FormWorld world) {
        String name = world.name("Spare");
        Page page = browser.get("/staff/house-people");
        Element form = page.form("#addForm");
        browser.press(page, form, FormBrowser.main(page, form), Map.of("resourceName", name, "resourceFor", "CONSULT"));
        Page people = browser.get("/staff/house-people");
        String link = people.document()
                .select("a[href^='?retire='][aria-label*='" + name + "']")
                .attr("href");
        return browser.get("/staff/house-people" + link.replaceFirst("#.*", ""));
    }

    private static Page withFactor(FormBrowser browser, FormWorld world) {
        Page page = afterPressing(browser, "/staff/account", "#begin");
        Element form = page.form("#add");
        Phone phone = new Phone(page.document().select("#totpSecret").text());
        browser.press(page, form, FormBrowser.main(page, form), Map.of("code", phone.code(0)));
        return browser.get("/staff/account");
    }

    private static Page stranded(FormBrowser browser, FormWorld world) {
        world.stranded();
        return browser.get("/staff/stranded");
    }

    private static void afterCalling(FormBrowser browser) {
        Page call = browser.get("/call");
        browser.press(
                call,
                call.form("#call"),
                FormBrowser.main(call, call.form("#call")),
                Map.of("name", "Worka Listed", "phone", "818-555-0198"));
    }
}
