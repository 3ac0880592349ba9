package clinic.api;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.staff.Role;
import clinic.testing.ClinicApi.Answer;
import clinic.testing.RunningClinic;
import clinic.testing.SharedClinic;
import clinic.testing.StaffApi;
import clinic.testing.Stored;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is asked, measured and verified for an infusion, and what it keeps from starting. */
@ExtendWith(SharedClinic.class)
class ChecksIT {
    private static final String LOW =
            "{\"check\":\"VITALS\",\"systolic\":70,\"diastolic\":40,\"pulse\":30,\"saturation\":72}";
    private static final String FINE =
            "{\"check\":\"VITALS\",\"systolic\":128,\"diastolic\":82,\"pulse\":70,\"saturation\":98}";
    private static final String SET_ASIDE = "{\"override\":{\"reason\":\"Watched closely\"}}";

    private final RunningClinic clinic;
    private final StaffApi staff;

    ChecksIT(RunningClinic clinic) {
        this.clinic = clinic;
        this.staff = new StaffApi(clinic);
    }

    private int infusion(String name) {
        return staff.infusion(name, "Checks", "2027-02-16");
    }

    private Answer step(Role role, int visit, String edge, String body) {
        return staff.as(role, "POST", "appointments/" + visit + "/" + edge, body);
    }

    private Answer record(int visit, String body) {
        return staff.as(Role.NURSE, "POST", "appointments/" + visit + "/checks", body);
    }

    private static List<JsonObject> items(Answer answer) {
        return answer.json().getJsonArray("items").getValuesAs(JsonValue::asJsonObject);
    }

    private static JsonObject last(Answer answer) {
        List<JsonObject> items = items(answer);
        return items.get(items.size() - 1);
    }

    @Test
    void refusesAStartWithEveryValueOutsideItsLimitsAndEveryOtherGate() {
        int visit = infusion("Abel");
        step(Role.PRESCRIBER, visit, "check-in", SET_ASIDE);
        step(Role.NURSE, visit, "prepare", "{}");
        assertThat(record(visit, LOW).status()).isEqualTo(201);
        record(visit, "{\"check\":\"FASTING\",\"ok\":false}");
        assertThat(staff.as(Role.NURSE, "GET", "appointments/" + visit, "").text("status"))
                .isEqualTo("PREPARING");

        Answer refused = step(Role.NURSE, visit, "start", "{}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("VITALS_OUT_OF_RANGE");
        assertThat(refused.violations())
                .startsWith(
                        "systolic VITALS_OUT_OF_RANGE",
                        "diastolic VITALS_OUT_OF_RANGE",
                        "pulse VITALS_OUT_OF_RANGE",
                        "saturation VITALS_OUT_OF_RANGE")
                .contains(
                        "gates NURSE_NOT_ASSIGNED",
                        "gates CONSENT_MISSING",
                        "gates ESCORT_MISSING",
                        "gates NOT_FASTING",
                        "gates WEIGHT_MISSING",
                        "gates ORDER_NOT_VERIFIED")
                .doesNotContain("gates FASTING_OPEN");
        JsonObject systolic = refused.json().getJsonArray("violations").getJsonObject(0);
        assertThat(systolic.getInt("value")).isEqualTo(70);
        assertThat(systolic.getInt("limit")).isEqualTo(90);

        assertThat(step(Role.NURSE, visit, "start", SET_ASIDE).status()).isEqualTo(403);
        JsonObject came = items(staff.as(Role.PRESCRIBER, "GET", "appointments/" + visit + "/history", "")).stream()
                .filter(each -> each.getString("step").equals("CHECK_IN"))
                .findFirst()
                .orElseThrow();
        assertThat(came.getString("by")).isEqualTo("Dr. Priya Raman");
        assertThat(came.getJsonObject("override").getString("reason")).isEqualTo("Watched closely");
        assertThat(came.getJsonObject("override").getJsonArray("codes")).hasToString("[\"NOT_ELIGIBLE\"]");

        Stored.begun(clinic, visit);
        Answer during = record(visit, LOW);
        assertThat(during.status()).isEqualTo(201);
        assertThat(last(during).getJsonArray("outOfRange")).hasSize(4);
        assertThat(during.json().getJsonObject("vitalsDue").getBoolean("overdue"))
                .isFalse();
        assertThat(last(record(
                                visit,
                                "{\"check\":\"VITALS\",\"systolic\":170,\"diastolic\":80,\"pulse\":70,\"saturation\":98}"))
                        .getBoolean("ok"))
                .as("the limits during an infusion are its own")
                .isTrue();
    }

    @Test
    void countsTheLatestEntryThatIsNotStruck() {
        int visit = infusion("Bela");
        step(Role.PRESCRIBER, visit, "check-in", SET_ASIDE);
        step(Role.NURSE, visit, "prepare", "{}");
        record(visit, FINE);
        int wrong = last(record(visit, LOW)).getInt("id");
        assertThat(step(Role.NURSE, visit, "start", "{}").violations()).contains("systolic VITALS_OUT_OF_RANGE");

        String strike = "checks/" + wrong + "/strike";
        assertThat(step(Role.FRONT_DESK, visit, strike, "{\"reason\":\"a slip\"}")
                        .status())
                .isEqualTo(403);
        assertThat(step(Role.NURSE, visit, strike, "{\"reason\":\" \"}").violations())
                .containsExactly("reason REQUIRED");
        assertThat(step(Role.NURSE, infusion("Celia"), strike, "{\"reason\":\"a slip\"}")
                        .status())
                .isEqualTo(404);
        Answer struck = step(Role.NURSE, visit, strike, "{\"reason\":\"a slip\"}");
        assertThat(struck.status()).isEqualTo(200);
        assertThat(last(struck).getInt("systolic")).isEqualTo(70);
        assertThat(last(struck).getJsonObject("struck").getString("reason")).isEqualTo("a slip");
        assertThat(last(struck).getJsonObject("struck").getString("by")).isEqualTo("Noor Haddad");
        assertThat(step(Role.NURSE, visit, strike, "{\"reason\":\"a slip\"}").code())
                .isEqualTo("ALREADY_STRUCK");
        assertThat(step(Role.NURSE, visit, "start", "{}").violations()).noneMatch(each -> each.contains("VITALS"));
    }

    @Test
    void takesAWeightInOneUnitAndAsksAgainWhenItIsFarFromTheLast() {
        int visit = infusion("Dora");
        JsonObject first = last(record(visit, "{\"check\":\"WEIGHT\",\"pounds\":154}"));
        assertThat(first.getInt("weight")).isEqualTo(69_853);
        assertThat(first.getJsonNumber("pounds").intValueExact()).isEqualTo(154);
        assertThat(first.getJsonNumber("kilograms").bigDecimalValue()).hasToString("69.9");
        assertThat(record(visit, "{\"check\":\"WEIGHT\"}").violations()).containsExactly("weight REQUIRED");
        assertThat(record(visit, "{\"check\":\"WEIGHT\",\"pounds\":154,\"kilograms\":70}")
                        .violations())
                .containsExactly("kilograms ONLY_ONE_ALLOWED");

        Answer far = record(visit, "{\"check\":\"WEIGHT\",\"kilograms\":154}");
        assertThat(far.status()).isEqualTo(422);
        assertThat(far.code()).isEqualTo("WEIGHT_CHANGED");
        assertThat(far.text("detail")).contains("339.5 lb (154 kg)", "154 lb (69.9 kg)");
        int wrong = last(record(visit, "{\"check\":\"WEIGHT\",\"kilograms\":154,\"confirmed\":true}"))
                .getInt("id");
        step(Role.NURSE, visit, "checks/" + wrong + "/strike", "{\"reason\":\"pounds\"}");
        assertThat(record(visit, "{\"check\":\"WEIGHT\",\"weight\":70000}").status())
                .as("a struck weight is not what it is compared with")
                .isEqualTo(201);
    }

    @Test
    void answersEveryImplausibleValueByItsField() {
        int visit = infusion("Edda");
        String vitals = "{\"check\":\"VITALS\",\"systolic\":%s,\"diastolic\":%s,\"pulse\":%s,\"saturation\":%s}";
        assertThat(record(visit, vitals.formatted("80", "120", "70", "98")).violations())
                .containsExactly("diastolic DIASTOLIC_NOT_BELOW_SYSTOLIC");
        assertThat(record(visit, vitals.formatted("\"120\"", "80.5", "99999999999999999999", "98"))
                        .violations())
                .containsExactly("systolic WRONG_TYPE", "diastolic WRONG_TYPE");
        assertThat(record(visit, vitals.formatted("120", "80", "99999999999999999999", "1e3"))
                        .violations())
                .containsExactly("saturation WRONG_TYPE");
        assertThat(record(visit, vitals.formatted("120", "80", "99999999999999999999", "0"))
                        .violations())
                .containsExactly("pulse OUT_OF_RANGE", "saturation OUT_OF_RANGE");
        assertThat(record(visit, "{\"check\":\"WEIGHT\",\"pounds\":1e400}").violations())
                .containsExactly("pounds WRONG_TYPE");
        assertThat(record(visit, "{\"check\":\"\"}").violations()).containsExactly("check REQUIRED");
    }

    @Test
    void showsTheLimitsOfTheClinicAndOfEachProtocol() {
        JsonObject ofTheClinic =
                items(staff.as(Role.NURSE, "GET", "clinical-limits", "")).get(0).getJsonObject("limits");
        assertThat(ofTheClinic.getInt("systolicHigh")).isEqualTo(160);
        assertThat(ofTheClinic.getInt("pulseLow")).isEqualTo(50);
        JsonObject pain = items(staff.as(Role.NURSE, "GET", "protocols", "")).stream()
                .filter(each -> each.getString("code").equals("PAIN_5DAY")
                        && each.getString("state").equals("APPROVED"))
                .findFirst()
                .orElseThrow();
        assertThat(pain.getJsonObject("limits").getInt("saturationLow")).isEqualTo(94);
        assertThat(pain.getJsonObject("limits").getInt("observationMinutes")).isEqualTo(60);
        assertThat(pain.getJsonObject("ownLimits")).isEmpty();
    }
}
