package clinic.web;

import clinic.staff.Role;
import clinic.testing.ClinicApi;
import clinic.testing.FormBrowser;
import clinic.testing.Inbox;
import clinic.testing.RunningClinic;
import clinic.testing.StaffApi;
import jakarta.json.JsonObject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** People and appointments for the forms, made as they are asked for. Of the clinic they share, the first half of February 2027 is theirs. */
final class FormWorld {
    static final LocalDate DAY = LocalDate.of(2027, 2, 2);
    private final RunningClinic clinic;
    private final StaffApi staff;
    private final List<Integer> closures = new ArrayList<>();
    private int visits;
    private int patient;
    private int infusion;
    private int stranded;
    private int series;

    FormWorld(RunningClinic clinic) {
        this.clinic = clinic;
        this.staff = new StaffApi(clinic);
    }

    StaffApi staff() {
        return staff;
    }

    int patient() {
        if (patient == 0) {
            patient = staff.patient("Forma", "Tried");
        }
        return patient;
    }

    /** A time nobody has: not the first ones, which tests of the week take. */
    String start() {
        List<String> free = ClinicApi.of(clinic)
                .get("/api/v1/consultations/slots?from=" + DAY + "&days=10")
                .starts("slots");
        return free.get(free.size() - 1).substring(0, 16);
    }

    /** A conversation that was just booked. */
    int visit() {
        ClinicApi.Answer booked = staff.desk(
                "POST",
                "appointments",
                "{\"patientId\":%d,\"kind\":\"CONSULTATION\",\"start\":\"%s\"}".formatted(patient(), start()));
        return booked.json().getInt("id");
    }

    /** The private token of a conversation a patient has booked. */
    String token(String redFlags) {
        int number = ++visits;
        return ClinicApi.of(clinic)
                .book("""
                        {"start":"%s","intake":{"redFlags":[%s]},"patient":{"firstName":"Form%d","lastName":"Alone",
                         "email":"form%d@example.org","phone":"818-555-0%d","language":"en","emailConsent":true,"adult":true}}
                        """.formatted(start(), redFlags, number, number, 100 + number))
                .text("token");
    }

    /** A conversation kept for review. */
    int pending() {
        token("\"RF_CANCER\"");
        return staff.as(Role.PRESCRIBER, "GET", "appointments?from=2027-02-01&to=2027-02-19&status=PENDING_REVIEW", "")
                .json()
                .getJsonArray("items")
                .getJsonObject(0)
                .getInt("id");
    }

    /** A visit of a series of one. */
    int infusion() {
        if (infusion == 0) {
            infusion = booster("Infusa", "2027-02-02").getInt("appointment");
        }
        return infusion;
    }

    private JsonObject booster(String name, String earliest) {
        int whose = staff.patient(name, "Tried");
        return staff.planned(whose, "BOOST_MOOD", earliest)
                .getJsonArray("visits")
                .getJsonObject(0);
    }

    /** The number of a series that waits for a decision, with two visits ahead. */
    int series() {
        if (series == 0) {
            series = newSeries();
        }
        return series;
    }

    /** Another one, for a form that changes it. */
    int newSeries() {
        int whose = staff.patient("Seria" + ++visits, "Tried");
        staff.findEligible(whose);
        JsonObject booked = staff.planned(whose, "MOOD_4", "2027-01-25");
        staff.treat(StaffApi.visit(booked, 1));
        staff.treat(StaffApi.visit(booked, 2));
        return booked.getInt("id");
    }

    String name(String first) {
        return first + " " + ++visits;
    }

    /** A conversation whose email goes where it was announced, not where the record says by now. */
    int keptMailbox() {
        int kept = staff.patient(name("Keeper").replace(" ", ""), "Tried");
        int gone = staff.patient(name("Goner").replace(" ", ""), "Tried");
        ClinicApi.Answer booked = staff.desk(
                "POST",
                "appointments",
                "{\"patientId\":%d,\"kind\":\"CONSULTATION\",\"start\":\"%s\"}".formatted(gone, start()));
        ClinicApi.Answer merged = staff.desk(
                "POST",
                "patients/" + kept + "/merge",
                "{\"gone\":" + gone + ",\"keep\":{\"firstName\":\"A\",\"email\":\"A\"}}");
        if (merged.status() != 200) {
            throw new AssertionError(merged.body());
        }
        return booked.json().getInt("id");
    }

    /** An infusion somebody has measured for. */
    int measured() {
        int visit = staff.infusion(name("Measura").replace(" ", ""), "Tried", DAY.toString());
        staff.treatUntil(visit, "check-in");
        ClinicApi.Answer entered = staff.as(
                Role.NURSE,
                "POST",
                "appointments/" + visit + "/checks",
                "{\"check\":\"VITALS\",\"systolic\":120,\"diastolic\":80,\"pulse\":70,\"saturation\":98}");
        if (entered.status() >= 300) {
            throw new AssertionError(entered.body());
        }
        return visit;
    }

    /** An infusion that runs. */
    int infusing() {
        int visit = staff.infusion(name("Infusina").replace(" ", ""), "Tried", DAY.toString());
        staff.treatUntil(visit, "start");
        return visit;
    }

    /** A part of a day in which one room is closed, and nothing is booked. */
    void closure() {
        ClinicApi.Answer closed = staff.desk(
                "POST",
                "closures",
                "{\"from\":\"2027-02-19T18:30\",\"to\":\"2027-02-19T19:00\",\"reason\":\"forms\",\"resource\":%d}"
                        .formatted(staff.resource("R4")));
        if (closed.status() != 201) {
            throw new AssertionError(closed.body());
        }
        closures.add(closed.json().getInt("id"));
    }

    /** The path of the link by which somebody who was just invited joins. */
    String invitation() {
        String user = name("invitee").replace(" ", "");
        FormBrowser admin = FormBrowser.signedIn(clinic, Role.ADMIN);
        FormBrowser.Page team = admin.get("/staff/team");
        admin.press(
                team,
                team.form("#invite"),
                FormBrowser.main(team, team.form("#invite")),
                Map.of("colleague", "Form Invitee", "email", user + "@example.org", "user", user));
        return link(user + "@example.org", "invitation");
    }

    /** The path of the link by which the auditor sets another password. */
    String reset() {
        FormBrowser auditor = FormBrowser.signedIn(clinic, Role.AUDITOR);
        String email = auditor.get("/staff/account")
                .document()
                .select("#mail input[name=email]")
                .val();
        FormBrowser stranger = FormBrowser.at(clinic);
        FormBrowser.Page forgotten = stranger.get("/staff/forgotten");
        stranger.press(
                forgotten,
                forgotten.form("#forgotten"),
                FormBrowser.main(forgotten, forgotten.form("#forgotten")),
                Map.of("nameOrMail", "auditor"));
        return link(email, "reset");
    }

    private String link(String email, String kind) {
        return Pattern.compile("/staff/" + kind + "/[A-Za-z0-9_-]{43}")
                .matcher(new Inbox(clinic, email).await(1).get(0).text())
                .results()
                .findFirst()
                .orElseThrow()
                .group();
    }

    /** A version of a protocol that waits for a prescriber. */
    void proposedProtocol() {
        FormBrowser admin = FormBrowser.signedIn(clinic, Role.ADMIN);
        FormBrowser.Page page = admin.get("/staff/protocols?edit=BOOST_MOOD");
        admin.press(
                page, page.form("#recipe"), FormBrowser.main(page, page.form("#recipe")), Map.of("windowDays", "27"));
    }

    /** Opens again what was closed: others ask whether more is claimed than there is. */
    void tidy() {
        closures.forEach(closure -> staff.desk("DELETE", "closures/" + closure, ""));
        closures.clear();
        stranded = 0;
    }

    /** An appointment whose room and clinician were taken away. */
    int stranded() {
        if (stranded == 0) {
            JsonObject lost = booster("Strandia", "2027-02-08");
            String day = lost.getString("start").substring(0, 10);
            ClinicApi.Answer closed = staff.desk(
                    "POST",
                    "closures",
                    "{\"from\":\"%sT00:00\",\"to\":\"%sT23:45\",\"reason\":\"forms\",\"resource\":%d}"
                            .formatted(day, day, lost.getJsonObject("resource").getInt("id")));
            if (closed.status() != 201) {
                throw new AssertionError(closed.body());
            }
            closures.add(closed.json().getInt("id"));
            stranded = lost.getInt("appointment");
        }
        return stranded;
    }

    /** Another one, for a form that gives it another time. */
    int strandedAnew() {
        stranded = 0;
        return stranded();
    }

    int clinician() {
        return staff.items("resources").stream()
                .filter(each -> each.getString("kind").equals("CLINICIAN"))
                .findFirst()
                .orElseThrow()
                .getInt("id");
    }

    /** The number of some email that went to a patient. */
    int message() {
        return staff.items("messages?state=SENT").get(0).getInt("id");
    }
}
