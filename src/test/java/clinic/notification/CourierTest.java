package clinic.notification;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.notification.NotDelivered.Reason;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CourierTest {
    private final RememberedDesk desk = new RememberedDesk();
    private final RecordingPostman postman = new RecordingPostman();
    private final Courier courier = new Courier(desk, Post.envelopes(), postman);

    @Test
    void whatIsDueIsDeliveredAndEntered() {
        desk.owe(letters(3));
        courier.deliverDue();
        assertThat(postman.delivered()).containsExactly("a0@example.org", "a1@example.org", "a2@example.org");
        assertThat(desk.entries()).containsExactly("sent a0", "way open", "sent a1", "sent a2");
    }

    @Test
    void oneBadLetterNeverStopsTheOthers() {
        desk.owe(letters(3));
        postman.fails("a1@example.org", Reason.RECIPIENT_REFUSED);
        courier.deliverDue();
        assertThat(postman.delivered()).containsExactly("a0@example.org", "a2@example.org");
        assertThat(desk.entries()).contains("RECIPIENT_REFUSED a1", "sent a2");
    }

    @Test
    void aLetterThatCannotBeWrittenNeverStopsTheOthers() {
        desk.owe(letters(3));
        postman.breaksOn("a1@example.org");
        courier.deliverDue();
        assertThat(desk.entries()).contains("sent a0", "NOT_NOW a1", "sent a2");
    }

    @Test
    void anAddressThatIsNoneIsRefusedWithoutAsking() {
        desk.owe(List.of(Post.mailTo("Ana", "nonsense")));
        courier.deliverDue();
        assertThat(desk.entries()).containsExactly("RECIPIENT_REFUSED nonsense");
    }

    @Test
    void aServerThatIsAwayIsAskedOnceAndEverythingWaits() {
        desk.owe(letters(60));
        postman.fails("a0@example.org", Reason.SERVER_AWAY);
        courier.deliverDue();
        assertThat(postman.asked()).isEqualTo(1);
        assertThat(desk.entries()).hasSize(50).allMatch(entry -> entry.startsWith("SERVER_AWAY"));
    }

    @Test
    void whenTheServerAnswersAgainWhatWaitedForItIsHurried() {
        desk.owe(letters(1));
        courier.deliverDue();
        desk.owe(letters(2));
        postman.fails("a0@example.org", Reason.SERVER_AWAY);
        courier.deliverDue();
        desk.owe(letters(2));
        postman.recovers();
        courier.deliverDue();
        assertThat(desk.entries())
                .containsExactly(
                        "sent a0", "way open", "SERVER_AWAY a0", "SERVER_AWAY a1", "sent a0", "way open", "sent a1");
    }

    @Test
    void moreThanOneBatchIsDeliveredOverOneTripEach() {
        desk.owe(letters(120));
        courier.deliverDue();
        assertThat(postman.delivered()).hasSize(120);
        assertThat(postman.trips()).isEqualTo(3);
        assertThat(postman.openTrips()).isZero();
    }

    @Test
    void nothingDueCostsNoTrip() {
        courier.deliverDue();
        assertThat(postman.trips()).isZero();
    }

    @Test
    void aLetterIsEnteredOnlyAfterItWasHandedOver() {
        desk.owe(letters(1));
        postman.onDelivery(() -> assertThat(desk.entries()).isEmpty());
        courier.deliverDue();
        assertThat(desk.entries()).contains("sent a0");
    }

    @Test
    void aCallWhileTheCourierIsOutReturnsAtOnce() {
        desk.owe(letters(60));
        postman.onDelivery(courier::deliverDue);
        courier.deliverDue();
        assertThat(postman.mostTripsAtOnce()).isEqualTo(1);
        assertThat(postman.delivered()).hasSize(60);
    }

    private static List<OutboxMail> letters(int many) {
        return IntStream.range(0, many)
                .mapToObj(i -> Post.mailTo("Ana", "a" + i + "@example.org"))
                .toList();
    }
}
