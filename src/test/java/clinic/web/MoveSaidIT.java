package clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.staff.Role;
import clinic.testing.ClinicApi;
import clinic.testing.RunningClinic;
import clinic.testing.SharedClinic;
import clinic.testing.Staff;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the calendar says after a move is true: told by mail is only who is written to. On February 18, 2027. */
@ExtendWith(SharedClinic.class)
class MoveSaidIT {
    private static final LocalDate DAY = LocalDate.of(2027, 2, 18);

    private final ClinicApi api;
    private final RunningClinic clinic;

    MoveSaidIT(ClinicApi api, RunningClinic clinic) {
        this.api = api;
        this.clinic = clinic;
    }

    private int booked(String contact, int hour) {
        return send("POST", "/api/v1/appointments", """
                {"kind":"REVIEW","start":"%s","patient":{"adult":true,"firstName":"Mova","lastName":"Said%s"%s}}""".formatted(DAY.atTime(hour, 0), hour, contact));
    }

    private int send(String method, String path, String body) {
        ClinicApi.Answer answer = api.send(method, path, body, Staff.bearer(clinic, Role.FRONT_DESK));
        assertThat(answer.status()).isLessThan(300);
        return answer.json().getInt("id");
    }

    private String said(int visit) {
        String page = Staff.signedIn(clinic, Role.FRONT_DESK)
                .get("/staff/calendar?view=day&date=%s&moved=%d&from=%s".formatted(DAY, visit, DAY.atTime(8, 0)))
                .body();
        return page.replaceFirst("(?s).*class=\"toast\"><span>(.*?)</span>.*", "$1");
    }

    @Test
    void saysThatSheIsToldByMailOnlyWhenSheIs() {
        int written = booked(",\"email\":\"mova@example.org\"", 9);
        send("PUT", "/api/v1/appointments/" + written + "/start", "{\"start\":\"" + DAY.atTime(10, 0) + "\"}");
        assertThat(said(written)).contains("Mova Said9").contains("The patient gets an email.");
    }

    @Test
    void asksForACallWhenThereIsNoAddress() {
        int silent = booked("", 12);
        send("PUT", "/api/v1/appointments/" + silent + "/start", "{\"start\":\"" + DAY.atTime(13, 0) + "\"}");
        assertThat(said(silent))
                .contains("Mova Said12")
                .contains("a task to call was made")
                .doesNotContain("gets an email");
    }
}
