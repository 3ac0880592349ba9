package clinic.api;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.testing.ClinicApi;
import clinic.testing.RunningClinic;
import clinic.testing.SharedClinic;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Catches: round trips to the database that crept back into what the clinic is asked most. Upper bounds, not targets. */
@ExtendWith(SharedClinic.class)
class StatementCountsIT {
    private static final LocalDateTime START = LocalDateTime.of(2027, 1, 13, 9, 0);
    private static final int TRIES = 12;

    private final ClinicApi api;
    private final RunningClinic clinic;
    private final List<String> tokens = new ArrayList<>();
    private int people;

    StatementCountsIT(ClinicApi api, RunningClinic clinic) {
        this.api = api;
        this.clinic = clinic;
    }

    @Test
    void aSearchOfADayAsksOnce() throws SQLException {
        Map<String, Long> fewest = fewest(() -> api.free(START.toLocalDate()));

        assertThat(fewest.get("Com_select")).as("%s", fewest).isEqualTo(1);
    }

    @Test
    void aBookingAsksNoMoreThanItDid() throws SQLException {
        LocalDateTime start =
                OffsetDateTime.parse(api.free(START.toLocalDate()).get(0)).toLocalDateTime();
        Map<String, Long> fewest = fewest(() -> {
            // Somebody new each time: what she has already takes questions of its own.
            int number = ++people;
            ClinicApi.Answer booked = api.book(ClinicApi.booking(start)
                    .toString()
                    .replace("ana@example.org", "counted" + number + "@example.org")
                    .replace("555-0142", "555-0" + (700 + number)));
            assertThat(booked.status()).isEqualTo(201);
            tokens.add(booked.text("token"));
        });

        assertThat(fewest.get("Questions")).as("%s", fewest).isLessThanOrEqualTo(40);
    }

    /** Other things go on in the house meanwhile: the fewest of some tries is what one answer takes. */
    private Map<String, Long> fewest(Runnable asked) throws SQLException {
        Map<String, Long> fewest = new TreeMap<>();
        try (Connection database = clinic.database();
                Statement statement = database.createStatement()) {
            for (int each = 0; each < TRIES; each++) {
                Map<String, Long> before = counts(statement);
                asked.run();
                counts(statement).forEach((name, count) -> fewest.merge(name, count - before.get(name), Math::min));
                tokens.forEach(token -> api.cancel(token, ""));
                tokens.clear();
            }
        }
        return fewest;
    }

    private static Map<String, Long> counts(Statement statement) throws SQLException {
        Map<String, Long> counts = new TreeMap<>();
        try (ResultSet status = statement.executeQuery("show global status where variable_name in ('Questions',"
                + " 'Com_select', 'Com_insert', 'Com_update', 'Com_delete', 'Com_set_option', 'Com_commit',"
                + " 'Com_stmt_prepare', 'Com_stmt_execute', 'Bytes_sent')")) {
            while (status.next()) {
                counts.put(status.getString(1), status.getLong(2));
            }
        }
        return counts;
    }
}
