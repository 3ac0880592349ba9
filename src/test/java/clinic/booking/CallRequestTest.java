package clinic.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class CallRequestTest {
    /** Catches: a call that moves from one patient's chart into another's. */
    @Test
    void belongsToOneChart() {
        CallRequest call = new CallRequest();
        call.linkTo(17);
        call.linkTo(17);
        assertThatExceptionOfType(BookingRefused.class)
                .isThrownBy(() -> call.linkTo(18))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.CALL_LINKED));
        assertThat(call.patient()).contains(17L);
    }
}
