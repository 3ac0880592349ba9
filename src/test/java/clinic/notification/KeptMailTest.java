package clinic.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.notification.NotDelivered.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Letters kept as files, and read back for the mailbox page. */
class KeptMailTest {
    @TempDir
    private Path home;

    private Path folder;
    private Mailbox mailbox;

    @BeforeEach
    void layOut() {
        folder = home.resolve("mail");
        mailbox = new Mailbox(Optional.of(folder.toString()));
    }

    @Test
    void isReadBackAsItWasWritten() throws Exception {
        keep(Post.mailTo("🧑 عائشة", "ana@example.org"));
        KeptMail mail = mailbox.newest(10).get(0);
        assertThat(mail.subject()).isEqualTo("Your appointment on Tue, Mar 3 at 10:00 AM");
        assertThat(mail.from()).isEqualTo("Sherman Oaks office <appointments@visits.example.org>");
        assertThat(mail.to()).isEqualTo("ana@example.org");
        assertThat(mail.date()).isEqualTo(Post.OWED.truncatedTo(ChronoUnit.SECONDS));
        assertThat(mail.text()).startsWith("Hello 🧑 عائشة,");
        assertThat(mail.html()).contains("<bdi>🧑 عائشة</bdi>");
        assertThat(mail.ics()).startsWith("BEGIN:VCALENDAR\r\n");
        assertThat(mail.attachments()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("invite.ics");
            assertThat(file.content()).isEqualTo(mail.ics());
        });
        assertThat(mailbox.find(mail.id())).contains(mail);
    }

    @Test
    void isForItsOwnerOnly() throws Exception {
        keep(Post.mailTo("Ana", "ana@example.org"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files().get(0))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
    }

    @Test
    void isNamedByItsDateAndNobody() throws Exception {
        keep(Post.mailTo("Ana", "ana@example.org"));
        assertThat(files().get(0).getFileName().toString()).matches("20260220T180000123456Z-[A-Za-z0-9]{12}\\.eml");
    }

    @Test
    void aRepeatedLetterIsTheSameFile() throws Exception {
        keep(Post.mailTo("Ana", "ana@example.org"));
        keep(Post.mailTo("Ana", "ana@example.org"));
        assertThat(files()).hasSize(1);
    }

    @Test
    void whatACrashLeftHalfWrittenIsNoLetterAndInNobodysWay() throws Exception {
        keep(Post.mailTo("Ana", "ana@example.org"));
        Path whole = files().get(0);
        Path half = Path.of(whole.toString().replace(".eml", ".part"));
        Files.move(whole, half);
        assertThat(mailbox.newest(10)).isEmpty();
        keep(Post.mailTo("Ana", "ana@example.org"));
        assertThat(files()).containsExactly(whole);
    }

    @Test
    void theNewestLettersComeFirst() throws Exception {
        for (int revision = 0; revision < 3; revision++) {
            var notice = Post.anaAt(Post.TUESDAY_AT_TEN, revision, "en");
            keep(new OutboxMail(
                    LetterKind.BOOKED,
                    "visit:17:booked:" + revision,
                    notice,
                    Optional.empty(),
                    Post.OWED.plusSeconds(revision)));
        }
        assertThat(mailbox.newest(2).stream().map(KeptMail::date))
                .containsExactly(
                        Post.OWED.plusSeconds(2).truncatedTo(ChronoUnit.SECONDS),
                        Post.OWED.plusSeconds(1).truncatedTo(ChronoUnit.SECONDS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret", "20260220T180000123456Z-../../x", "", ".", "20260220T180000123456Z-unknown"})
    void anIdThatIsNotOursFindsNothing(String id) throws Exception {
        keep(Post.mailTo("Ana", "ana@example.org"));
        Files.writeString(home.resolve("secret.eml"), "Subject: secret\r\n\r\n");
        assertThat(mailbox.find(id)).isEmpty();
    }

    @Test
    void withoutAFolderTheMailboxIsEmpty() {
        assertThat(new Mailbox(Optional.empty()).newest(10)).isEmpty();
        assertThat(mailbox.newest(10)).isEmpty();
    }

    @Test
    void aFolderThatCannotBeWrittenIsTriedAgain() throws Exception {
        Files.writeString(folder, "a file where the folder should be");
        assertThatThrownBy(() -> keep(Post.mailTo("Ana", "ana@example.org")))
                .isInstanceOfSatisfying(
                        NotDelivered.class, away -> assertThat(away.reason()).isEqualTo(Reason.SERVER_AWAY));
    }

    private void keep(OutboxMail mail) throws NotDelivered {
        try (Postman.Trip trip = new FilePostman(folder).setOut()) {
            trip.deliver(Post.envelopes().of(mail));
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
