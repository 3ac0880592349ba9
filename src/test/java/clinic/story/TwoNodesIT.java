package clinic.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import clinic.launcher.EmbeddedDatabase;
import clinic.staff.Role;
import clinic.testing.AtOnce;
import clinic.testing.BesideTheOthers;
import clinic.testing.ClinicApi;
import clinic.testing.ClinicApi.Answer;
import clinic.testing.InstalledDatabase;
import clinic.testing.LedgerByHand;
import clinic.testing.RunningClinic;
import clinic.testing.Staff;
import clinic.testing.Wire;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.json.Json;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two nodes on one database, begun together on an empty one, are one clinic: what one of them does counts at the other,
 * one slot has one winner over both, a letter leaves once, and one of them may die.
 */
@Order(1)
@BesideTheOthers
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoNodesIT {
    private static final List<String> SMALL = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m");
    private static final int SLOTS_A_DAY = 22;
    private static final String CLOSURES = "/api/v1/closures";

    @TempDir
    private static Path home;

    private static EmbeddedDatabase database;
    private static Wire wire;
    private static GreenMail post;
    private static RunningClinic one;
    private static RunningClinic other;
    private static List<ClinicApi> doors;

    @BeforeAll
    static void startTogether() throws Exception {
        InstalledDatabase.putInto(home);
        database = EmbeddedDatabase.start(home);
        post = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        post.start();
        Map<String, String> settings = Map.ofEntries(
                Map.entry("CLINIC_DEMO", "true"),
                Map.entry("CLINIC_NOW", "2026-11-23T15:00:00Z"),
                Map.entry("CLINIC_RATE_LIMIT", "0"),
                Map.entry("CLINIC_DB_URL", database.url()),
                Map.entry("CLINIC_DB_USER", database.user()),
                Map.entry("CLINIC_DB_PASSWORD", database.password()),
                Map.entry("CLINIC_SECRET", "two-nodes-share-one-secret-of-32-characters"),
                Map.entry("CLINIC_BASE_URL", "http://localhost"),
                Map.entry("CLINIC_TRUSTED_PROXY", "127.0.0.1"),
                Map.entry("CLINIC_SMTP_HOST", "127.0.0.1"),
                Map.entry("CLINIC_SMTP_PORT", Integer.toString(post.getSmtp().getPort())),
                Map.entry("CLINIC_SMTP_TLS", "off"));
        one = RunningClinic.prepare(settings, SMALL);
        wire = Wire.cutTo(database.port());
        Map<String, String> atTheWire = new HashMap<>(settings);
        // Statements in words, so that the wire can tell them apart.
        atTheWire.put(
                "CLINIC_DB_URL",
                database.url().replace(":" + database.port(), ":" + wire.port()) + "&useServerPrepStmts=false");
        other = RunningClinic.prepare(atTheWire, SMALL);
        one.launch();
        other.launch();
        await().atMost(Duration.ofMinutes(1)).until(() -> other.said().contains("does not answer yet"));
        wire.mend();
        one.awaitReady();
        other.awaitReady();
        doors = List.of(ClinicApi.of(one), ClinicApi.of(other));
    }

    @AfterAll
    static void stop() {
        one.close();
        other.close();
        wire.close();
        post.stop();
        database.close();
    }

    /** The database of the second node was away when it started, and is away once more. */
    @Test
    @Order(1)
    void waitForTheDatabaseSaySoOnceAndOutliveItsAbsence() {
        assertThat(other.said()).containsOnlyOnce("does not answer yet").contains("The database answers");
        assertThat(other.home().resolve("database")).doesNotExist();

        wire.cut();
        await().atMost(Duration.ofMinutes(1)).until(() -> !other.isReady());
        wire.mend();
        await().atMost(Duration.ofMinutes(1)).until(other::isReady);

        wire.cut();
        wire.mend();
        assertThat(other.isReady()).as("no request meets a dead connection").isTrue();
        assertThat(other.said()).doesNotContain("\tat ");
    }

    @Test
    void beginTheClinicOnce() throws SQLException {
        assertThat(count("select count(*) - count(distinct resource_id, weekday, start_q, end_q) from shift"))
                .isZero();
        LocalDate day = LocalDate.of(2027, 1, 25);
        assertThat(doors.get(0).free(day))
                .hasSize(SLOTS_A_DAY)
                .isEqualTo(doors.get(1).free(day));
    }

    @Test
    void showAtOneWhatWasDoneAtTheOther() {
        LocalDateTime start = LocalDateTime.of(2027, 1, 26, 9, 0);
        String token = book(doors.get(0), start, "seen").text("token");
        assertThat(doors.get(1).visit(token).text("status")).isEqualTo("BOOKED");
        assertThat(doors.get(1).move(token, start.plusHours(1)).status()).isEqualTo(200);
        assertThat(doors.get(0).visit(token).text("start")).startsWith("2027-01-26T10:00");
        assertThat(doors.get(0).free(start.toLocalDate())).hasSize(SLOTS_A_DAY - 1);
    }

    /** Her page at one node asks for news and hears of what is done at the other; her session is one. */
    @Test
    void showStaffAtOneWhatTheyDidAtTheOther() {
        String day = "/staff?day=2027-02-12";
        book(doors.get(0), LocalDateTime.of(2027, 2, 12, 9, 0), "desk");
        Staff here = Staff.signedIn(first(), Role.FRONT_DESK);
        Staff there = here.goneTo(first() == one ? other : one);
        String before = there.get("/staff/pulse?day=2027-02-12").body();
        assertThat(there.get("/staff/pulse?day=2027-02-12").body()).isEqualTo(before);
        assertThat(there.get(day).body()).doesNotContain("Confirmed");

        Matcher step = Pattern.compile("value=\"([0-9]+:CONFIRM:[0-9]+)\"")
                .matcher(here.get(day).body());
        assertThat(step.find()).isTrue();
        assertThat(here.fill(day, "press", Map.of("step", step.group(1))).statusCode())
                .isEqualTo(303);
        assertThat(there.get("/staff/pulse?day=2027-02-12").body()).isNotEqualTo(before);
        assertThat(there.get(day).body()).contains("Confirmed");

        there.post("/staff/sign-out", Map.of("csrf", there.csrf()));
        assertThat(Staff.location(here.get(day))).startsWith("/staff/sign-in");
    }

    @Test
    void giveOneSlotToOneOfThirtyTwoAndWriteOnce() throws Exception {
        LocalDateTime start = LocalDateTime.of(2027, 1, 27, 9, 0);
        List<Callable<Answer>> tries = new ArrayList<>();
        for (int client = 0; client < 32; client++) {
            ClinicApi door = doors.get(client % 2);
            tries.add(() -> book(door, start, "race"));
        }
        List<Answer> answers =
                AtOnce.doAll(tries).stream().map(AtOnce.Outcome::result).toList();
        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 409)
                .hasSize(31)
                .allSatisfy(loser -> assertThat(loser.code()).isEqualTo("SLOT_TAKEN"));
        theLedgerTellsTheTruth();
        allMailLeft("race");
        assertThat(letters("race")).hasSize(1);
    }

    /** The booking is saved and the answer to that is lost: whether it was, nobody here knows; the same key asks again. */
    @Test
    void sayThatNobodyKnowsWhenTheAnswerToACommitIsLost() {
        String booking = ClinicApi.booking(LocalDateTime.of(2027, 2, 17, 9, 0)).toString();
        wire.loseTheAnswerToTheCommitOf("insert into appointment");
        Answer lost = doors.get(1).book(booking, "Idempotency-Key", "lost-on-the-way");
        assertThat(wire.hasLostAnAnswer()).isTrue();
        assertThat(lost.status()).as(lost.body()).isEqualTo(503);
        assertThat(lost.code()).isEqualTo("OUTCOME_UNKNOWN");
        assertThat(doors.get(1)
                        .book(booking, "Idempotency-Key", "lost-on-the-way")
                        .status())
                .isEqualTo(201);
        assertThat(doors.get(0).free(LocalDate.of(2027, 2, 17))).hasSize(SLOTS_A_DAY - 1);
    }

    /** On a page in words, beside what she had typed. */
    @Test
    void tellAPersonThatNobodyKnowsWhetherItWasSaved() {
        wire.loseTheAnswerToTheCommitOf("insert ignore into call_request");
        Answer answer = doors.get(1)
                .send(
                        "POST",
                        "/call",
                        "call=call&name=Perhaps&phone=818-555-0199&note=&website=&jakarta.faces.ViewState=stateless&send=x",
                        "Content-Type",
                        "application/x-www-form-urlencoded",
                        "Accept",
                        "text/html");
        assertThat(wire.hasLostAnAnswer()).isTrue();
        Answer shown = answer.status() == 303 ? doors.get(1).get(answer.header("Location")) : answer;
        assertThat(shown.body())
                .contains("may have been saved or not", "value=\"Perhaps\"")
                .doesNotContain("Nothing was lost", "Nothing was changed");
    }

    /** Each node is told of its own bookings at once, and finds the other's beside them. */
    @Test
    void carryEveryLetterOutOnce() throws Exception {
        List<Callable<Answer>> bookings = new ArrayList<>();
        for (int slot = 0; slot < 2 * SLOTS_A_DAY; slot++) {
            ClinicApi door = doors.get(slot % 2);
            LocalDate day = LocalDate.of(2027, 1, 28).plusDays(slot / SLOTS_A_DAY);
            LocalDateTime start = day.atTime(8, 0).plusMinutes(30L * (slot % SLOTS_A_DAY));
            bookings.add(() -> book(door, start, "once"));
        }
        assertThat(AtOnce.doAll(bookings))
                .allSatisfy(booking -> assertThat(booking.result().status()).isEqualTo(201));
        allMailLeft("once");
        assertThat(letters("once")).hasSize(2 * SLOTS_A_DAY).doesNotHaveDuplicates();
    }

    /** Closed at both at once, while people book at both: whoever got a time is told of, and nobody else got one. */
    @Test
    void letNobodySlipThroughWhatIsClosedAtBoth() throws Exception {
        for (int round = 0; round < 4; round++) {
            LocalDate day = LocalDate.of(2027, 2, 8).plusDays(round);
            List<Callable<Answer>> tries = new ArrayList<>();
            for (int slot = 0; slot < SLOTS_A_DAY; slot++) {
                LocalDateTime start = day.atTime(8, 0).plusMinutes(30L * slot);
                ClinicApi door = doors.get(slot % 2);
                tries.add(() -> book(door, start, "closing"));
            }
            tries.add(5, () -> close(doors.get(0), day.atTime(8, 0), day.atTime(14, 0)));
            tries.add(15, () -> close(doors.get(1), day.atTime(13, 0), day.atTime(19, 0)));
            List<Answer> answers =
                    AtOnce.doAll(tries).stream().map(AtOnce.Outcome::result).toList();
            List<Answer> closed = List.of(answers.get(5), answers.get(15));
            List<String> booked = answers.stream()
                    .filter(answer -> answer.status() == 201 && !closed.contains(answer))
                    .map(answer -> answer.text("start"))
                    .toList();
            assertThat(answers).allMatch(answer -> List.of(201, 409, 422).contains(answer.status()));
            assertThat(closed).allMatch(answer -> answer.status() == 201);
            assertThat(closed.stream().flatMap(answer -> answer.starts("stranded").stream()))
                    .containsExactlyInAnyOrderElementsOf(booked);
            assertThat(doors.get(round % 2).free(day)).isEmpty();
            for (Answer closure : closed) {
                String path = CLOSURES + "/" + closure.json().getInt("id");
                assertThat(doors.get(round % 2)
                                .send("DELETE", path, "", admin())
                                .status())
                        .isEqualTo(204);
            }
            assertThat(doors.get(0).free(day)).hasSize(SLOTS_A_DAY - booked.size());
            theLedgerTellsTheTruth();
        }
    }

    private static Answer close(ClinicApi door, LocalDateTime from, LocalDateTime to) {
        return door.send(
                "POST", CLOSURES, "{\"from\":\"" + from + "\",\"to\":\"" + to + "\",\"reason\":\"flood\"}", admin());
    }

    private static String[] admin() {
        return Staff.bearer(first(), Role.ADMIN);
    }

    /** The one that furnished the house, and said its names and passwords. */
    private static RunningClinic first() {
        return one.said().contains("demo token: ADMIN") ? one : other;
    }

    @Test
    @Order(Integer.MAX_VALUE - 1)
    void goOnAtOneWhenTheOtherDies() throws Exception {
        Queue<String> confirmed = new ConcurrentLinkedQueue<>();
        AtomicInteger next = new AtomicInteger();
        ExecutorService people = Executors.newFixedThreadPool(8);
        for (int person = 0; person < 8; person++) {
            ClinicApi door = doors.get(person % 2);
            people.submit(() -> bookAll(door, next, confirmed));
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> confirmed.size() >= 30);
        other.kill();
        people.shutdown();
        assertThat(people.awaitTermination(120, TimeUnit.SECONDS)).isTrue();

        assertThat(confirmed).hasSizeGreaterThan(4 * SLOTS_A_DAY).allSatisfy(token -> assertThat(
                        doors.get(0).visit(token).text("status"))
                .isEqualTo("BOOKED"));
        theLedgerTellsTheTruth();
        allMailLeft("alive");
        assertThat(letters("alive").stream().distinct().count())
                .isEqualTo(count("select count(*) from outbox_mail where recipient = ?", "alive@example.org"))
                .isGreaterThanOrEqualTo(confirmed.size());
    }

    /** The last of all: nobody is left. */
    @Test
    @Order(Integer.MAX_VALUE)
    void sayThatTheyGoBeforeTheyGo() {
        one.process().destroy();
        await().atMost(Duration.ofSeconds(4))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> doors.get(0).get("/health/ready").status() == 503);
        assertThat(doors.get(0).get("/api/v1/clinic").status()).isEqualTo(200);
        assertThat(one.process().onExit()).succeedsWithin(Duration.ofSeconds(40));
    }

    /** Five days of slots, one after the other, until all are taken or this node is gone. */
    private static void bookAll(ClinicApi door, AtomicInteger next, Queue<String> confirmed) {
        try {
            for (int slot = next.getAndIncrement(); slot < 5 * SLOTS_A_DAY; slot = next.getAndIncrement()) {
                LocalDate day = LocalDate.of(2027, 2, 1).plusDays(slot / SLOTS_A_DAY);
                Answer answer = book(door, day.atTime(8, 0).plusMinutes(30L * (slot % SLOTS_A_DAY)), "alive");
                if (answer.status() == 201) {
                    confirmed.add(answer.text("token"));
                }
            }
        } catch (UncheckedIOException gone) {
            Thread.currentThread().interrupt();
        }
    }

    private static Answer book(ClinicApi door, LocalDateTime start, String patient) {
        return door.book(Json.createPatchBuilder()
                .replace("/patient/email", patient + "@example.org")
                .build()
                .apply(ClinicApi.booking(start))
                .toString());
    }

    private static void theLedgerTellsTheTruth() throws SQLException {
        try (Connection connection = connect()) {
            assertThat(LedgerByHand.mismatches(connection)).isEmpty();
        }
    }

    /** A letter the dead node was at is free again when its lease ends. */
    private static void allMailLeft(String patient) {
        await().atMost(Duration.ofSeconds(150))
                .until(() -> count(
                                "select count(*) from outbox_mail where state <> 'SENT' and recipient = ?",
                                patient + "@example.org")
                        == 0);
    }

    /** The Message-IDs of what reached her, as often as it did. */
    private static List<String> letters(String patient) throws MessagingException {
        List<String> letters = new ArrayList<>();
        for (MimeMessage letter : post.getReceivedMessages()) {
            if (letter.getAllRecipients()[0].toString().contains(patient + "@")) {
                letters.add(letter.getMessageID());
            }
        }
        return letters;
    }

    private static long count(String query, String... values) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(query)) {
            for (int value = 0; value < values.length; value++) {
                statement.setString(value + 1, values[value]);
            }
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }
}
