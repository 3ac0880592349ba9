package clinic.api;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.testing.BesideTheOthers;
import clinic.testing.ClinicApi;
import clinic.testing.ClinicApi.Answer;
import clinic.testing.RunningClinic;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A clinic with a limit, behind a proxy it trusts. */
@BesideTheOthers
class WriteLimitIT {
    private static final Map<String, String> SETTINGS = Map.of(
            "CLINIC_DEMO", "true",
            "CLINIC_NOW", "2026-11-23T15:00:00Z",
            "CLINIC_RATE_LIMIT", "12",
            "CLINIC_TRUSTED_PROXY", "127.0.0.0/8,::1");

    private static Answer book(ClinicApi api, String client) {
        return api.send("POST", "/api/v1/consultations", "{}", "X-Forwarded-For", client, "X-Forwarded-Proto", "https");
    }

    @Test
    void countsTheWritesOfEveryAddressBehindTheProxy() {
        try (RunningClinic clinic = RunningClinic.startForOthers(SETTINGS)) {
            ClinicApi api = ClinicApi.of(clinic);
            assertThat(Stream.generate(() -> book(api, "198.51.100.1")).limit(12))
                    .map(Answer::status)
                    .containsOnly(422);
            Answer refused = book(api, "203.0.113.66, 198.51.100.1");
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.code()).isEqualTo("TOO_MANY_REQUESTS");
            assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 5);
            assertThat(refused.header("Strict-Transport-Security")).isNotBlank();
            assertThat(api.get("/api/v1/clinic", "X-Forwarded-For", "198.51.100.1")
                            .status())
                    .isEqualTo(200);
            assertThat(book(api, "198.51.100.2").status()).isEqualTo(422);

            List<Answer> holds = Stream.iterate(LocalDateTime.of(2027, 1, 4, 9, 0), start -> start.plusMinutes(30))
                    .limit(11)
                    .map(start -> api.hold(start, "X-Forwarded-For", "198.51.100.3"))
                    .toList();
            assertThat(holds.subList(0, 10)).map(Answer::status).containsOnly(201);
            assertThat(holds.get(10).status()).isEqualTo(429);
            assertThat(holds.get(10).code()).isEqualTo("TOO_MANY_HOLDS");
            assertThat(holds.get(10).header("Retry-After")).isNotBlank();
        }
    }
}
