package clinic.api;

import static clinic.testing.ClinicApi.booking;
import static org.assertj.core.api.Assertions.assertThat;

import clinic.testing.AtOnce;
import clinic.testing.ClinicApi;
import clinic.testing.ClinicApi.Answer;
import clinic.testing.RunningClinic;
import clinic.testing.SharedClinic;
import clinic.testing.Stored;
import jakarta.json.Json;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Many programs at the same moment. Catches: an answer of success to two, a loser without a clear answer. */
@ExtendWith(SharedClinic.class)
class RaceIT {
    private final ClinicApi api;
    private final RunningClinic clinic;

    RaceIT(ClinicApi api, RunningClinic clinic) {
        this.api = api;
        this.clinic = clinic;
    }

    @AfterEach
    void theLedgerTellsTheTruth() throws SQLException {
        assertThat(Stored.untruths(clinic)).isEmpty();
    }

    private static List<Answer> all(List<Callable<Answer>> tries) throws InterruptedException {
        List<Answer> answers = new ArrayList<>();
        for (AtOnce.Outcome<Answer> outcome : AtOnce.doAll(tries)) {
            assertThat(outcome.failure()).isNull();
            answers.add(outcome.result());
        }
        return answers;
    }

    private static void oneWinner(List<Answer> answers) {
        assertThat(answers).filteredOn(answer -> answer.status() < 300).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() >= 300).allSatisfy(loser -> {
            assertThat(loser.status()).isEqualTo(409);
            assertThat(loser.code()).isEqualTo("SLOT_TAKEN");
            assertThat(loser.starts("alternatives")).isNotEmpty();
        });
    }

    @Test
    void givesOneSlotToOneOfThirtyTwo() throws InterruptedException {
        LocalDateTime start = LocalDateTime.of(2027, 1, 7, 9, 0);
        List<Answer> answers = all(Collections.nCopies(32, () -> api.book(start)));
        oneWinner(answers);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 409)
                .hasSize(31)
                .allSatisfy(
                        loser -> assertThat(loser.starts("alternatives")).doesNotContain("2027-01-07T09:00:00-08:00"));
    }

    @Test
    void givesFortySlotsToFortyOfTwoHundred() throws InterruptedException {
        List<Callable<Answer>> tries = new ArrayList<>();
        for (int client = 0; client < 200; client++) {
            int slot = client % 40;
            LocalDateTime start =
                    LocalDate.of(2027, 1, 11).plusDays(slot / 20).atTime(8, 0).plusMinutes(30L * (slot % 20));
            tries.add(() -> api.book(start));
        }
        List<Answer> answers = all(tries);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 201)
                .hasSize(40)
                .map(answer -> answer.text("start"))
                .doesNotHaveDuplicates();
        assertThat(answers).filteredOn(answer -> answer.status() != 201).allSatisfy(loser -> assertThat(loser.code())
                .isEqualTo("SLOT_TAKEN"));
    }

    @Test
    void letsEitherAHoldOrABookingHaveTheSlot() throws InterruptedException {
        LocalDateTime start = LocalDateTime.of(2027, 1, 8, 9, 0);
        List<Callable<Answer>> tries = new ArrayList<>();
        for (int client = 0; client < 16; client++) {
            tries.add(() -> api.hold(start));
            tries.add(() -> api.book(start));
        }
        oneWinner(all(tries));
    }

    @Test
    void letsTheHolderBookAgainstThirtyOneWhoTry() throws InterruptedException {
        LocalDateTime start = LocalDateTime.of(2027, 1, 8, 11, 0);
        String hold = api.hold(start).text("hold");
        String mine = Json.createPatchBuilder()
                .add("/hold", hold)
                .build()
                .apply(booking(start))
                .toString();
        List<Callable<Answer>> tries = new ArrayList<>(Collections.nCopies(31, () -> api.book(start)));
        tries.add(() -> api.book(mine));
        List<Answer> answers = all(tries);
        oneWinner(answers);
        assertThat(answers.get(31).status()).isEqualTo(201);
    }

    @Test
    void letsOneOfManyMovesAndBookingsHaveTheSlot() throws InterruptedException {
        LocalDate day = LocalDate.of(2027, 1, 13);
        List<Callable<Answer>> tries = new ArrayList<>();
        for (int visit = 0; visit < 10; visit++) {
            String token = api.book(day.atTime(8, 0).plusMinutes(30L * visit)).text("token");
            tries.add(() -> api.move(token, day.atTime(14, 0)));
            tries.add(() -> api.book(day.atTime(14, 0)));
        }
        oneWinner(all(tries));
    }

    @Test
    void answersSixteenRepeatsAtOnceWithOneVisit() throws InterruptedException, SQLException {
        LocalDateTime start = LocalDateTime.of(2027, 1, 14, 9, 0);
        String body = booking(start).toString();
        long before = Stored.rows(clinic).get("appointment");
        List<Answer> answers = all(Collections.nCopies(16, () -> api.book(body, "Idempotency-Key", "sixteen")));
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(201);
            assertThat(answer.json()).isEqualTo(answers.get(0).json());
            assertThat(answer.header("Location")).isEqualTo(answers.get(0).header("Location"));
        });
        assertThat(Stored.rows(clinic).get("appointment")).isEqualTo(before + 1);
    }

    @Test
    void answersSixteenRepeatedHoldsAtOnceWithOneHold() throws InterruptedException {
        LocalDateTime start = LocalDateTime.of(2027, 1, 14, 10, 0);
        List<Answer> answers = all(Collections.nCopies(16, () -> api.hold(start, "Idempotency-Key", "sixteen-holds")));
        assertThat(answers).allSatisfy(answer -> assertThat(answer.json())
                .isEqualTo(answers.get(0).json()));
        assertThat(answers.get(0).status()).isEqualTo(201);
    }
}
