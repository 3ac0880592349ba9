package clinic.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class AgeGateTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate LAST = TODAY.plusDays(90);

    /** Who is of age from a day on, and has something else against every day. */
    private static Function<LocalDate, List<Refusal>> ofAgeFrom(LocalDate birthday) {
        Refusal another = Refusal.of(Reason.ONE_A_DAY, Refusal.START);
        return day -> day.isBefore(birthday)
                ? List.of(another, new Refusal(Reason.MINOR, Refusal.START, Map.of("day", day)))
                : List.of(another);
    }

    @Test
    void plansAnAdultFromTheFirstDay() {
        assertThat(AgeGate.firstDay(ofAgeFrom(TODAY.minusYears(1)), TODAY, LAST, "patientId"))
                .isEqualTo(TODAY);
    }

    @Test
    void plansFromTheBirthdayOnWhereItComesInTime() {
        assertThat(AgeGate.firstDay(ofAgeFrom(TODAY.plusDays(30)), TODAY, LAST, "patientId"))
                .isEqualTo(TODAY.plusDays(30));
    }

    @Test
    void refusesAMinorAsBookingWould() {
        assertThatExceptionOfType(BookingRefused.class)
                .isThrownBy(() -> AgeGate.firstDay(ofAgeFrom(LAST.plusDays(1)), TODAY, LAST, "patientId"))
                .satisfies(refused -> assertThat(refused.refusals())
                        .containsExactly(new Refusal(Reason.MINOR, "patientId", Map.of("day", LAST))));
    }
}
