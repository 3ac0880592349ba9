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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Catches: statements left open. The server allows 16,382; a clinic would reach that within weeks. */
@ExtendWith(SharedClinic.class)
class OpenStatementsIT {
    private static final LocalDateTime START = LocalDateTime.of(2027, 1, 12, 9, 0);
    private static final int VISITS = 40;
    /** A connection newly taken into use may prepare what the others have. */
    private static final int A_CONNECTION_OR_TWO = 80;

    private final ClinicApi api;
    private final RunningClinic clinic;

    OpenStatementsIT(ClinicApi api, RunningClinic clinic) {
        this.api = api;
        this.clinic = clinic;
    }

    @Test
    void bookingAndCancellingLeavesNoStatementOpen() throws SQLException {
        bookAndCancel();
        int before = preparedStatements();

        for (int visit = 0; visit < VISITS; visit++) {
            bookAndCancel();
        }

        assertThat(preparedStatements() - before).isLessThan(A_CONNECTION_OR_TWO);
    }

    private void bookAndCancel() {
        ClinicApi.Answer booked = api.book(START);
        assertThat(booked.status()).isEqualTo(201);
        assertThat(api.cancel(booked.text("token"), "").status()).isEqualTo(200);
    }

    private int preparedStatements() throws SQLException {
        try (Connection database = clinic.database();
                Statement statement = database.createStatement();
                ResultSet status = statement.executeQuery("show global status like 'Prepared_stmt_count'")) {
            status.next();
            return status.getInt(2);
        }
    }
}
