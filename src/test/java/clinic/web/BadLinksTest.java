package clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadLinksTest {
    @ParameterizedTest
    @CsvSource({
        "/visit/abc, 404, true",
        "/visit/abc/move, 404, true",
        "/visit/a.c, 404, true",
        "/api/v1/consultations/abc, 404, true",
        "/api/v1/consultations/abc/start, 404, true",
        "/api/v1/consultations/abc/cancellation, 404, true",
        "/api/v1/consultations/abc/calendar.ics, 404, true",
        "/staff/invitation/abc, 404, true",
        "/staff/reset/abc, 404, true",
        "/visit/abc, 200, false",
        "/visit/abc, 503, false",
        "/api/v1/consultations/abc/start, 409, false",
        "/staff/patient/12, 404, false",
        "/api/v1/appointments/12, 404, false",
        "/favicon.ico, 404, false",
        "/visit/, 404, false"
    })
    void areLinksThatOpenNothing(String path, int status, boolean counted) {
        assertThat(BadLinks.opensNothing(path, status)).isEqualTo(counted);
    }
}
