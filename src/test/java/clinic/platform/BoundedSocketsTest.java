package clinic.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mysql.cj.jdbc.MysqlDataSource;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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

    /** What runs by itself has no allowance, and still keeps the pool from nobody for half a minute. */
    @Test
    @Timeout(20)
    void waitsForAGreetingAFewSecondsWhoeverAsks() throws Exception {
        try (ServerSocket frozen = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            MysqlDataSource database = new MysqlDataSource();
            database.setUrl("jdbc:mysql://127.0.0.1:" + frozen.getLocalPort()
                    + "/clinic?connectTimeout=3000&socketTimeout=15000&socketFactory="
                    + BoundedSockets.class.getName());
            long asked = System.nanoTime();
            assertThatThrownBy(database::getConnection).isInstanceOf(SQLException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - asked))
                    .isBetween(Duration.ofMillis(2500), Duration.ofSeconds(6));
        }
    }

    /** A full queue of connections, like a host that drops what comes: the connection itself is what takes long. */
    @Test
    @Timeout(20)
    void waitsForAConnectionNoLongerThanTheRequestMay() throws Exception {
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            List<Socket> waiting = new ArrayList<>();
            try {
                for (int one = 0; one < 4; one++) {
                    Socket socket = new Socket();
                    waiting.add(socket);
                    try {
                        socket.connect(full.getLocalSocketAddress(), 200);
                    } catch (SocketTimeoutException noMorePlaces) {
                        break;
                    }
                }
                long asked = System.nanoTime();
                Waiting.enter(Duration.ofMillis(600));
                try (Socket bounded = new BoundedSockets().createSocket(null)) {
                    assertThatThrownBy(() -> bounded.connect(full.getLocalSocketAddress(), 3000))
                            .isInstanceOf(SocketTimeoutException.class);
                    assertThat(Waiting.isOver()).isTrue();
                } finally {
                    Waiting.leave();
                }
                assertThat(Duration.ofNanos(System.nanoTime() - asked))
                        .isBetween(Duration.ofMillis(500), Duration.ofMillis(2500));
            } finally {
                for (Socket socket : waiting) {
                    socket.close();
                }
            }
        }
    }
}
