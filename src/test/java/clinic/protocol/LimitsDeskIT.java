package clinic.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import clinic.booking.BookingRefused;
import clinic.booking.Reason;
import clinic.booking.Refusal;
import clinic.protocol.ProtocolVersion.State;
import clinic.staff.Actor;
import clinic.staff.NotAllowed;
import clinic.staff.Role;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionManager;
import java.util.Map;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The clinic's limits proposed by one person and approved by another; what is approved here is rolled back. */
@ExtendWith(ArquillianExtension.class)
class LimitsDeskIT {
    private static final Actor ADMIN = Actor.of("admin", Role.ADMIN, "127.0.0.1");
    private static final Actor PRESCRIBER = Actor.of("prescriber", Role.PRESCRIBER, "127.0.0.1");

    @Inject
    private LimitsDesk desk;

    @Inject
    private Protocols protocols;

    @Inject
    private TransactionManager transaction;

    private static ClinicalLimits usualBut(Limit limit, int value) {
        return new ClinicalLimits(Map.of(limit, value)).over(ClinicalLimits.USUAL);
    }

    @Test
    void protocolsThatFollowTheClinicGetANextVersionAndTheOneBeforeKeepsItsLimits() throws Exception {
        transaction.begin();
        try {
            approveOthers();
        } finally {
            transaction.rollback();
        }
        assertThat(desk.inUse(PRESCRIBER)).isEqualTo(ClinicalLimits.USUAL);
    }

    private void approveOthers() {
        ProtocolVersion before = protocols.inUse("CRPS_10DAY").orElseThrow();
        assertThat(before.limits()).isEqualTo(usualBut(Limit.OBSERVATION_MINUTES, 60));

        long draft = desk.propose(ADMIN, usualBut(Limit.SYSTOLIC_HIGH, 150));
        assertThat(desk.inUse(PRESCRIBER)).isEqualTo(ClinicalLimits.USUAL);
        desk.approve(PRESCRIBER, draft);
        ProtocolVersion after = protocols.inUse("CRPS_10DAY").orElseThrow();
        assertThat(after.version()).isGreaterThan(before.version());
        assertThat(after.numbers()).isEqualTo(before.numbers());
        assertThat(after.limits().of(Limit.SYSTOLIC_HIGH)).isEqualTo(150);
        assertThat(after.approvedBy()).contains("prescriber");
        ProtocolVersion kept = protocols.find("CRPS_10DAY", before.version()).orElseThrow();
        assertThat(kept.state()).isEqualTo(State.RETIRED);
        assertThat(kept.limits().of(Limit.SYSTOLIC_HIGH)).isEqualTo(160);
    }

    @Test
    void whoProposesDoesNotApprove() {
        long draft = desk.propose(ADMIN, ClinicalLimits.USUAL);

        assertThatExceptionOfType(NotAllowed.class).isThrownBy(() -> desk.approve(ADMIN, draft));
        assertThatExceptionOfType(NotAllowed.class).isThrownBy(() -> desk.propose(PRESCRIBER, ClinicalLimits.USUAL));
        desk.discard(PRESCRIBER, draft);
        assertThatExceptionOfType(UnknownProtocol.class).isThrownBy(() -> desk.approve(PRESCRIBER, draft));
    }

    @Test
    void everythingWrongIsNamedAndNothingIsStored() {
        int versions = desk.all(ADMIN).size();
        assertThatExceptionOfType(BookingRefused.class)
                .isThrownBy(() -> desk.propose(ADMIN, usualBut(Limit.VITALS_MINUTES, 45)))
                .satisfies(refused -> assertThat(refused.refusals())
                        .extracting(Refusal::field, Refusal::reason)
                        .containsExactly(tuple("vitalsMinutes", Reason.OUT_OF_RANGE)));
        assertThatExceptionOfType(BookingRefused.class)
                .isThrownBy(() -> desk.propose(ADMIN, ClinicalLimits.NONE))
                .satisfies(refused -> assertThat(refused.refusals())
                        .extracting(Refusal::reason)
                        .containsOnly(Reason.REQUIRED)
                        .hasSize(19));
        assertThat(desk.all(ADMIN)).hasSize(versions);
    }
}
