package clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.staff.Role;
import clinic.testing.ClinicApi;
import clinic.testing.RunningClinic;
import clinic.testing.SharedClinic;
import clinic.testing.Staff;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Protocols on their page and at the door for programs. What it proposes bears a code of its own, TRY_PAGE. */
@ExtendWith(SharedClinic.class)
class ProtocolsIT {
    private static final String PAGE = "/staff/protocols";
    private static final Map<String, String> MOOD = Map.ofEntries(
            Map.entry("edit", "new"),
            Map.entry("protocolCode", "TRY_PAGE"),
            Map.entry("roomFor", "MOOD"),
            Map.entry("visits", "3"),
            Map.entry("gapUnit", "CALENDAR_DAYS"),
            Map.entry("gapLeast", "2"),
            Map.entry("gapTarget", "3"),
            Map.entry("gapMost", "5"),
            Map.entry("windowDays", "10"),
            Map.entry("weekendSplits", ""),
            Map.entry("prep", "15"),
            Map.entry("infusion", "45"),
            Map.entry("infusionLeast", ""),
            Map.entry("infusionMost", ""),
            Map.entry("recovery", "30"),
            Map.entry("recoveryLeast", ""),
            Map.entry("recoveryMost", ""),
            Map.entry("turnover", "15"),
            Map.entry("acuity", "2"),
            Map.entry("checkpoints", "2, 3"));

    private final RunningClinic clinic;
    private final ClinicApi api;

    ProtocolsIT(RunningClinic clinic, ClinicApi api) {
        this.clinic = clinic;
        this.api = api;
    }

    private static Map<String, String> with(String field, String value) {
        Map<String, String> form = new HashMap<>(MOOD);
        form.put(field, value);
        return form;
    }

    private List<JsonObject> versionsOf(String code) {
        return api.get("/api/v1/protocols", Staff.bearer(clinic, Role.NURSE)).json().getJsonArray("items").stream()
                .map(JsonValue::asJsonObject)
                .filter(item -> item.getString("code").equals(code))
                .toList();
    }

    @Test
    void tellsPeopleAndProgramsTheSame() {
        String page = Staff.signedIn(clinic, Role.FRONT_DESK).get(PAGE).body();
        JsonObject mood = versionsOf("MOOD_6").get(0);

        assertThat(page)
                .contains("6 visits, 2 to 5 days apart, best 3, within 21 days")
                .contains("15 min preparation, 45 (40 to 60) infusion, 30 (20 to 60) recovery, 15 cleaning")
                .contains("5 visits, 1 clinic day apart, within 7 days, never across a weekend")
                .contains("1 visit, 14 to 42 days after the last one, best 28")
                .doesNotContain("name=\"approve\"")
                .doesNotContain("?edit=");
        assertThat(mood.getInt("version")).isEqualTo(1);
        assertThat(mood.getString("state")).isEqualTo("APPROVED");
        assertThat(mood.getInt("targetGap")).isEqualTo(3);
        assertThat(mood.getInt("windowDays")).isEqualTo(21);
        assertThat(mood.isNull("maxWeekendSplits")).isTrue();
        assertThat(mood.getJsonObject("phases").getInt("infusion")).isEqualTo(45);
        assertThat(mood.getJsonArray("checkpoints")).hasToString("[2,6]");
    }

    @Test
    void keepsWhatWasTypedAndNamesTheFieldAtFault() {
        Staff admin = Staff.signedIn(clinic, Role.ADMIN);

        HttpResponse<String> refused = admin.fill(PAGE + "?edit=new", "propose", with("gapTarget", "7"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("This must be between 2 and 5.")
                .containsPattern("id=\"gapTarget\"[^>]*value=\"7\"")
                .containsPattern("id=\"protocolCode\"[^>]*value=\"TRY_PAGE\"")
                .contains("gapTarget-error");
        assertThat(admin.fill(PAGE + "?edit=new", "propose", with("visits", "many"))
                        .body())
                .contains("visits-error");
    }

    @Test
    void isProposedByOneAndApprovedByAnother() {
        Staff admin = Staff.signedIn(clinic, Role.ADMIN);
        Staff prescriber = Staff.signedIn(clinic, Role.PRESCRIBER);

        HttpResponse<String> proposed = admin.fill(PAGE + "?edit=new", "propose", MOOD);
        assertThat(Staff.location(proposed)).isEqualTo(PAGE + "?done=proposed");
        assertThat(versionsOf("TRY_PAGE"))
                .extracting(item -> item.getString("state"))
                .containsExactly("DRAFT");
        assertThat(press(admin, "approve").statusCode()).isEqualTo(403);

        assertThat(Staff.location(press(prescriber, "approve"))).isEqualTo(PAGE + "?done=approve");
        assertThat(versionsOf("TRY_PAGE"))
                .extracting(item -> item.getString("state"))
                .containsExactly("APPROVED");

        admin.fill(PAGE + "?edit=TRY_PAGE", "propose", with("gapMost", "4"));
        assertThat(prescriber.get(PAGE).body()).contains("3 visits, 2 to 4 days apart, best 3, within 10 days");
        assertThat(Staff.location(press(admin, "discard"))).isEqualTo(PAGE + "?done=discard");
        assertThat(press(prescriber, "approve", "999999999").statusCode()).isEqualTo(409);
    }

    @Test
    void hasLimitsOfItsOwnAndFollowsTheClinicInTheOthers() {
        Staff admin = Staff.signedIn(clinic, Role.ADMIN);
        Map<String, String> own = with("systolicHigh", "150");
        own.put("protocolCode", "TRY_LIMITS");
        Map<String, String> wrong = new HashMap<>(own);
        wrong.put("vitalsMinutes", "45");
        HttpResponse<String> refused = admin.fill(PAGE + "?edit=new", "propose", wrong);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("This must be between 5 and 15.")
                .containsPattern("id=\"systolicHigh\"[^>]*value=\"150\"")
                .contains("Clinic: 160.");

        assertThat(admin.fill(PAGE + "?edit=new", "propose", own).statusCode()).isEqualTo(303);
        JsonObject draft = versionsOf("TRY_LIMITS").get(0);
        assertThat(draft.getJsonObject("ownLimits")).hasToString("{\"systolicHigh\":150}");
        assertThat(draft.getJsonObject("limits").getInt("systolicHigh")).isEqualTo(150);
        assertThat(draft.getJsonObject("limits").getInt("systolicLow")).isEqualTo(90);
        assertThat(draft.getJsonObject("limits").getInt("observationMinutes")).isEqualTo(30);
        assertThat(press(admin, "discard", Integer.toString(draft.getInt("id"))).statusCode())
                .isEqualTo(303);
    }

    @Test
    void theClinicsLimitsAreProposedOnThePageAndWaitForAPrescriber() {
        Staff admin = Staff.signedIn(clinic, Role.ADMIN);
        String form = admin.get(PAGE + "?edit=limits").body();
        assertThat(form).contains("a clinician confirms them").containsPattern("id=\"pulseLow\"[^>]*value=\"50\"");
        Map<String, String> limits = new HashMap<>(Map.of("edit", "limits"));
        Matcher field = Pattern.compile("id=\"(\\w+)\" name=\"\\w+\" type=\"number\"[^>]*?(?:value=\"(\\d*)\")?[^>]*>")
                .matcher(form);
        while (field.find()) {
            limits.put(field.group(1), field.group(2) == null ? "" : field.group(2));
        }
        Map<String, String> swapped = new HashMap<>(limits);
        swapped.putAll(Map.of("systolicLow", "130", "systolicHigh", "120"));
        HttpResponse<String> refused = admin.fill(PAGE + "?edit=limits", "proposeLimits", swapped);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("systolicHigh-error", "This must be between 131 and 220.");

        limits.put("pulseHigh", "105");
        assertThat(Staff.location(admin.fill(PAGE + "?edit=limits", "proposeLimits", limits)))
                .isEqualTo(PAGE + "?done=proposed");
        String draft = admin.get(PAGE).body();
        assertThat(draft).contains("pulse 50 to 105/min").doesNotContain("name=\"approveLimits\"");
        Matcher button =
                Pattern.compile("name=\"discardLimits\" value=\"(\\d+)\"").matcher(draft);
        assertThat(button.find()).isTrue();
        assertThat(press(admin, "approveLimits", button.group(1)).statusCode()).isEqualTo(403);
        assertThat(press(admin, "discardLimits", button.group(1)).statusCode()).isEqualTo(303);
        assertThat(Staff.signedIn(clinic, Role.NURSE).get(PAGE + "?edit=limits").body())
                .doesNotContain("limitsForm");
    }

    /** The button of the draft that bears our code. */
    private HttpResponse<String> press(Staff staff, String button) {
        return press(
                staff,
                button,
                Integer.toString(versionsOf("TRY_PAGE").stream()
                        .filter(item -> item.getString("state").equals("DRAFT"))
                        .findFirst()
                        .orElseThrow()
                        .getInt("id")));
    }

    private static HttpResponse<String> press(Staff staff, String button, String id) {
        Map<String, String> form = new HashMap<>();
        Matcher hidden = Pattern.compile("<input[^>]*type=\"hidden\"[^>]*name=\"([^\"]+)\"[^>]*value=\"([^\"]*)\"")
                .matcher(staff.get(PAGE).body());
        while (hidden.find()) {
            form.put(hidden.group(1), hidden.group(2));
        }
        form.put(button, id);
        return staff.post(PAGE, form);
    }
}
