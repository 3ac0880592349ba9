package clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.staff.Role;
import clinic.testing.ClinicApi;
import clinic.testing.RunningClinic;
import clinic.testing.SharedClinic;
import clinic.testing.Staff;
import clinic.testing.StaffApi;
import clinic.testing.Stored;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The list of a treatment on the page of its visit, by forms alone. Times are those the planner finds from February 16. */
@ExtendWith(SharedClinic.class)
class CarePageIT {
    private final ClinicApi api;
    private final RunningClinic clinic;

    CarePageIT(ClinicApi api, RunningClinic clinic) {
        this.api = api;
        this.clinic = clinic;
    }

    /** The page of a visit that was just booked. */
    private String page(String name) {
        return "/staff/visit/" + new StaffApi(clinic).infusion(name, "Care", "2027-02-16");
    }

    private static HttpResponse<String> check(Staff who, String page, Map<String, String> fields) {
        return who.fill(page, "careForm", fields);
    }

    @Test
    void writesDownWhatWasMeasuredAndShowsItToClinicians() {
        String page = page("Nadia");
        Staff nurse = Staff.signedIn(clinic, Role.NURSE);
        assertThat(check(nurse, page, Map.of("check", "FASTING:yes")).statusCode())
                .isEqualTo(303);
        assertThat(check(nurse, page, Map.of("check", "WEIGHT", "weight", "70,5", "weightUnit", "kg"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(check(
                                nurse,
                                page,
                                Map.of(
                                        "check",
                                        "VITALS:yes",
                                        "systolic",
                                        "128",
                                        "diastolic",
                                        "82",
                                        "pulse",
                                        "70",
                                        "saturation",
                                        "98"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(nurse.get(page).body())
                .contains("155.4 lb (70.5 kg)", "128/82 mmHg, pulse 70, SpO2 98%", "Within limits");
        assertThat(Staff.signedIn(clinic, Role.FRONT_DESK).get(page).body())
                .contains("Fasting (NPO) confirmed", "Clinicians only")
                .doesNotContain("70.5 kg", "128/82");
    }

    private JsonObject prescriber(String page, String path, String body) {
        return api.send(
                        "POST",
                        "/api/v1/appointments/" + page.substring(page.lastIndexOf('/') + 1) + "/" + path,
                        body,
                        Staff.bearer(clinic, Role.PRESCRIBER))
                .json();
    }

    @Test
    void sendsHomeWithoutAFeeWhosePressureStaysTooHigh() {
        String page = page("Quinn");
        Staff nurse = Staff.signedIn(clinic, Role.NURSE);
        prescriber(page, "check-in", "{\"override\":{\"reason\":\"a test\"}}");
        prescriber(page, "hold", "{}");
        assertThat(nurse.get(page).body()).contains("Recheck 1 of 2 due at").doesNotContain("id=\"reschedule\"");
        String high = "{\"check\":\"VITALS\",\"systolic\":165,\"diastolic\":90,\"pulse\":70,\"saturation\":98}";
        prescriber(page, "checks", high);
        assertThat(nurse.get(page).body()).contains("Recheck 2 of 2 due at");
        prescriber(page, "checks", high);
        assertThat(nurse.get(page).body()).contains("reschedule, without a fee", "id=\"reschedule\"");
        assertThat(nurse.get(page + "?do=cancel&by=CLINIC").body())
                .containsPattern("<input[^>]*value=\"CLINIC\"[^>]*checked|checked[^>]*value=\"CLINIC\"");
        JsonObject moved = api.send(
                        "PUT",
                        "/api/v1/appointments/" + page.substring(page.lastIndexOf('/') + 1) + "/start",
                        "{\"start\":\"2027-02-19T16:45\"}",
                        Staff.bearer(clinic, Role.FRONT_DESK))
                .json();
        assertThat(moved.getString("status")).isEqualTo("BOOKED");
        assertThat(nurse.get(page).body()).doesNotContain("without a fee");
    }

    @Test
    void saysWhatIsDueWhileItIsGivenAndThatItWasStoppedEarly() {
        String page = page("Rhea");
        Staff nurse = Staff.signedIn(clinic, Role.NURSE);
        for (String step : new String[] {"check-in", "prepare"}) {
            prescriber(page, step, "{\"override\":{\"reason\":\"a test\"}}");
        }
        Stored.begun(clinic, Integer.parseInt(page.substring(page.lastIndexOf('/') + 1)));
        assertThat(nurse.get(page).body()).contains("Planned to end at", "minutes left.", "Vitals due at");
        prescriber(page, "stop-early", "{}");
        assertThat(nurse.get(page).body()).contains("Observation until", "stopped early");
    }

    @Test
    void givesAVisitToANurseWithoutScripts() {
        String page = page("Suri");
        String visit = page.substring(page.lastIndexOf('/') + 1);
        Staff nurse = Staff.signedIn(clinic, Role.NURSE);
        String before = nurse.get(page).body();
        assertThat(before).contains("Suggested: Nurse ");
        Matcher choice = Pattern.compile("value=\"(" + visit + ":[0-9]+)\">(Nurse [A-C])<")
                .matcher(before);
        assertThat(choice.find()).isTrue();
        HttpResponse<String> given = nurse.fill(page, "nurseForm", Map.of("nurse", choice.group(1)));
        if (given.statusCode() == 303) {
            assertThat(nurse.get(page).body()).contains("Nurse: " + choice.group(2));
        } else {
            assertThat(given.body()).contains(choice.group(2), "Possible: Nurse ");
        }
        assertThat(nurse.fill(page, "nurseForm", Map.of("nurse", visit + ":0")).body())
                .contains("no such room or clinician");
    }

    @Test
    void keepsWhatWasTypedWhenItCannotBe() {
        String page = page("Oda");
        Staff nurse = Staff.signedIn(clinic, Role.NURSE);
        HttpResponse<String> refused = check(
                nurse,
                page,
                Map.of("check", "VITALS:yes", "systolic", "999", "diastolic", "82", "pulse", "7x", "saturation", ""));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("value=\"999\"", "value=\"7x\"");
        HttpResponse<String> swapped = check(
                nurse,
                page,
                Map.of("check", "VITALS", "systolic", "80", "diastolic", "120", "pulse", "70", "saturation", "98"));
        assertThat(swapped.statusCode()).isEqualTo(422);
        assertThat(swapped.body())
                .contains("id=\"diastolic-error\"", "Diastolic 120 mmHg must be below systolic 80 mmHg");
        HttpResponse<String> heavy = check(nurse, page, Map.of("check", "WEIGHT:yes", "weight", "7"));
        assertThat(heavy.statusCode()).isEqualTo(422);
        assertThat(heavy.body()).contains("7 lb (3.2 kg) is not plausible").contains("value=\"7\"");
    }

    @Test
    void leavesEligibilityAndTheWordPastAGateToAPrescriber() {
        String page = page("Pia");
        Staff nurse = Staff.signedIn(clinic, Role.NURSE);
        assertThat(nurse.get(page).body()).contains("No prescriber has decided").doesNotContain("name=\"eligible\"");
        assertThat(nurse.fill(page, "eligibleForm", Map.of("eligible", "yes")).statusCode())
                .isEqualTo(403);
        Staff prescriber = Staff.signedIn(clinic, Role.PRESCRIBER);
        assertThat(prescriber.fill(page, "passForm", Map.of("pass", "check-in")).statusCode())
                .isEqualTo(422);
        assertThat(prescriber
                        .fill(page, "passForm", Map.of("pass", "check-in", "passReason", "waits outside"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(prescriber.get(page).body()).contains("Waiting");
        assertThat(prescriber
                        .fill(page, "eligibleForm", Map.of("eligible", "yes"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(nurse.get(page).body())
                .contains("Eligible until", "Overridden: Not found eligible. Reason: waits outside", "Dr. Priya Raman");
    }

    @Test
    void showsInRedAndInWordsWhatIsOutsideItsLimits() {
        String page = page("Uma");
        Staff nurse = Staff.signedIn(clinic, Role.NURSE);
        check(nurse, page, Map.of("check", "FASTING:no"));
        assertThat(check(
                                nurse,
                                page,
                                Map.of(
                                        "check",
                                        "VITALS",
                                        "systolic",
                                        "70",
                                        "diastolic",
                                        "40",
                                        "pulse",
                                        "30",
                                        "saturation",
                                        "72"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(nurse.get(page).body())
                .contains(
                        "<span class=\"tag stop\">Not fasting</span>",
                        "<span class=\"tag stop\">Outside limits</span>",
                        "<span class=\"tag warn\">Not asked</span>",
                        "Systolic 70 mmHg: below the limit of 90 mmHg.",
                        "SpO2 72%: below the limit of 94%.",
                        "Do not start: hold the visit and measure again in 15 minutes.");
    }

    @Test
    void asksAgainAboutAWeightFarFromTheLastOneAndKeepsWhatWasTyped() {
        String page = page("Vida");
        Staff nurse = Staff.signedIn(clinic, Role.NURSE);
        check(nurse, page, Map.of("check", "WEIGHT", "weight", "154", "weightUnit", "lb"));
        HttpResponse<String> asked = check(nurse, page, Map.of("check", "WEIGHT", "weight", "154", "weightUnit", "kg"));
        assertThat(asked.statusCode()).isEqualTo(422);
        assertThat(asked.body())
                .contains("339.5 lb (154 kg) is more than 10 % off the last weight, 154 lb (69.9 kg)")
                .contains("value=\"154\"", "name=\"confirmWeight\" value=\"154 kg\"")
                .containsPattern("value=\"kg\" selected");
        assertThat(nurse.fill(page, "careForm", Map.of("confirmWeight", "154 kg", "weight", "145", "weightUnit", "kg"))
                        .statusCode())
                .as("another number than the one that was shown")
                .isEqualTo(422);
        assertThat(nurse.fill(page, "careForm", Map.of("confirmWeight", "154 kg", "weight", "154", "weightUnit", "kg"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(nurse.get(page).body()).contains("339.5 lb (154 kg)");
    }

    @Test
    void strikesAnEntryOutAndKeepsItToBeRead() {
        String page = page("Wanda");
        Staff nurse = Staff.signedIn(clinic, Role.NURSE);
        check(nurse, page, Map.of("check", "WEIGHT", "weight", "154", "weightUnit", "lb"));
        Matcher link = Pattern.compile("href=\"([^\"]*[?]strike=([0-9]+))#striking\"")
                .matcher(nurse.get(page).body());
        assertThat(link.find()).isTrue();
        String striking = link.group(1);
        assertThat(nurse.fill(striking, "doStrike", Map.of("strikeReason", " ")).statusCode())
                .isEqualTo(422);
        assertThat(nurse.fill(striking, "doStrike", Map.of("strikeReason", "of another patient"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(nurse.get(page).body())
                .containsPattern("<del>Weight: 154 lb[^<]*</del>")
                .containsPattern("Struck out by Noor Haddad, [^<]*: of another patient");
    }

    @Test
    void savesWhatWasTypedBesideTheAnswerThatWasPressed() {
        String page = page("Xenia");
        Staff nurse = Staff.signedIn(clinic, Role.NURSE);
        assertThat(check(nurse, page, Map.of("check", "CONSENT:yes", "weight", "154", "weightUnit", "lb"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(nurse.get(page).body()).contains("154 lb (69.9 kg)", "Given");
        assertThat(check(nurse, page, Map.of("check", "ESCORT:yes", "systolic", "120"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(nurse.get(page).body()).doesNotContain(">Named<");
    }
}
