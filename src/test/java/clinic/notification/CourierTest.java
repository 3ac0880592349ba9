package clinic.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import clinic.notification.NotDelivered.Reason;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CourierTest {
    private final RememberedDesk desk = new RememberedDesk();
    private final RecordingPostman postman = new RecordingPostman();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final MailCircuit circuit = new MailCircuit(Post.CLOCK);

    /** One way after the other, on the thread of the test. */
    private final Courier courier =
            new Courier(desk, Post.envelopes(), postman, circuit, Runnable::run, Duration.ofSeconds(25));

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void whatIsDueIsDeliveredAndEntered() {
        desk.owe(letters(3));
        courier.look();
        assertThat(postman.delivered()).containsExactlyInAnyOrder("a0@example.org", "a1@example.org", "a2@example.org");
        assertThat(desk.entries()).contains("sent a0", "sent a1", "sent a2");
    }

    @Test
    void oneBadLetterNeverStopsTheOthers() {
        desk.owe(letters(3));
        postman.fails("a1@example.org", Reason.RECIPIENT_REFUSED);
        courier.look();
        assertThat(desk.entries()).contains("sent a0", "RECIPIENT_REFUSED a1", "sent a2");
    }

    @Test
    void aLetterThatCannotBeWrittenNeverStopsTheOthers() {
        desk.owe(letters(3));
        postman.breaksOn("a1@example.org");
        courier.look();
        assertThat(desk.entries()).contains("sent a0", "NOT_NOW a1", "sent a2");
    }

    @Test
    void anAddressThatIsNoneIsRefusedWithoutAsking() {
        desk.owe(List.of(Post.mailTo("Ana", "nonsense")));
        courier.look();
        assertThat(postman.asked()).isZero();
        assertThat(desk.entries()).contains("RECIPIENT_REFUSED nonsense");
    }

    @Test
    void whileTheServerIsAwayNothingIsTriedButTheWayItself() {
        postman.isAway(true);
        desk.owe(letters(60));
        courier.look();
        courier.look();
        courier.wake();
        assertThat(postman.asked()).isZero();
        assertThat(postman.trips()).isZero();
        assertThat(desk.entries()).isEmpty();
        assertThat(circuit.away().orElseThrow().trouble()).isEqualTo(MailTrouble.UNREACHABLE);
    }

    /** A letter that met the closed door was not tried: it counts nothing and is first again. */
    @Test
    void aLetterThatFindsTheServerGoneIsHandedBackUncounted() {
        courier.look();
        postman.isAway(true);
        desk.owe(letters(3));
        courier.look();
        assertThat(desk.entries()).contains("back a0").allMatch(entry -> entry.matches("way open|back a\\d"));
        assertThat(circuit.isClosed()).isTrue();
    }

    @Test
    void whenTheServerAnswersAgainEverythingLeavesWithinSeconds() {
        postman.isAway(true);
        desk.owe(letters(60));
        courier.look();
        postman.isAway(false);
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            courier.look();
            return postman.delivered().size() == 60;
        });
        assertThat(circuit.away()).isEmpty();
    }

    @Test
    void severalConnectionsCarryALotAndNoMoreThanFour() throws Exception {
        CountDownLatch fourAtOnce = new CountDownLatch(4);
        postman.onDelivery(recipient -> {
            fourAtOnce.countDown();
            patiently(fourAtOnce);
        });
        desk.owe(letters(40));
        concurrent(Duration.ofSeconds(25)).look();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> postman.delivered().size() == 40 && postman.openTrips() == 0);
        assertThat(postman.mostTripsAtOnce()).isEqualTo(4);
        assertThat(postman.trips()).isLessThan(40);
    }

    @Test
    void aLetterThatHangsDelaysNoOther() {
        CountDownLatch answer = new CountDownLatch(1);
        postman.onDelivery(recipient -> {
            if (recipient.matches("a[0-5]@.*")) {
                patiently(answer);
            }
        });
        desk.owe(letters(20));
        Courier busy = concurrent(Duration.ofMillis(50));
        busy.look();
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            busy.look();
            return postman.delivered().size() == 14;
        });
        busy.keepLeases();
        assertThat(desk.entries())
                .filteredOn(entry -> entry.startsWith("renewed"))
                .hasSize(6);
        answer.countDown();
        await().atMost(Duration.ofSeconds(20)).until(() -> postman.delivered().size() == 20);
    }

    /** Eight others had waited for an outage to end: one recipient whose server hangs held them all for minutes. */
    @Test
    void oneRecipientAtWhomTheServerHangsDelaysNobody() throws Exception {
        try (SmtpScript server = SmtpScript.acceptingAll().at("DATA", "a0@", SmtpScript.hangs())) {
            SmtpSettings settings = new SmtpSettings(
                    "127.0.0.1", server.port(), Optional.empty(), Optional.empty(), SmtpSettings.Tls.OFF);
            Postman real = new SmtpPostman(settings, offer -> {});
            desk.owe(letters(9));
            new Courier(desk, Post.envelopes(), real, circuit, threads, Duration.ofSeconds(25)).look();
            await().atMost(Duration.ofSeconds(20)).until(() -> server.accepted() == 8);
            // The question whether the way is open has one of its own.
            assertThat(server.mostConnectionsAtOnce()).isBetween(2, 5);
            assertThat(circuit.isClosed()).isFalse();
        }
    }

    @Test
    void aLetterIsEnteredOnlyAfterItWasHandedOver() {
        desk.owe(letters(1));
        postman.onDelivery(recipient -> assertThat(desk.entries()).containsExactly("way open"));
        courier.look();
        assertThat(desk.entries()).contains("sent a0");
    }

    @Test
    void nothingDueOpensNoConnection() {
        courier.look();
        assertThat(postman.asked()).isZero();
        assertThat(postman.openTrips()).isZero();
    }

    private Courier concurrent(Duration slow) {
        return new Courier(desk, Post.envelopes(), postman, circuit, threads, slow);
    }

    private static void patiently(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<OutboxMail> letters(int many) {
        return IntStream.range(0, many)
                .mapToObj(i -> Post.mailTo("Ana", "a" + i + "@example.org"))
                .toList();
    }
}
