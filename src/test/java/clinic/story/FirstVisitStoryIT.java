package clinic.story;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.component.VEvent;
import clinic.testing.ClinicApi;
import clinic.testing.ClinicApi.Answer;
import clinic.testing.Inbox;
import clinic.testing.Inbox.Mail;
import clinic.testing.RunningClinic;
import clinic.testing.SharedClinic;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Two stories to read before the code. The clinic is open, it is Monday morning, November 23, 2026; one clinician sees
 * people in room C1.
 */
@ExtendWith(SharedClinic.class)
class FirstVisitStoryIT {

    /** Ruth books a first visit, moves it, and cancels it. Her mailbox and her calendar tell the same story. */
    @Test
    void ruthChangesHerMind(RunningClinic clinic, ClinicApi api) {
        Inbox inbox = new Inbox(clinic, "ruth@example.org");
        LocalDate tuesday = LocalDate.of(2027, 2, 2);

        // She looks at Tuesday: from eight, every half hour, the last at half past six.
        List<String> offered = api.free(tuesday);
        assertThat(offered).hasSize(22).first().isEqualTo("2027-02-02T08:00:00-08:00");
        assertThat(offered).last().isEqualTo("2027-02-02T18:30:00-08:00");

        // She takes half past nine. Nobody else is offered it any more, and a letter with an invitation comes.
        Answer booked = api.book(bookingOf("Ruth", "ruth@example.org", tuesday, "09:30"));
        assertThat(booked.status()).isEqualTo(201);
        String token = booked.text("token");
        assertThat(api.free(tuesday)).doesNotContain("2027-02-02T09:30:00-08:00");
        Mail invitation = inbox.await(1).get(0);
        assertThat(invitation.subject()).isEqualTo("Your appointment on Tue, Feb 2 at 9:30 AM");
        assertThat(invitation.text()).contains("9:30 AM").contains("/visit/" + token);
        assertThat(invitation.calendar().getMethod().getValue()).isEqualTo("REQUEST");

        // Something comes up: she moves to the afternoon. It stays the same visit in her calendar.
        Answer moved = api.move(token, tuesday.atTime(15, 0));
        assertThat(moved.status()).isEqualTo(200);
        Mail change = inbox.await(2).get(1);
        assertThat(event(change).getUid().getValue())
                .isEqualTo(event(invitation).getUid().getValue());
        assertThat(event(change).getSequence().getValue()).isEqualTo(1);
        assertThat(api.free(tuesday)).contains("2027-02-02T09:30:00-08:00").doesNotContain("2027-02-02T15:00:00-08:00");

        // In the end she cancels. The time is free again, and the entry leaves her calendar.
        assertThat(api.cancel(token, "{\"reason\":\"I feel better\"}").text("status"))
                .isEqualTo("CANCELLED");
        Mail farewell = inbox.await(3).get(2);
        assertThat(farewell.calendar().getMethod().getValue()).isEqualTo("CANCEL");
        assertThat(event(farewell).getSequence().getValue()).isEqualTo(2);
        assertThat(farewell.text()).doesNotContain("I feel better");
        assertThat(api.free(tuesday)).hasSize(22);
    }

    /** Two sisters want the same hour. One of them gets it; the other is shown what is close, and loses nothing. */
    @Test
    void twoSistersWantTheSameHour(RunningClinic clinic, ClinicApi api) {
        LocalDate wednesday = LocalDate.of(2027, 2, 3);

        // Ines chooses ten o'clock first: it is hers while she fills the form.
        Answer hold = api.hold(wednesday.atTime(10, 0));
        assertThat(hold.status()).isEqualTo(201);

        // Pilar is not offered it; asking anyway, she hears who is close.
        assertThat(api.free(wednesday)).doesNotContain("2027-02-03T10:00:00-08:00");
        Answer refused = api.book(bookingOf("Pilar", "pilar@example.org", wednesday, "10:00"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("SLOT_TAKEN");
        assertThat(refused.starts("alternatives")).contains("2027-02-03T09:30:00-08:00", "2027-02-03T10:30:00-08:00");

        // Ines books under her hold, Pilar takes a neighbour, and each has one letter.
        String inesWith = "{\"hold\":\"" + hold.text("hold") + "\","
                + bookingOf("Ines", "ines@example.org", wednesday, "10:00").substring(1);
        assertThat(api.book(inesWith).status()).isEqualTo(201);
        assertThat(api.book(bookingOf("Pilar", "pilar@example.org", wednesday, "10:30"))
                        .status())
                .isEqualTo(201);
        assertThat(new Inbox(clinic, "ines@example.org").await(1)).hasSize(1);
        assertThat(new Inbox(clinic, "pilar@example.org").await(1)).hasSize(1);
    }

    /** A name is a name in any script: it stays as it was typed, all the way to the letter. */
    @Test
    void aNameStaysAsItWasTyped(RunningClinic clinic, ClinicApi api) {
        String name = "زينب 🌸 O'Neill-Ñandú";
        Answer booked = api.book(bookingOf(name, "zaynab@example.org", LocalDate.of(2027, 2, 4), "09:00"));
        assertThat(booked.json().getJsonObject("patient").getString("firstName"))
                .isEqualTo(name);
        assertThat(new Inbox(clinic, "zaynab@example.org").await(1).get(0).text())
                .contains(name);
    }

    private static VEvent event(Mail mail) {
        return mail.calendar().getEvents().get(0);
    }

    private static String bookingOf(String name, String email, LocalDate day, String time) {
        return """
                {"start":"%sT%s","patient":{"firstName":"%s","lastName":"Story","email":"%s",
                 "phone":"818-555-0147","language":"en","emailConsent":true,"adult":true}}""".formatted(day, time, name, email);
    }
}
