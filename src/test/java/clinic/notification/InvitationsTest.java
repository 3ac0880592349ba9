package clinic.notification;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import clinic.booking.BookingEvents.Notice;
import clinic.calendar.Slot;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calendar entries as another program reads them (biweekly, which shares no code with the one that writes them). */
class InvitationsTest {
    private final Invitations invitations = Post.invitations(Post.sherman());

    @ParameterizedTest
    @CsvSource({
        // The weekend on which clocks go forward: Friday, Sunday itself (a clinic may open), Monday.
        "2026-03-06, 10:00, 2026-03-06T18:00:00Z",
        "2026-03-07, 10:00, 2026-03-07T18:00:00Z",
        "2026-03-09, 10:00, 2026-03-09T17:00:00Z",
        // And back.
        "2026-10-30, 18:30, 2026-10-31T01:30:00Z",
        "2026-10-31, 10:00, 2026-10-31T17:00:00Z",
        "2026-11-02, 08:00, 2026-11-02T16:00:00Z",
        "2026-12-31, 23:30, 2027-01-01T07:30:00Z"
    })
    void anotherCalendarReadsTheSameMoment(String day, String start, Instant moment) {
        VEvent event = read(
                invitations.request(visitAt(Post.slot(day, start)), Post.OWED).text());
        assertThat(event.getDateStart().getValue().toInstant()).isEqualTo(moment);
        assertThat(event.getDateEnd().getValue().toInstant()).isEqualTo(moment.plusSeconds(30 * 60));
    }

    @Test
    void aVisitOfTwentyFourHundredEndsWithTheDay() {
        VEvent event = read(invitations
                .request(visitAt(Post.slot("2026-03-03", "23:30")), Post.OWED)
                .text());
        assertThat(event.getDateEnd().getValue().toInstant()).isEqualTo(Instant.parse("2026-03-04T08:00:00Z"));
    }

    @Test
    void movingKeepsTheNameAndRaisesTheSequence() {
        VEvent booked = read(invitations
                .request(Post.anaAt(Post.TUESDAY_AT_TEN, 0, "en"), Post.OWED)
                .text());
        VEvent moved = read(invitations
                .request(Post.anaAt(Post.slot("2026-03-04", "11:00"), 1, "en"), Post.OWED)
                .text());
        assertThat(moved.getUid().getValue()).isEqualTo(booked.getUid().getValue());
        assertThat(booked.getSequence().getValue()).isZero();
        assertThat(moved.getSequence().getValue()).isEqualTo(1);
    }

    @Test
    void anInvitationAsksForNoAnswer() {
        ICalendar calendar = parse(invitations
                .request(Post.anaAt(Post.TUESDAY_AT_TEN, 0, "en"), Post.OWED)
                .text());
        VEvent event = calendar.getEvents().get(0);
        assertThat(calendar.getMethod().getValue()).isEqualTo("REQUEST");
        assertThat(event.getStatus().isConfirmed()).isTrue();
        assertThat(event.getOrganizer().getEmail()).isEqualTo("appointments@visits.example.org");
        assertThat(event.getAttendees()).hasSize(1);
        assertThat(event.getAttendees().get(0).getEmail()).isEqualTo("ana@example.org");
        assertThat(event.getAttendees().get(0).getRsvp()).isFalse();
        assertThat(event.getClassification().isPrivate()).isTrue();
    }

    @Test
    void aCancellationTakesTheEntryOut() {
        ICalendar calendar = parse(invitations
                .cancellation(Post.anaAt(Post.TUESDAY_AT_TEN, 2, "en"), Post.OWED)
                .text());
        assertThat(calendar.getMethod().getValue()).isEqualTo("CANCEL");
        assertThat(calendar.getEvents().get(0).getStatus().isCancelled()).isTrue();
        assertThat(calendar.getEvents().get(0).getSequence().getValue()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"BOOKED, CONFIRMED", "CANCELLED, CANCELLED"})
    void aDownloadIsPublishedToNobodyInParticular(CalendarFile.Status status, String said) {
        CalendarFile file = new CalendarFile(invitations, Post.CLOCK);
        ICalendar calendar = parse(file.of(Post.anaAt(Post.TUESDAY_AT_TEN, 0, "en"), status));
        assertThat(calendar.getMethod().getValue()).isEqualTo("PUBLISH");
        assertThat(calendar.getEvents().get(0).getStatus().getValue()).isEqualTo(said);
        assertThat(calendar.getEvents().get(0).getAttendees()).isEmpty();
    }

    @Test
    void aPlanIsOneFileWithEveryVisitUnderItsOwnName() {
        ICalendar calendar = parse(invitations
                .published(Post.changed(Post.twoChanges("en")).notices(plan().standing()), Post.OWED)
                .text());
        assertThat(calendar.getMethod().getValue()).isEqualTo("PUBLISH");
        assertThat(calendar.getEvents())
                .extracting(event -> event.getUid().getValue().substring(35) + " "
                        + event.getSequence().getValue() + " "
                        + event.getDateStart().getValue().toInstant())
                .containsExactly(
                        "1@appointments.invalid 0 2026-03-02T18:00:00Z",
                        "2@appointments.invalid 1 2026-03-05T19:30:00Z",
                        "3@appointments.invalid 0 2026-03-06T18:00:00Z",
                        "4@appointments.invalid 0 2026-03-09T17:00:00Z",
                        "6@appointments.invalid 0 2026-03-13T17:00:00Z");
        assertThat(calendar.getEvents()).allSatisfy(event -> {
            assertThat(event.getAttendees()).isEmpty();
            assertThat(event.getSummary().getValue()).isEqualTo("Appointment");
            assertThat(event.getDescription().getValue()).isEqualTo("818-217-8699");
            assertThat(event.getStatus().isConfirmed()).isTrue();
        });
    }

    private static Plan plan() {
        return Post.changed(Post.twoChanges("en")).plan();
    }

    @Test
    void saysWhereAndWhomToCallAndNothingElse() {
        VEvent event = read(invitations
                .request(Post.anaAt(Post.TUESDAY_AT_TEN, 0, "es"), Post.OWED)
                .text());
        assertThat(event.getSummary().getValue()).isEqualTo("Cita");
        assertThat(event.getLocation().getValue()).isEqualTo("4955 Van Nuys Blvd Suite 411, Sherman Oaks, CA 91403");
        assertThat(event.getDescription().getValue())
                .isEqualTo("818-217-8699\nhttps://visits.example.org/visit/" + Post.TOKENS.visitToken(17, 0));
    }

    @Test
    void linesAreAtMost75OctetsWhateverTheAddress() {
        String street = "Calle Peñíscola 🏥🏥🏥 \\ ; , \"ñandú\" ".repeat(6);
        String text = Post.invitations(Post.clinic("Oficina", street))
                .request(Post.anaAt(Post.TUESDAY_AT_TEN, 0, "es"), Post.OWED)
                .text();
        assertThat(text.split("\r\n")).allSatisfy(line -> assertThat(line.getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThanOrEqualTo(75));
        assertThat(text.replace("\r\n", "")).doesNotContain("\n", "\r");
        assertThat(read(text).getLocation().getValue()).isEqualTo(street + ", Sherman Oaks, CA 91403");
    }

    @Test
    void aLineBreakInAnAddressBeginsNoProperty() {
        String text = Post.invitations(Post.clinic("Office", "1 Main St\r\nATTENDEE:mailto:eve@example.org"))
                .request(Post.anaAt(Post.TUESDAY_AT_TEN, 0, "en"), Post.OWED)
                .text();
        assertThat(read(text).getAttendees()).hasSize(1);
    }

    private static Notice visitAt(Slot slot) {
        return Post.anaAt(slot, 0, "en");
    }

    private static VEvent read(String text) {
        return parse(text).getEvents().get(0);
    }

    private static ICalendar parse(String text) {
        List<List<biweekly.io.ParseWarning>> warnings = new java.util.ArrayList<>();
        ICalendar calendar = Biweekly.parse(text).warnings(warnings).first();
        assertThat(warnings).allSatisfy(list -> assertThat(list).isEmpty());
        assertThat(calendar.validate(biweekly.ICalVersion.V2_0)).isEmpty();
        return calendar;
    }
}
