package clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.staff.Role;
import clinic.testing.ClinicApi;
import clinic.testing.RunningClinic;
import clinic.testing.SharedClinic;
import clinic.testing.Staff;
import clinic.testing.Stored;
import jakarta.json.Json;
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

    private JsonObject post(String path, String body) {
        return api.send("POST", "/api/v1/" + path, body, Staff.bearer(clinic, Role.FRONT_DESK))
                .json();
    }

    /** The page of a visit that was just booked. */
    private String page(String name) {
        int patient = post("patients", "{\"firstName\":\"" + name + "\",\"lastName\":\"Care\"}")
                .getInt("id");
        JsonObject visit = post(
                        "series/proposals",
                        "{\"patientId\":" + patient + ",\"protocol\":\"BOOST_MOOD\",\"earliest\":\"2027-02-16\"}")
                .getJsonArray("proposals")
                .getJsonObject(0)
                .getJsonArray("visits")
                .getJsonObject(0);
        JsonObject booked = post(
                "series",
                Json.createObjectBuilder()
                        .add("patientId", patient)
                        .add("protocol", "BOOST_MOOD")
                        .add(
                                "visits",
                                Json.createArrayBuilder()
                                        .add(Json.createObjectBuilder()
                                                .add("start", visit.getString("start"))
                                                .add(
                                                        "resource",
                                                        visit.getJsonObject("resource")
                                                                .getInt("id"))))
                        .build()
                        .toString());
        return "/staff/visit/" + booked.getJsonArray("visits").getJsonObject(0).getInt("appointment");
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
        assertThat(check(nurse, page, Map.of("check", "WEIGHT:yes", "weight", "70,5"))
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
        assertThat(nurse.get(page).body()).contains("70.5 kg", "128/82 mmHg, pulse 70, 98 %");
        assertThat(Staff.signedIn(clinic, Role.FRONT_DESK).get(page).body())
                .contains("Fasting kept")
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
        assertThat(nurse.get(page).body()).contains("to be rescheduled, without a fee", "id=\"reschedule\"");
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
        assertThat(nurse.get(page).body()).contains("To be watched until", "stopped early");
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
        HttpResponse<String> heavy = check(nurse, page, Map.of("check", "WEIGHT:yes", "weight", "7"));
        assertThat(heavy.statusCode()).isEqualTo(422);
        assertThat(heavy.body()).contains("This must be between").contains("value=\"7\"");
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
        assertThat(nurse.get(page).body()).contains("Eligible until");
    }
}
