package clinic.api;

import static clinic.testing.ClinicApi.booking;
import static org.assertj.core.api.Assertions.assertThat;

import clinic.testing.ClinicApi;
import clinic.testing.ClinicApi.Answer;
import clinic.testing.SharedClinic;
import jakarta.json.Json;
import java.net.URI;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A time kept while a form is filled. */
@ExtendWith(SharedClinic.class)
class HoldsIT {
    private static final LocalDate DAY = LocalDate.of(2027, 1, 5);
    private final ClinicApi api;

    HoldsIT(ClinicApi api) {
        this.api = api;
    }

    private static LocalDateTime at(int hour, int minute) {
        return DAY.atTime(hour, minute);
    }

    private static String text(LocalDateTime start) {
        return start + ":00-08:00";
    }

    private static String under(String hold, LocalDateTime start) {
        return Json.createPatchBuilder()
                .add("/hold", hold)
                .build()
                .apply(booking(start))
                .toString();
    }

    @Test
    void keepsATimeFromOthersButNotFromItsHolder() {
        Answer held = api.hold(at(9, 0));
        assertThat(held.status()).isEqualTo(201);
        assertThat(held.json().keySet()).containsExactly("hold", "start", "end", "expiresAt");
        assertThat(held.text("start")).isEqualTo(text(at(9, 0)));
        assertThat(URI.create(held.header("Location")).getPath())
                .isEqualTo("/api/v1/consultations/holds/" + held.text("hold"));
        assertThat(api.free(DAY)).doesNotContain(text(at(9, 0)));
        assertThat(api.freeFor(held.text("hold"), DAY)).contains(text(at(9, 0)));

        Answer other = api.hold(at(9, 0));
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.code()).isEqualTo("SLOT_TAKEN");
        assertThat(other.starts("alternatives")).isNotEmpty().doesNotContain(text(at(9, 0)));
        assertThat(api.book(at(9, 0)).code()).isEqualTo("SLOT_TAKEN");

        assertThat(api.book(under(held.text("hold"), at(9, 0))).status()).isEqualTo(201);
        assertThat(api.freeFor(held.text("hold"), DAY)).doesNotContain(text(at(9, 0)));
    }

    @Test
    void givesAnOldHoldUpForANewOne() {
        String old = api.hold(at(10, 0)).text("hold");
        assertThat(api.hold(at(10, 30), old).status()).isEqualTo(201);
        assertThat(api.free(DAY)).contains(text(at(10, 0))).doesNotContain(text(at(10, 30)));
    }

    @Test
    void givesATimeBackAtOnceAndAgainWithoutComplaint() {
        String hold = api.hold(at(11, 0)).text("hold");
        assertThat(api.release(hold).status()).isEqualTo(204);
        assertThat(api.free(DAY)).contains(text(at(11, 0)));
        assertThat(api.release(hold).status()).isEqualTo(204);
        assertThat(api.release("never-was").status()).isEqualTo(204);
    }

    @Test
    void answersARepeatedHoldTheSameEvenWhenItWasGivenBack() {
        Answer first = api.hold(at(12, 0), "Idempotency-Key", "hold-again");
        assertThat(api.hold(at(12, 0), "Idempotency-Key", "hold-again").json()).isEqualTo(first.json());
        api.release(first.text("hold"));
        Answer again = api.hold(at(12, 0), "Idempotency-Key", "hold-again");
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.text("hold")).isEqualTo(first.text("hold"));
    }

    @Test
    void refusesTheSameTimesABookingWouldBeRefused() {
        assertThat(api.hold(LocalDateTime.of(2027, 1, 9, 9, 0)).code()).isEqualTo("CLOSED");
        assertThat(api.hold(at(9, 10)).code()).isEqualTo("NOT_ON_GRID");
    }

    @Test
    void booksWithoutAHoldThatNeverWas() {
        assertThat(api.book(under("never-was", at(13, 0))).status()).isEqualTo(201);
    }

    @Test
    void saysThatAHoldIsOverWhenSomebodyElseHasTheTime() {
        String hold = api.hold(at(14, 0)).text("hold");
        api.release(hold);
        api.book(at(14, 0));
        Answer answer = api.book(under(hold, at(14, 0)));
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("HOLD_EXPIRED");
        assertThat(answer.starts("alternatives")).isNotEmpty();
    }
}
