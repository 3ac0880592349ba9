package clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.staff.Role;
import clinic.testing.ClinicApi;
import clinic.testing.RunningClinic;
import clinic.testing.SharedClinic;
import clinic.testing.Staff;
import clinic.testing.StaffApi;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** However many come, the day is read by the same few statements. */
@ExtendWith(SharedClinic.class)
@Order(Integer.MAX_VALUE - 1)
class DayInOneQuestionIT {
    /** Timers and whoever else is in the clinic ask meanwhile; the quietest of many requests stands alone. */
    private static final int REQUESTS = 15;

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
            long fewest = Long.MAX_VALUE;
            for (int request = 0; request < REQUESTS; request++) {
                long before = selects(database);
                assertThat(nurse.get("/staff?day=" + day).statusCode()).isEqualTo(200);
                fewest = Math.min(fewest, selects(database) - before);
            }
            return fewest;
        }
    }

    private static void infusion(StaffApi staff, LocalDate day, String time, String room) {
        staff.series(staff.patient("Of" + room, "Day"), "BOOST_MOOD", room, time, List.of(day.toString()));
    }

    /** Consultations and infusions, with their nurses and what is due. */
    @Test
    void asksForAFullDayWhatItAsksForOneVisit(RunningClinic clinic, ClinicApi api) throws SQLException {
        StaffApi staff = new StaffApi(clinic);
        LocalDate full = LocalDate.of(2027, 2, 19);
        for (int hour = 8; hour < 18; hour++) {
            assertThat(api.book(full.atTime(hour, 0)).status()).isEqualTo(201);
        }
        for (String each : List.of("08:30 R1", "09:00 R4", "10:45 R1", "11:15 R4", "12:45 R2", "13:30 R3")) {
            infusion(staff, full, each.substring(0, 5), each.substring(6));
        }
        infusion(staff, full.minusDays(1), "08:30", "R1");
        Staff nurse = Staff.signedIn(clinic, Role.NURSE);
        assertThat(nurse.get("/staff?day=" + full).body().split("class=\"visit ", -1))
                .hasSizeGreaterThan(16);
        long one = asked(clinic, nurse, full.minusDays(1));
        assertThat(asked(clinic, nurse, full)).isBetween(one - 2, one + 2);
    }
}
