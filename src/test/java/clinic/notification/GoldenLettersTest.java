package clinic.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import clinic.infusion.InfusionEvents.SeriesChanged;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every letter in every language, word for word as a person approved it. After a deliberate change: {@code mvn test
 * -Dtest=GoldenLettersTest -Dgolden.renew=true} writes the files anew and fails, then read the diff as a patient would.
 */
class GoldenLettersTest {
    private static final Path GOLDEN = Path.of("src/test/resources/clinic/notification/letters");
    private static final boolean RENEW = Boolean.getBoolean("golden.renew");

    static Stream<Arguments> letters() {
        return Stream.of(LetterKind.values())
                .flatMap(kind -> Stream.of("en", "es").map(language -> Arguments.of(kind, language)));
    }

    @AfterAll
    static void neverPassesWhileRenewing() {
        if (RENEW) {
            fail("renewed: read the differences, then run without golden.renew");
        }
    }

    @ParameterizedTest
    @MethodSource("letters")
    void saysWhatWasApproved(LetterKind kind, String language) throws IOException {
        int revision =
                switch (kind) {
                    case BOOKED,
                            KEPT_FOR_REVIEW,
                            LINK,
                            LINKS,
                            SERIES_PLANNED,
                            NEXT_VISIT,
                            STAFF_INVITATION,
                            STAFF_RESET -> 0;
                    case UNCONFIRMED, MOVED, WITHDRAWN, SERIES_CHANGED, ENTRY_MOVED, ENTRY_CANCELLED -> 1;
                    case CANCELLED -> 2;
                };
        Letter letter = Post.writer().write(Post.mail(kind, Post.anaAt(Post.TUESDAY_AT_TEN, revision, language)));
        compare(name(kind) + "_" + language, letter);
    }

    /** Who comes is named by every one of them, and who wrote. */
    static Stream<Arguments> lettersForSomebodyElse() {
        return Stream.of(
                        LetterKind.BOOKED,
                        LetterKind.KEPT_FOR_REVIEW,
                        LetterKind.MOVED,
                        LetterKind.CANCELLED,
                        LetterKind.WITHDRAWN,
                        LetterKind.LINK)
                .flatMap(kind -> Stream.of("en", "es").map(language -> Arguments.of(kind, language)));
    }

    @ParameterizedTest
    @MethodSource("lettersForSomebodyElse")
    void namesWhoComesAndWhoWrote(LetterKind kind, String language) throws IOException {
        Letter letter = Post.writer().write(Post.mail(kind, Post.luzAt(Post.TUESDAY_AT_TEN, 1, language)));
        assertThat(letter.text()).contains("Luz Ruiz", "Ana Ruiz");
        assertThat(letter.html()).contains("Luz Ruiz", "Ana Ruiz");
        assertThat(letter.subject()).doesNotContain("Luz", "Ana");
        letter.invitation().ifPresent(entry -> assertThat(entry.text()).contains("Luz Ruiz"));
        if (kind == LetterKind.BOOKED) {
            compare("for_other_" + name(kind) + "_" + language, letter);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void saysWhatThePatientDid(String language) throws IOException {
        for (LetterKind kind : List.of(LetterKind.MOVED, LetterKind.CANCELLED)) {
            OutboxMail mail = Post.mail(kind, Post.anaAt(Post.TUESDAY_AT_TEN, 1, language));
            mail.tellsWhoDidIt(false);
            compare("own_" + name(kind) + "_" + language, Post.writer().write(mail));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void mentionsAnotherAppointmentOnTheSameDay(String language) throws IOException {
        OutboxMail mail = Post.mail(LetterKind.BOOKED, Post.anaAt(Post.TUESDAY_AT_TEN, 0, language));
        mail.mentions(Optional.of(Post.planned(3, Post.slot("2026-03-03", "14:00"), 0, language)));
        compare("twice_" + language, Post.writer().write(mail));
    }

    static Stream<Arguments> lettersOfAPlan() {
        return Stream.of(LetterKind.BOOKED, LetterKind.MOVED, LetterKind.CANCELLED, LetterKind.LINK)
                .flatMap(kind -> Stream.of("en", "es").map(language -> Arguments.of(kind, language)));
    }

    /** What a letter offers must be possible: such a visit is moved and cancelled by calling. */
    @ParameterizedTest
    @MethodSource("lettersOfAPlan")
    void saysWhatWasApprovedOfOneVisitOfSeveral(LetterKind kind, String language) throws IOException {
        int revision = kind == LetterKind.BOOKED || kind == LetterKind.LINK ? 0 : 1;
        Letter letter = Post.writer().write(Post.mail(kind, Post.planned(2, Post.TUESDAY_AT_TEN, revision, language)));
        compare("of_plan_" + name(kind) + "_" + language, letter);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void saysWhatWasApprovedWhenAllFallAway(String language) throws IOException {
        SeriesChanged ended = new SeriesChanged(4, 2, List.of(), List.of(), Post.six(language));
        compare("ended_" + language, Post.writer().write(Post.changed(ended)));
    }

    private static String name(LetterKind kind) {
        return switch (kind) {
            case UNCONFIRMED -> "unconfirmed";
            case WITHDRAWN -> "withdrawn";
            case ENTRY_CANCELLED -> "entry_cancelled";
            default -> kind.wording();
        };
    }

    private static void compare(String name, Letter letter) throws IOException {
        compare(name + ".txt", "Subject: " + letter.subject() + "\n\n" + letter.text());
        compare(name + ".html", letter.html());
        compare(name + ".ics", letter.invitation().map(Invitation::text).orElse("(none)"));
    }

    private static void compare(String file, String written) throws IOException {
        Path golden = GOLDEN.resolve(file);
        // Line ends are tested elsewhere; here they would only depend on how the repository was checked out.
        String now = written.replace("\r\n", "\n");
        if (RENEW) {
            Files.writeString(golden, now);
        }
        assertThat(now).isEqualTo(Files.readString(golden).replace("\r\n", "\n"));
    }
}
