package clinic.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mysql.cj.jdbc.MysqlDataSource;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class BoundedSocketsTest {
    /** It listens and never greets, like a database that is frozen. */
    @Test
    @Timeout(20)
    void waitsForAFrozenDatabaseNoLongerThanTheRequestMay() throws Exception {
        try (ServerSocket frozen = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            MysqlDataSource database = new MysqlDataSource();
            database.setUrl("jdbc:mysql://127.0.0.1:" + frozen.getLocalPort()
                    + "/clinic?connectTimeout=3000&socketTimeout=30000&socketFactory="
                    + BoundedSockets.class.getName());
            long asked = System.nanoTime();
            Waiting.enter(Duration.ofMillis(600));
            try {
                assertThatThrownBy(database::getConnection)
                        .isInstanceOf(SQLException.class)
                        .satisfies(away -> assertThat(DatabaseTrouble.of(away)).isEqualTo(DatabaseTrouble.AWAY));
                assertThat(Waiting.isOver()).isTrue();
            } finally {
                Waiting.leave();
            }
            assertThat(Duration.ofNanos(System.nanoTime() - asked))
                    .isBetween(Duration.ofMillis(500), Duration.ofSeconds(5));
        }
    }
}
