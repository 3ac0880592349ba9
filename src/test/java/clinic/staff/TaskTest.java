package clinic.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of the REST contract, read line by line. */
class TaskTest {
    @ParameterizedTest
    @CsvSource({
        "READ, ADMIN PRESCRIBER NURSE FRONT_DESK",
        "READ_CLINICAL_NOTES, PRESCRIBER NURSE",
        "WRITE, ADMIN PRESCRIBER NURSE FRONT_DESK",
        "RECEIVE, ADMIN PRESCRIBER NURSE FRONT_DESK",
        "APPROVE, PRESCRIBER NURSE",
        "TREAT, PRESCRIBER NURSE",
        "DECIDE, PRESCRIBER",
        "OVERRIDE, ADMIN PRESCRIBER NURSE",
        "CLOSE, ADMIN FRONT_DESK",
        "ROSTER, ADMIN",
        "ADMINISTER, ADMIN",
        "AUDIT_LEDGER, ADMIN AUDITOR",
        "READ_AUDIT_TRAIL, AUDITOR"
    })
    void isForTheseRolesAndNoOther(Task task, String roles) {
        assertThat(Stream.of(Role.values()).filter(task::isFor))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(roles.split(" ")).map(Role::valueOf).toList());
    }

    @Test
    void noTaskOfStaffIsAPatientsOrTheHouses() {
        assertThat(Task.values())
                .noneMatch(task -> Actor.patient("127.0.0.1").may(task))
                .noneMatch(task -> Actor.house().may(task));
    }

    @Test
    void refusesWhoseTaskItIsNotByName() {
        Actor auditor = Actor.of("olga", Role.AUDITOR, "127.0.0.1");

        assertThatExceptionOfType(NotAllowed.class)
                .isThrownBy(() -> auditor.must(Task.READ))
                .matches(refused ->
                        refused.task() == Task.READ && refused.actor().equals(auditor));
    }
}
