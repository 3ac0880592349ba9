package clinic.api;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.staff.Role;
import clinic.testing.ClinicApi;
import clinic.testing.ClinicApi.Answer;
import clinic.testing.RunningClinic;
import clinic.testing.SharedClinic;
import clinic.testing.Staff;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every operation of staff, walked by every role and by nobody, on records that exist and on those that do not: the table
 * "who may" of the contract.
 */
@ExtendWith(SharedClinic.class)
class RolesIT {
    private static final String NOBODYS = "999999999";
    private static final String ALL = "ADMIN PRESCRIBER NURSE FRONT_DESK";
    private static final String TREATING = "PRESCRIBER NURSE";

    /** Operations whose path names a record, with {} for it, and who may. The bodies change nothing they are sent to. */
    private record Operation(String method, String path, String body, String roles) {
        boolean isFor(Role role) {
            return Arrays.asList(roles.split(" ")).contains(role.name());
        }

        String of(String record) {
            return "/api/v1/" + path.replace("{}", record);
        }

        boolean namesARecord() {
            return path.contains("{}");
        }

        /** As the description of the door writes it. */
        String name() {
            return method.toLowerCase(java.util.Locale.ROOT) + " " + path.replaceFirst("\\?.*", "");
        }
    }

    private static final List<Operation> OPERATIONS = Stream.of(
                    List.of(
                            new Operation("GET", "appointments", "", ALL),
                            new Operation("POST", "appointments", "{}", ALL),
                            new Operation("GET", "appointments/{}", "", ALL),
                            new Operation("PUT", "appointments/{}/start", "{}", ALL),
                            new Operation("POST", "patients/search", "{\"q\":\"ruiz\"}", ALL),
                            new Operation("POST", "patients", "{}", ALL),
                            new Operation("GET", "patients/{}", "", ALL),
                            new Operation("PATCH", "patients/{}", "{}", ALL),
                            new Operation("POST", "patients/{}/merge", "{\"gone\":" + NOBODYS + "}", ALL),
                            new Operation("GET", "resources", "", ALL),
                            new Operation("GET", "resources/{}/days", "", ALL),
                            new Operation("GET", "messages", "", ALL),
                            new Operation("GET", "protocols", "", ALL),
                            new Operation("POST", "series/proposals", "{}", ALL),
                            new Operation("POST", "series", "{}", ALL),
                            new Operation("GET", "series", "", ALL),
                            new Operation("GET", "series/{}", "", ALL),
                            new Operation("GET", "series/{}/follow-up", "", ALL),
                            new Operation("POST", "series/{}/follow-up/invitation", "{}", ALL),
                            new Operation("POST", "series/{}/follow-up/estimate", "{\"x\":1}", ALL),
                            new Operation("POST", "series/repairs", "{}", ALL),
                            new Operation("POST", "series/{}/repair", "{}", ALL),
                            new Operation("POST", "series/{}/repair/{}", "", ALL),
                            new Operation("POST", "series/{}/decisions", "{}", "PRESCRIBER"),
                            new Operation("POST", "series/{}/cancellation", "{}", ALL),
                            new Operation("POST", "series/{}/undo", "", ALL),
                            new Operation("GET", "appointments/{}/checks", "", ALL),
                            new Operation("POST", "appointments/{}/checks", "{}", ALL),
                            new Operation("POST", "appointments/{}/checks/{}/strike", "{}", ALL),
                            new Operation("GET", "appointments/{}/history", "", ALL),
                            new Operation("GET", "clinical-limits", "", ALL),
                            new Operation("GET", "appointments/{}/adverse-events", "", TREATING),
                            new Operation("POST", "appointments/{}/adverse-events", "{}", TREATING),
                            new Operation("GET", "nursing", "", ALL),
                            new Operation("PUT", "appointments/{}/nurse", "{}", ALL),
                            new Operation("DELETE", "appointments/{}/nurse", "", ALL),
                            new Operation("GET", "patients/{}/eligibility", "", ALL),
                            new Operation("POST", "patients/{}/eligibility", "{}", "PRESCRIBER"),
                            new Operation("GET", "messages/{}", "", ALL),
                            new Operation("POST", "messages/{}/retry", "", ALL),
                            new Operation("GET", "ledger/audit", "", "ADMIN AUDITOR"),
                            new Operation("GET", "closures", "", ALL),
                            new Operation("POST", "closures/preview", "{}", "ADMIN FRONT_DESK"),
                            new Operation("POST", "closures", "{}", "ADMIN FRONT_DESK"),
                            new Operation("DELETE", "closures/" + NOBODYS, "", "ADMIN FRONT_DESK"),
                            new Operation("GET", "stranded", "", ALL),
                            new Operation("GET", "account", "", ALL + " AUDITOR")),
                    edges(ALL, "check-in", "no-show", "cancel", "confirm", "undo"),
                    edges(TREATING, "approve"),
                    edges(TREATING, "prepare", "hold", "start", "stop-early", "recover", "discharge", "complete"),
                    edges("PRESCRIBER", "decline"))
            .flatMap(List::stream)
            .toList();

    private static List<Operation> edges(String roles, String... words) {
        return Stream.of(words)
                .map(word -> new Operation("POST", "appointments/{}/" + word, "", roles))
                .toList();
    }

    private final ClinicApi api;
    private final RunningClinic clinic;

    RolesIT(ClinicApi api, RunningClinic clinic) {
        this.api = api;
        this.clinic = clinic;
    }

    private Answer send(Operation operation, String record, Optional<Role> role) {
        return api.send(
                operation.method(),
                operation.of(record),
                operation.body(),
                role.map(as -> Staff.bearer(clinic, as)).orElseGet(() -> new String[0]));
    }

    @Test
    void letsNobodyInWithoutAToken() {
        SoftAssertions softly = new SoftAssertions();
        for (Operation operation : OPERATIONS) {
            Answer answer = send(operation, NOBODYS, Optional.empty());
            softly.assertThat(answer.status()).as(operation.toString()).isEqualTo(401);
            softly.assertThat(answer.code()).isEqualTo("NOT_SIGNED_IN");
            Answer forged = api.send(
                    operation.method(), operation.of("1"), operation.body(), "Authorization", "Bearer made-up");
            softly.assertThat(forged.status()).as("forged " + operation).isEqualTo(401);
        }
        softly.assertAll();
    }

    @Test
    void letsEveryRoleDoItsOwnTasksOnly() {
        SoftAssertions softly = new SoftAssertions();
        for (Operation operation : OPERATIONS) {
            for (Role role : Role.values()) {
                for (String record : List.of("1", NOBODYS)) {
                    Answer answer = send(operation, operation.namesARecord() ? record : "", Optional.of(role));
                    String as = role + " " + record + " " + operation + ": " + answer.body();
                    if (operation.isFor(role)) {
                        softly.assertThat(answer.status())
                                .as(as)
                                .isNotIn(401, 403)
                                .isLessThan(500);
                        if (operation.namesARecord() && record.equals(NOBODYS)) {
                            softly.assertThat(answer.status()).as(as).isEqualTo(404);
                        }
                    } else {
                        softly.assertThat(answer.status()).as(as).isEqualTo(403);
                        softly.assertThat(answer.code()).as(as).isEqualTo("NOT_ALLOWED");
                    }
                }
            }
        }
        softly.assertAll();
    }

    @Test
    void walksEveryOperationThereIs() {
        Set<String> described = new TreeSet<>();
        api.get("/openapi", "Accept", "application/json")
                .json()
                .getJsonObject("paths")
                .forEach((path, item) -> item.asJsonObject().forEach((method, operation) -> {
                    if (operation.asJsonObject().containsKey("security")) {
                        described.add(method + " "
                                + path.replaceFirst("^/api/v1/", "")
                                        .replace("{closure}", NOBODYS)
                                        .replace("{edge}", "EDGE")
                                        .replaceAll("\\{[a-z]+}", "{}"));
                    }
                }));
        Set<String> walked = new TreeSet<>();
        OPERATIONS.forEach(operation -> walked.add(
                operation.name().replaceFirst("(post appointments/\\{}/)(?!checks|adverse-events).*", "$1EDGE")));
        assertThat(walked).isEqualTo(described);
    }
}
