package clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.staff.Role;
import clinic.testing.ClinicApi;
import clinic.testing.RunningClinic;
import clinic.testing.SharedClinic;
import clinic.testing.Staff;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** However many come, the day is read by the same few statements. */
@ExtendWith(SharedClinic.class)
class DayInOneQuestionIT {
    private static final int REQUESTS = 10;
    /** What the house asks by itself meanwhile: the courier, the health. */
    private static final int BY_ITSELF = 25;

    private static long selects(Connection database) throws SQLException {
        try (Statement asking = database.createStatement();
                ResultSet answer = asking.executeQuery("SHOW GLOBAL STATUS LIKE 'Com_select'")) {
            answer.next();
            return answer.getLong(2);
        }
    }

    private static long asked(RunningClinic clinic, Staff nurse, LocalDate day) throws SQLException {
        nurse.get("/staff?day=" + day);
        try (Connection database = clinic.database()) {
            long before = selects(database);
            for (int request = 0; request < REQUESTS; request++) {
                assertThat(nurse.get("/staff?day=" + day).statusCode()).isEqualTo(200);
            }
            return selects(database) - before;
        }
    }

    @Test
    void asksForAFullDayWhatItAsksForAnEmptyOne(RunningClinic clinic, ClinicApi api) throws SQLException {
        LocalDate full = LocalDate.of(2027, 2, 16);
        for (int hour = 8; hour < 18; hour++) {
            assertThat(api.book(full.atTime(hour, 0)).status()).isEqualTo(201);
        }
        Staff nurse = Staff.signedIn(clinic, Role.NURSE);
        assertThat(nurse.get("/staff?day=" + full).body().split("class=\"visit ", -1))
                .hasSize(11);
        long empty = asked(clinic, nurse, full.plusDays(1));
        assertThat(asked(clinic, nurse, full)).isBetween(empty - BY_ITSELF, empty + BY_ITSELF);
    }
}
