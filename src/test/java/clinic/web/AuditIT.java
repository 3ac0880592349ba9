package clinic.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import clinic.staff.Role;
import clinic.testing.ClinicForAccounts;
import clinic.testing.RunningClinic;
import clinic.testing.Staff;
import clinic.testing.WithPeopleOfItsOwn;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is done is on record, and the record can be trusted. It is tampered with, and mended again; the first of its clinic, for it counts. */
@WithPeopleOfItsOwn
@ExtendWith(ClinicForAccounts.class)
@Order(0)
class AuditIT {
    private static RunningClinic clinic;

    @BeforeAll
    static void at(RunningClinic shared) {
        clinic = shared;
    }

    private static long number(String query) throws SQLException {
        try (Connection database = clinic.database();
                var statement = database.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void sql(String update) throws SQLException {
        try (Connection database = clinic.database();
                var statement = database.createStatement()) {
            statement.executeUpdate(update);
        }
    }

    private static void awaitSeals() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> number("select count(*) from audit_entry") == number("select count(*) from audit_seal"));
    }

    private static String verified(Staff auditor) {
        return auditor.fill("/staff/audit", "prove", Map.of()).body();
    }

    @Test
    void writesDownWhoCameInAndWhoDidNot() {
        Staff.signedIn(clinic, Role.NURSE);
        Staff.at(clinic).signIn("nurse", "wrong");
        Staff.at(clinic).signIn("my-secret-password", "oops");
        Staff auditor = Staff.signedIn(clinic, Role.AUDITOR);
        assertThat(auditor.get("/staff/audit.csv?who=nurse&action=SIGN_IN").body())
                .startsWith("id,at,who,role,address,action,record,recordId,fields,reason,outcome\r\n")
                .containsPattern("nurse,NURSE,127\\.0\\.0\\.1,SIGN_IN,ACCOUNT,\\d+,,,REFUSED")
                .containsPattern("nurse,NURSE,127\\.0\\.0\\.1,SIGN_IN,ACCOUNT,\\d+,,,DONE");
        assertThat(auditor.get("/staff/audit.csv").body()).contains("UNKNOWN").doesNotContain("my-secret-password");
    }

    @ParameterizedTest
    @EnumSource
    void isReadByAuditorsAlone(Role role) {
        int expected = role == Role.AUDITOR ? 200 : 403;
        Staff somebody = Staff.signedIn(clinic, role);
        assertThat(somebody.get("/staff/audit").statusCode()).isEqualTo(expected);
        assertThat(somebody.get("/staff/audit.csv").statusCode()).isEqualTo(expected);
    }

    @Test
    void writesDownWhomItRefused() {
        Staff.signedIn(clinic, Role.FRONT_DESK).get("/staff/audit");
        assertThat(Staff.signedIn(clinic, Role.AUDITOR)
                        .get("/staff/audit?who=frontdesk&action=DENIED")
                        .body())
                .contains("READ_AUDIT_TRAIL")
                .contains("REFUSED");
    }

    @Test
    void writesDownALookAtAListOnce() {
        Staff prescriber = Staff.signedIn(clinic, Role.PRESCRIBER);
        for (int look = 0; look < 3; look++) {
            for (String page : List.of("/staff?day=2026-12-01", "/staff/work", "/staff/messages", "/staff/patient/1")) {
                assertThat(prescriber.get(page).statusCode()).isEqualTo(200);
            }
        }
        String looks = Staff.signedIn(clinic, Role.AUDITOR)
                .get("/staff/audit.csv?who=prescriber&action=READ_LIST")
                .body();
        assertThat(looks.lines().skip(1).map(line -> line.replaceFirst(".*READ_LIST,(.*),DONE", "$1")))
                .containsExactlyInAnyOrder(
                        "VISITS,2026-12-01 2026-12-01,,",
                        "VISITS,left open,,",
                        "CALLS,waiting,attempts name phone redFlags,",
                        "CALLS,patient 1,attempts name phone redFlags,",
                        "VISITS,to review,intake phone redFlags,",
                        "MESSAGES,to call instead,phone,",
                        "SERIES,BOOSTER,phone,",
                        "SERIES,ESTIMATE,,",
                        "SERIES,CHECKPOINT,,",
                        "SERIES,GAP,,",
                        "MESSAGES,all,,",
                        "VISITS,patient 1,,",
                        "MESSAGES,patient 1,,");
    }

    @Test
    void showsAndNamesWhatWasChangedBehindItsBack() throws SQLException {
        Staff auditor = Staff.signedIn(clinic, Role.AUDITOR);
        awaitSeals();
        assertThat(verified(auditor)).contains("The chain holds");

        long second = number("select entry_id from audit_seal where no = 2");
        sql("update audit_entry set who = concat(who, 'x') where id = " + second);
        assertThat(verified(auditor)).contains("The chain breaks at entry " + second + ":");
        sql("update audit_entry set who = substring(who, 1, length(who) - 1) where id = " + second);
        assertThat(verified(auditor)).contains("The chain holds");

        awaitSeals();
        sql("update audit_head set no = no + 1");
        assertThat(verified(auditor)).contains("The end of the chain is missing");
        sql("update audit_head set no = no - 1");
    }

    /** Catches: whoever can write to the database takes the newest entries out and sets the head back. */
    @Test
    void findsTheNewestEntriesMissingByTheFileOutsideTheDatabase() throws Exception {
        Staff auditor = Staff.signedIn(clinic, Role.AUDITOR);
        awaitSeals();
        assertThat(verified(auditor)).contains("The file outside the database agrees");
        awaitSeals();
        Path file = clinic.home().resolve("audit").resolve("anchor.log");
        assertThat(java.nio.file.attribute.PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        String kept = Files.readString(file);
        try {
            // As the file would be, had ten entries more been sealed and then been deleted from the database.
            long end = number("select max(no) from audit_seal") + 10;
            Files.writeString(
                    file,
                    end + " " + "x".repeat(43) + " " + end + " 2026-11-23T15:30:00Z\n",
                    java.nio.file.StandardOpenOption.APPEND);
            assertThat(verified(auditor)).contains("Entries are missing: number " + end + " was sealed on");
            Files.move(file, file.resolveSibling("elsewhere"));
            assertThat(verified(auditor)).containsAnyOf("anchor.log in CLINIC_HOME, is missing", "its file is lost");
        } finally {
            Files.writeString(file, kept);
        }
    }

    /** The triggers that config/compose.md offers hold, and are in nobody's way. */
    @Test
    void goesOnBehindTheGuardsTheDatabaseCanSet() throws Exception {
        String page = Files.readString(Path.of("config", "compose.md"));
        List<String> guards = Pattern.compile("(?m)^CREATE TRIGGER (\\w+)[^;]+")
                .matcher(page)
                .results()
                .map(MatchResult::group)
                .toList();
        assertThat(guards).hasSize(4);
        try {
            for (String guard : guards) {
                sql(guard);
            }
            Staff auditor = Staff.signedIn(clinic, Role.AUDITOR);
            awaitSeals();
            assertThat(verified(auditor)).contains("The chain holds");
            for (String table : List.of("audit_entry", "audit_seal")) {
                for (String change : List.of("update %s set %s = %s", "delete from %s where %s = %s")) {
                    String column = table.equals("audit_seal") ? "no" : "id";
                    assertThatThrownBy(() -> sql(change.formatted(table, column, column)))
                            .hasMessageContaining("only added to");
                }
            }
        } finally {
            for (String guard : guards) {
                sql("drop trigger if exists " + guard.split(" ")[2]);
            }
        }
    }

    @Test
    void losesNoSealedEntryToADelete() throws SQLException {
        Staff.signedIn(clinic, Role.AUDITOR);
        awaitSeals();
        assertThatThrownBy(() -> sql("delete from audit_entry"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("foreign key");
    }
}
