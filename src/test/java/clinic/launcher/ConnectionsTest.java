package clinic.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.platform.Migrations;
import jakarta.annotation.sql.DataSourceDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Pools, servers and proxy agree, wherever their numbers are written. */
class ConnectionsTest {
    @Test
    void everyNodeGetsItsWholePoolFromTheDatabase() throws IOException {
        assertThat(Migrations.class.getAnnotation(DataSourceDefinition.class).maxPoolSize())
                .isEqualTo(Connections.POOL)
                .isGreaterThan(Connections.REQUESTS);
        String compose = Files.readString(Path.of("docker-compose.yml"));
        int nodes = Math.toIntExact(Pattern.compile("(?m)^    <<: \\*node$")
                .matcher(compose)
                .results()
                .count());
        assertThat(nodes).isGreaterThan(1);
        assertThat(number(compose, "--max-connections=(\\d+)"))
                .isEqualTo(Connections.DATABASE)
                .isGreaterThan(nodes * Connections.POOL);
    }

    @Test
    void theProxySendsANodeNoMoreThanItServes() throws IOException {
        String proxy = Files.readString(Path.of("config/haproxy.cfg"));
        assertThat(Pattern.compile("default-server .*maxconn (\\d+)")
                        .matcher(proxy)
                        .results()
                        .map(found -> found.group(1)))
                .hasSize(3)
                .containsOnly(Integer.toString(Connections.REQUESTS));
    }

    @Test
    void theProxyWaitsLongerThanANodeMayButNotForLong() throws IOException {
        String proxy = Files.readString(Path.of("config/haproxy.cfg"));
        assertThat(Duration.ofSeconds(number(proxy, "timeout server (\\d+)s")))
                .isBetween(Duration.ofSeconds(9), Duration.ofSeconds(15));
        assertThat(Duration.ofSeconds(number(proxy, "timeout check (\\d+)s")))
                .as("a node says within 3 s that it cannot reach its database")
                .isGreaterThan(Duration.ofSeconds(3));
    }

    private static int number(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern).isTrue();
        return Integer.parseInt(matcher.group(1));
    }
}
