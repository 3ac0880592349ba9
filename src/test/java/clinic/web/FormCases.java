package clinic.web;

import static clinic.web.FormCase.at;
import static clinic.web.FormCase.elsewhere;
import static clinic.web.FormCase.path;
import static clinic.web.FormCase.reads;

import clinic.staff.Role;
import clinic.testing.FormBrowser;
import clinic.testing.FormBrowser.Page;
import clinic.testing.Staff;
import java.util.List;
import java.util.Map;

/** How every form of the product is tried: a new form wants a line here. */
final class FormCases {
    private FormCases() {}

    private static Page details(FormBrowser browser) {
        Page book = browser.get("/book?day=" + FormWorld.DAY.plusDays(1));
        return browser.follow(Staff.location(
                browser.press(book, book.form("#choose"), FormBrowser.main(book, book.form("#choose")), Map.of())));
    }

    private static Page afterPressing(FormBrowser browser, String path, String css) {
        Page page = browser.get(path);
        return browser.follow(
                Staff.location(browser.press(page, page.form(css), FormBrowser.main(page, page.form(css)), Map.of())));
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
                elsewhere("staff/invitation#choose", "TeamIT"),
                elsewhere("staff/reset#choose", "TeamIT"),
                path("staff/forgotten#forgotten", null, "/staff/forgotten").enter("send", "nameOrMail", "nobody"),
                elsewhere("WEB-INF/templates/staff#1", "SignInIT"),
                elsewhere("staff/confirm#go-on", "FormsIT"),
                elsewhere("staff/confirm#confirm", "OwnAccountIT"),
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
                elsewhere("staff/visit#mailbox", "PatientsPageIT"),
                at(
                        "staff/visit#nurseForm",
                        Role.NURSE,
                        (browser, world) -> browser.get("/staff/visit/" + world.infusion())),
                at(
                                "WEB-INF/tags/care#careForm",
                                Role.NURSE,
                                (browser, world) -> browser.get("/staff/visit/" + world.infusion()))
                        .enter("check=TYPED", "weight", "151"),
                elsewhere("WEB-INF/tags/care#strikeForm", "CarePageIT"),
                elsewhere("staff/adverse-event#adverse", "AdverseEventIT"),
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
                        .found("#fits"),
                elsewhere("WEB-INF/templates/calendar-said#undoing", "CalendarPageIT"),
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
                elsewhere("WEB-INF/templates/follow-up#follow", "SeriesPageIT"),
                at(
                                "WEB-INF/tags/decisions#decisionForm",
                                Role.PRESCRIBER,
                                (browser, world) -> browser.get("/staff/series/" + world.series()))
                        .enter("decision=choose", "decisionReason", "doing well"),
                elsewhere("staff/one-series#undoForm", "SeriesPageIT"),
                elsewhere("staff/one-series#cancelForm", "SeriesPageIT"),
                elsewhere("staff/repair#1", "RepairPageIT"),
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
                elsewhere("staff/stranded#2", "ClosedDayPageIT"),
                at("staff/stranded#3", Role.FRONT_DESK, FormCases::stranded)
                        .found("form:has([name=other])")
                        .enter("move=other", "start", "2027-02-11T02:00"),
                elsewhere("staff/stranded#4", "SickDayPageIT"),
                at("staff/stranded#5", Role.FRONT_DESK, FormCases::stranded)
                        .found("form:has(button[name=cancel])")
                        .enter("cancel=cancel", "why", "moved away"),
                at("staff/work#steps", Role.FRONT_DESK, (browser, world) -> {
                    afterCalling(browser);
                    return browser.get("/staff/work");
                }),
                elsewhere("WEB-INF/templates/calls#callsForm", "WorkPageIT"),
                // the clinic
                elsewhere("staff/house#standingForm", "ClosedDayPageIT"),
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
                elsewhere("staff/house-people#retireForm", "SickDayPageIT"),
                path("staff/house-people#addForm", Role.ADMIN, "/staff/house-people")
                        .enter("add", "resourceName", ""),
                elsewhere("staff/house-people#backForm", "SickDayPageIT"),
                path("staff/protocols#recipe", Role.ADMIN, "/staff/protocols?edit=new")
                        .enter("propose", "protocolCode", "FORM_1"),
                path("WEB-INF/templates/clinic-limits#limitsForm", Role.ADMIN, "/staff/protocols?edit=limits")
                        .enter("proposeLimits"),
                elsewhere("staff/protocols#deciding", "ProtocolsIT"),
                path("staff/team#invite", Role.ADMIN, "/staff/team")
                        .enter("send", "colleague", "Form Invited", "email", "not an address", "user", "form.invited"),
                elsewhere("staff/team#team", "TeamIT"),
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
                elsewhere("staff/account#factor", "OwnAccountIT"),
                path("staff/account#password", Role.AUDITOR, "/staff/account")
                        .enter("changePassword", "newPassword", "x"),
                path("staff/account#mail", Role.AUDITOR, "/staff/account")
                        .enter("changeMail", "email", "not an address"),
                elsewhere("staff/account#sessions", "OwnAccountIT"),
                elsewhere("staff/account#tokens", "OwnAccountIT"),
                path("staff/account#tokenForm", Role.AUDITOR, "/staff/account").enter("makeToken", "label", ""));
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
