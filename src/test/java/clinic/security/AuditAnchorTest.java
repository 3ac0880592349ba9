package clinic.security;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.security.AnchorCheck.State;
import clinic.security.AuditAnchorFile.Content;
import clinic.security.AuditAnchorFile.Line;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditAnchorTest {
    private static final Instant NOON = Instant.parse("2026-11-23T20:00:00Z");
    private static final String ID = "i".repeat(43);

    @TempDir
    Path home;

    private AuditAnchorFile file;

    @BeforeEach
    void begin() throws IOException {
        file = new AuditAnchorFile(home.resolve("audit").resolve("anchor.log"));
        assertThat(file.read()).isEmpty();
        file.begin(ID, 0);
        file.append(line(3));
        file.append(line(7));
    }

    private static Line line(long no) {
        return new Line(no, seal(no), no + 100, NOON.plusSeconds(no));
    }

    private static String seal(long no) {
        return ("seal" + no + "x".repeat(43)).substring(0, 43);
    }

    private AnchorCheck compared(Map<Long, String> seals, long end) throws IOException {
        return AnchorCheck.compare(file.read().orElseThrow(), seals, end, List.of());
    }

    @Test
    void isReadBackAndReadableByItsOwnerOnly() throws IOException {
        assertThat(file.read()).contains(new Content(ID, 0, List.of(line(3), line(7)), Optional.empty()));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(file.path().getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void agreesWithALogThatWentOn() throws IOException {
        AnchorCheck check = compared(Map.of(3L, seal(3), 7L, seal(7)), 9);
        assertThat(check.state()).isEqualTo(State.KEPT);
        assertThat(check.to()).isEqualTo(7);
    }

    @Test
    void saysWhatIsMissingAtTheEnd() throws IOException {
        AnchorCheck check = compared(Map.of(3L, seal(3)), 5);
        assertThat(check.state()).isEqualTo(State.CUT);
        assertThat(check.from()).isEqualTo(5);
        assertThat(check.to()).isEqualTo(7);
        assertThat(check.at()).contains(NOON.plusSeconds(7));
    }

    @Test
    void findsThatTheEndWasReplaced() throws IOException {
        AnchorCheck check = compared(Map.of(3L, seal(3), 7L, seal(8)), 9);
        assertThat(check.state()).isEqualTo(State.REPLACED);
        assertThat(check.from()).isEqualTo(7);
    }

    @Test
    void findsTheEndMissingAlsoWhenTheLogHasGrownAgain() throws IOException {
        file.append(line(5));
        assertThat(compared(Map.of(3L, seal(3), 5L, seal(5)), 5).state()).isEqualTo(State.CUT);
    }

    @Test
    void namesALineThatWasChangedAndForgivesOneThatWasCutOff() throws IOException {
        Files.writeString(file.path(), "12 half a li", StandardOpenOption.APPEND);
        assertThat(compared(Map.of(3L, seal(3), 7L, seal(7)), 9).state()).isEqualTo(State.KEPT);
        Files.writeString(file.path(), "ne\n", StandardOpenOption.APPEND);
        file.append(line(8));
        AnchorCheck check = compared(Map.of(3L, seal(3), 7L, seal(7), 8L, seal(8)), 9);
        assertThat(check.state()).isEqualTo(State.DAMAGED);
        assertThat(check.from()).isEqualTo(4);
    }
}
