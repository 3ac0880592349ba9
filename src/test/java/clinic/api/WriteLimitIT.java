package clinic.api;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.testing.BesideTheOthers;
import clinic.testing.ClinicApi;
import clinic.testing.ClinicApi.Answer;
import clinic.testing.ClinicWithLimits;
import clinic.testing.RunningClinic;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A clinic with a limit, behind a proxy it trusts. */
@BesideTheOthers
@ExtendWith(ClinicWithLimits.class)
class WriteLimitIT {
    private final RunningClinic clinic;

    WriteLimitIT(RunningClinic clinic) {
        this.clinic = clinic;
    }

    private static Answer book(ClinicApi api, String client) {
        return api.send("POST", "/api/v1/consultations", "{}", "X-Forwarded-For", client, "X-Forwarded-Proto", "https");
    }

    @Test
    void countsTheWritesOfEveryAddressBehindTheProxy() {
        ClinicApi api = ClinicApi.of(clinic);
        assertThat(Stream.generate(() -> book(api, "198.51.100.1")).limit(ClinicWithLimits.WRITES))
                .map(Answer::status)
                .containsOnly(422);
        Answer refused = book(api, "203.0.113.66, 198.51.100.1");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.code()).isEqualTo("TOO_MANY_REQUESTS");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 5);
        assertThat(refused.header("Strict-Transport-Security")).isNotBlank();
        assertThat(api.get("/api/v1/clinic", "X-Forwarded-For", "198.51.100.1").status())
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
        capsWhatOneStrangerBooks(api);
        capsWhatAllStrangersHold(api, clinic);
    }

    private static Answer book(ClinicApi api, LocalDateTime start, String email, String phone, String client) {
        String body = ClinicApi.booking(start)
                .toString()
                .replace("ana@example.org", email)
                .replace("818-555-0142", phone);
        return api.book(body, "X-Forwarded-For", client);
    }

    /** Two open ones a mailbox and a number, five new ones an address; and whoever is refused is told what to do. */
    private static void capsWhatOneStrangerBooks(ClinicApi api) {
        LocalDateTime start = LocalDateTime.of(2027, 1, 11, 9, 0);
        assertThat(book(api, start, "bea@example.org", "818-555-0111", "203.0.113.1")
                        .status())
                .isEqualTo(201);
        Answer second = book(api, start.plusHours(1), "BEA+x@Example.org", "818-555-0112", "203.0.113.2");
        assertThat(second.status()).isEqualTo(201);
        Answer third = book(api, start.plusHours(2), "bea@example.org", "818-555-0113", "203.0.113.3");
        assertThat(third.status()).isEqualTo(429);
        assertThat(third.code()).isEqualTo("TOO_MANY_OPEN");
        assertThat(third.header("Retry-After")).isEmpty();
        assertThat(third.starts("alternatives"))
                .as("another time would be refused as well")
                .isEmpty();
        assertThat(third.text("detail"))
                .contains("Please call us at 818-217-8699")
                .contains("the link in its email");
        assertThat(api.cancel(second.text("token"), "{}").status()).isEqualTo(200);
        assertThat(book(api, start.plusHours(2), "bea@example.org", "818-555-0113", "203.0.113.3")
                        .status())
                .as("one of two was canceled by its link")
                .isEqualTo(201);

        assertThat(book(api, start.plusHours(3), "c1@example.org", "+1 818 555 0121", "203.0.113.4")
                        .status())
                .isEqualTo(201);
        assertThat(book(api, start.plusHours(4), "c2@example.org", "(818) 555-0121", "203.0.113.5")
                        .status())
                .isEqualTo(201);
        assertThat(book(api, start.plusHours(5), "c3@example.org", "8185550121", "203.0.113.6")
                        .code())
                .isEqualTo("TOO_MANY_OPEN");

        for (int each = 0; each < 6; each++) {
            Answer answer = book(
                    api,
                    start.plusDays(1).plusHours(each),
                    "d" + each + "@example.org",
                    "818-555-013" + each,
                    "203.0.113.7");
            assertThat(answer.status()).as("booking " + each).isEqualTo(each < 5 ? 201 : 429);
        }
    }

    /** However many addresses a script has, it cannot hold a week, nor keep a newcomer from holding a time of it. */
    private static void capsWhatAllStrangersHold(ClinicApi api, RunningClinic clinic) {
        List<LocalDateTime> starts = Stream.iterate(LocalDateTime.of(2027, 1, 18, 8, 0), start -> start.plusMinutes(30))
                .limit(5 * 48)
                .filter(start -> start.getHour() >= 8 && start.getHour() < 18)
                .filter(start -> start.getDayOfMonth() != 18)
                .toList();
        for (int each = 0; each < 40; each++) {
            api.hold(starts.get(each), "X-Forwarded-For", "192.0.2." + each / 5);
        }
        assertThat(api.hold(starts.get(50), "X-Forwarded-For", "192.0.2.99").status())
                .isEqualTo(201);
        assertThat(api.hold(starts.get(51), "X-Forwarded-For", "192.0.2.1").code())
                .isEqualTo("TOO_MANY_HOLDS");
        try (var database = clinic.database();
                var statement = database.createStatement();
                var row = statement.executeQuery(
                        "select count(*) from hold where day between '2027-01-18' and '2027-01-24'")) {
            row.next();
            assertThat(row.getInt(1)).isEqualTo(30);
        } catch (java.sql.SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
