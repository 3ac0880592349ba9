package clinic.story;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.staff.Role;
import clinic.testing.ClinicApi;
import clinic.testing.ClinicApi.Answer;
import clinic.testing.RunningClinic;
import clinic.testing.SharedClinic;
import clinic.testing.Staff;
import clinic.testing.Stored;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A pain week with a holiday in it: five days running, and Thanksgiving is on Thursday, November 26. Of the shared clinic
 * the afternoons of November 30 to December 4 are this story's.
 */
@ExtendWith(SharedClinic.class)
class PainWeekIT {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate NEXT_MONDAY = MONDAY.plusDays(7);

    private final ClinicApi api;
    private final RunningClinic clinic;

    PainWeekIT(ClinicApi api, RunningClinic clinic) {
        this.api = api;
        this.clinic = clinic;
    }

    private Answer desk(String path, String body) {
        return api.send("POST", "/api/v1/" + path, body, Staff.bearer(clinic, Role.FRONT_DESK));
    }

    private int patient() {
        return desk(
                        "patients",
                        "{\"adult\":true,\"firstName\":\"Thea\",\"lastName\":\"Week\",\"email\":\"thea@example.org\"}")
                .json()
                .getInt("id");
    }

    private Answer plans(int patient, String avoided) {
        return desk(
                "series/proposals",
                "{\"patientId\":" + patient + ",\"protocol\":\"PAIN_5DAY\",\"earliest\":\"" + MONDAY
                        + "\",\"preferredTime\":\"13:30\",\"avoid\":[" + avoided + "]}");
    }

    private Answer book(int patient, String time, List<LocalDate> days) {
        return desk(
                "series",
                days.stream()
                        .map(day -> "{\"start\":\"" + day + "T" + time + "\"}")
                        .collect(Collectors.joining(
                                ",", "{\"patientId\":" + patient + ",\"protocol\":\"PAIN_5DAY\",\"visits\":[", "]}")));
    }

    private static List<LocalDate> from(LocalDate monday) {
        return monday.datesUntil(monday.plusDays(5)).toList();
    }

    private static List<String> codes(Answer answer, String list) {
        return answer.json().getJsonArray(list).stream()
                .map(JsonValue::asJsonObject)
                .map(each -> each.getString("code"))
                .toList();
    }

    @Test
    void liesInTheFirstWeekWithoutAHoliday() throws SQLException {
        int thea = patient();
        Answer holiday = book(thea, "13:30", from(MONDAY));
        assertThat(holiday.status()).isEqualTo(422);
        assertThat(holiday.violations()).containsExactly("visits[3].start CLOSED");
        assertThat(holiday.body()).contains("We are closed on Thursday, November 26, 2026 (Thanksgiving Day).");
        Answer around = book(
                thea,
                "13:30",
                List.of(
                        MONDAY.plusDays(1),
                        MONDAY.plusDays(2),
                        MONDAY.plusDays(4),
                        NEXT_MONDAY,
                        NEXT_MONDAY.plusDays(1)));
        assertThat(around.violations()).containsExactly("visits[3].start WEEKEND_BETWEEN");
        assertThat(around.body()).contains("A weekend would lie between visits 3 and 4");

        Answer none = plans(
                thea,
                NEXT_MONDAY
                        .datesUntil(NEXT_MONDAY.plusDays(90))
                        .map(day -> "\"" + day + "\"")
                        .collect(Collectors.joining(",")));
        assertThat(none.code()).isEqualTo("NO_LEGAL_PLAN");
        assertThat(codes(none, "blocked")).contains("CLOSED", "GAPS");
        assertThat(none.body()).contains("Closed: Thu, Nov 26.");
        assertThat(codes(none, "relaxations")).containsExactly("NO_DATE_AVOIDED");

        JsonObject best = plans(thea, "").json().getJsonArray("proposals").getJsonObject(0);
        assertThat(best.getJsonArray("visits").stream()
                        .map(visit -> visit.asJsonObject().getString("start")))
                .containsExactlyElementsOf(from(NEXT_MONDAY).stream()
                        .map(day -> day + "T13:30:00-08:00")
                        .toList());
        Answer late = book(thea, "13:45", from(NEXT_MONDAY));
        assertThat(late.code()).isEqualTo("OUTSIDE_HOURS");
        Answer booked = book(thea, "13:30", from(NEXT_MONDAY));
        assertThat(booked.status()).as(booked.body()).isEqualTo(201);
        assertThat(booked.json().getJsonArray("gaps").toString()).isEqualTo("[1,1,1,1]");
        assertThat(booked.json().getJsonArray("visits").getJsonObject(4).getString("end"))
                .isEqualTo("2026-12-04T19:00:00-08:00");
        assertThat(Stored.untruths(clinic)).isEmpty();
    }
}
