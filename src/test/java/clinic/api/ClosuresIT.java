package clinic.api;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.staff.Role;
import clinic.testing.ClinicApi;
import clinic.testing.ClinicApi.Answer;
import clinic.testing.RunningClinic;
import clinic.testing.SharedClinic;
import clinic.testing.Staff;
import jakarta.json.JsonObject;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A program closes the house for a time, and hears whom that strands. */
@ExtendWith(SharedClinic.class)
class ClosuresIT {
    private static final String CLOSURES = "/api/v1/closures";
    private static final LocalDate DAY = LocalDate.of(2027, 2, 9);

    private final ClinicApi api;
    private final RunningClinic clinic;

    ClosuresIT(ClinicApi api, RunningClinic clinic) {
        this.api = api;
        this.clinic = clinic;
    }

    private Answer as(Role role, String method, String path, String body, String... headers) {
        String[] all = Stream.concat(Stream.of(headers), Stream.of(Staff.bearer(clinic, role)))
                .toArray(String[]::new);
        return api.send(method, path, body, all);
    }

    private static String morning(String more) {
        return "{\"from\":\"2027-02-09T08:00:00-08:00\",\"to\":\"2027-02-09T12:00:00\"" + more + "}";
    }

    private static List<String> starts(Answer answer) {
        return answer.starts("stranded");
    }

    @Test
    void showsClosesListsAndOpensAgain() {
        String token = api.book(DAY.atTime(9, 0)).text("token");
        String body = morning(",\"reason\":\"Off sick\"");
        Answer shown = as(Role.FRONT_DESK, "POST", CLOSURES + "/preview", body);
        assertThat(shown.status()).isEqualTo(200);
        assertThat(starts(shown)).containsExactly("2027-02-09T09:00:00-08:00");
        assertThat(api.free(DAY)).hasSize(21);

        Answer closed = as(Role.FRONT_DESK, "POST", CLOSURES, body, "Idempotency-Key", "sick-1");
        assertThat(closed.status()).isEqualTo(201);
        assertThat(closed.json().getJsonArray("stranded"))
                .isEqualTo(shown.json().getJsonArray("stranded"));
        assertThat(as(Role.FRONT_DESK, "POST", CLOSURES, body, "Idempotency-Key", "sick-1")
                        .json())
                .isEqualTo(closed.json());
        assertThat(as(Role.FRONT_DESK, "POST", CLOSURES, morning(",\"reason\":\"x\""), "Idempotency-Key", "sick-1")
                        .code())
                .isEqualTo("IDEMPOTENCY_MISMATCH");
        Answer twice = as(Role.FRONT_DESK, "POST", CLOSURES, body);
        assertThat(twice.code()).isEqualTo("CLOSED_ALREADY");
        assertThat(twice.body()).contains("Off sick");
        assertThat(as(Role.FRONT_DESK, "POST", CLOSURES + "/preview", body).status())
                .isEqualTo(409);
        int id = closed.json().getInt("id");
        assertThat(closed.header("Location")).endsWith(CLOSURES + "/" + id);
        assertThat(api.free(DAY)).hasSize(14);
        assertThat(as(Role.NURSE, "GET", CLOSURES, "").json().getJsonArray("items"))
                .anySatisfy(each -> assertThat(each.asJsonObject().getInt("id")).isEqualTo(id));

        assertThat(stranded()).singleElement().satisfies(each -> {
            assertThat(each.getJsonObject("appointment").getString("start")).isEqualTo("2027-02-09T09:00:00-08:00");
            assertThat(each.getJsonArray("proposals").getJsonObject(0).getString("start"))
                    .isEqualTo("2027-02-10T09:00:00-08:00");
        });

        assertThat(as(Role.ADMIN, "DELETE", CLOSURES + "/" + id, "").status()).isEqualTo(204);
        assertThat(as(Role.ADMIN, "DELETE", CLOSURES + "/" + id, "").code()).isEqualTo("UNKNOWN");
        assertThat(stranded()).isEmpty();
        assertThat(api.free(DAY)).hasSize(21);
        api.cancel(token, "{}");
    }

    private List<JsonObject> stranded() {
        return as(Role.NURSE, "GET", "/api/v1/stranded", "").json().getJsonArray("items").stream()
                .map(each -> each.asJsonObject())
                .filter(each ->
                        each.getJsonObject("appointment").getString("start").startsWith("2027-02-09"))
                .toList();
    }

    @Test
    void isForAdminAndFrontDesk() {
        String nothing = "{}";
        for (Role role : List.of(Role.NURSE, Role.PRESCRIBER, Role.AUDITOR)) {
            assertThat(as(role, "POST", CLOSURES, nothing).code()).isEqualTo("NOT_ALLOWED");
            assertThat(as(role, "POST", CLOSURES + "/preview", nothing).status())
                    .isEqualTo(403);
            assertThat(as(role, "DELETE", CLOSURES + "/1", "").status()).isEqualTo(403);
        }
        assertThat(as(Role.AUDITOR, "GET", CLOSURES, "").status()).isEqualTo(403);
        assertThat(as(Role.AUDITOR, "GET", "/api/v1/stranded", "").status()).isEqualTo(403);
        assertThat(api.send("POST", CLOSURES, nothing).code()).isEqualTo("NOT_SIGNED_IN");
        assertThat(api.send("DELETE", CLOSURES + "/1", "").status()).isEqualTo(401);
        assertThat(api.get(CLOSURES).status()).isEqualTo(401);
    }

    @Test
    void namesEverythingThatIsWrong() {
        assertThat(as(Role.ADMIN, "POST", CLOSURES, "{\"until\":1}").violations())
                .containsExactlyInAnyOrder("from REQUIRED", "to REQUIRED", "reason REQUIRED", "until UNKNOWN_FIELD");
        Answer backwards = as(
                Role.ADMIN,
                "POST",
                CLOSURES,
                "{\"from\":\"2027-02-09T12:00\",\"to\":\"2027-02-09T12:00\",\"reason\":\"\",\"resource\":-1}");
        assertThat(backwards.status()).isEqualTo(422);
        assertThat(backwards.violations())
                .containsExactly("to EMPTY_SPAN", "resource UNKNOWN_RESOURCE", "reason REQUIRED");
        assertThat(as(Role.ADMIN, "DELETE", CLOSURES + "/abc", "").status()).isEqualTo(404);
    }
}
