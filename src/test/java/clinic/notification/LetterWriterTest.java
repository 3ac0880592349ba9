package clinic.notification;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.booking.BookingEvents.Notice;
import clinic.infusion.InfusionEvents.SeriesChanged;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LetterWriterTest {
    @ParameterizedTest
    @ValueSource(strings = {"🧑‍⚕️ Zoë", "عائشة", "O'Brien \"Pat\"", "李小龍", "${7*7}", "{phone}", "{day} {name}"})
    void aNameStaysAsItWasTyped(String name) {
        Letter letter = write(name);
        assertThat(letter.text()).startsWith("Hello " + name + ",");
        assertThat(letter.html().replace("&quot;", "\"").replace("&#39;", "'"))
                .contains("Hello <bdi>" + name + "</bdi>,");
    }

    @Test
    void markupInANameIsShownAndNotObeyed() {
        Letter letter = write("<img src=x onerror=alert(1)>");
        assertThat(letter.html()).contains("&lt;img src=x").doesNotContain("<img");
    }

    @Test
    void aLineBreakInANameBeginsNoLine() {
        assertThat(write("Ana\r\nBcc: eve@example.org").text()).startsWith("Hello Ana Bcc: eve@example.org,\n");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-06, 16:00, 'Friday, March 6, 2026, 4:00 PM to 4:30 PM (Pacific Time)'",
        "2026-03-09, 08:00, 'Monday, March 9, 2026, 8:00 AM to 8:30 AM (Pacific Time)'",
        "2026-11-02, 18:30, 'Monday, November 2, 2026, 6:30 PM to 7:00 PM (Pacific Time)'",
        "2026-03-03, 23:30, 'Tuesday, March 3, 2026, 11:30 PM to 12:00 AM (Pacific Time)'"
    })
    void theTimeIsTheClinicsWallClock(String day, String start, String said) {
        Letter letter = Post.writer().write(Post.mail(LetterKind.BOOKED, Post.anaAt(Post.slot(day, start), 0, "en")));
        assertThat(letter.text()).contains("When: " + said);
    }

    @ParameterizedTest
    @CsvSource({
        "BOOKED,REQUEST",
        "MOVED,REQUEST",
        "CANCELLED,CANCEL",
        "KEPT_FOR_REVIEW,",
        "UNCONFIRMED,CANCEL",
        "LINK,",
        "SERIES_PLANNED,PUBLISH",
        "ENTRY_MOVED,REQUEST",
        "ENTRY_CANCELLED,CANCEL"
    })
    void onlyWhatIsCertainGoesIntoACalendar(LetterKind kind, String method) {
        Letter letter = Post.writer().write(Post.mail(kind, Post.anaAt(Post.TUESDAY_AT_TEN, 1, "en")));
        assertThat(letter.invitation().map(Invitation::method).orElse(null)).isEqualTo(method);
    }

    @Test
    void aPlanWithOneChangeCarriesItAsTheUpdateOfThatVisit() {
        List<Notice> six = Post.six("en");
        Notice moved = Post.planned(1, Post.slot("2026-03-03", "09:00"), 3, "en");
        Notice dropped = Post.planned(6, six.get(5).slot(), 2, "en");
        List<Notice> replanned =
                Stream.concat(Stream.of(moved), six.stream().skip(1)).toList();
        assertThat(entry(new SeriesChanged(4, 1, replanned, List.of(moved), List.of())))
                .contains("METHOD:REQUEST", "SEQUENCE:3", "DTSTART;TZID=America/Los_Angeles:20260303T090000");
        assertThat(entry(new SeriesChanged(4, 1, six.subList(0, 5), List.of(), List.of(dropped))))
                .contains("METHOD:CANCEL", "SEQUENCE:2", "DTSTART;TZID=America/Los_Angeles:20260313T100000");
    }

    private static String entry(SeriesChanged event) {
        return Post.writer()
                .write(Post.changed(event))
                .invitation()
                .orElseThrow()
                .text();
    }

    /** One of several visits is moved and cancelled by calling. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "KEPT_FOR_REVIEW")
    void offersNothingThatOnlyAPersonCanDo(LetterKind kind) {
        Letter letter = Post.writer().write(Post.mail(kind, Post.planned(2, Post.TUESDAY_AT_TEN, 1, "en")));
        assertThat(letter.text()).doesNotContain("See, move or cancel", "Choose another");
    }

    @Test
    void noSubjectHoldsAName() {
        for (LetterKind kind : LetterKind.values()) {
            Letter letter = Post.writer().write(Post.mail(kind, Post.anaAt(Post.TUESDAY_AT_TEN, 1, "es")));
            assertThat(letter.subject()).doesNotContain("Ana", "Ruiz");
        }
    }

    /** Two moves on one day would otherwise look the same in a list of mail. */
    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"NEXT_VISIT", "STAFF_INVITATION", "STAFF_RESET"})
    void theSubjectSaysDayAndTime(LetterKind kind) {
        String english = subject(Post.mail(kind, Post.anaAt(Post.TUESDAY_AT_TEN, 1, "en")));
        String spanish = subject(Post.mail(kind, Post.anaAt(Post.TUESDAY_AT_TEN, 1, "es")));
        assertThat(english).containsPattern("(Mon, Mar 2|Tue, Mar 3|Wed, Mar 4) at 10:00\\hAM");
        assertThat(spanish).containsPattern("(lunes 2|martes 3|miércoles 4) de marzo, 10:00\\ha\\.\\hm\\.");
    }

    @Test
    void theSubjectOfAPlanThatEndedSaysWhenItWouldHaveBegun() {
        assertThat(subject(Post.changed(new SeriesChanged(4, 2, List.of(), List.of(), Post.six("en")))))
                .isEqualTo("Your appointments beginning Mon, Mar 2 at 10:00 AM are cancelled");
    }

    private static String subject(OutboxMail mail) {
        return Post.writer().write(mail).subject();
    }

    private static Letter write(String firstName) {
        return Post.writer().write(Post.mailTo(firstName, "ana@example.org"));
    }
}
